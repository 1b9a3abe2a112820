#include "calc/risk/statistics.h"

namespace saldo {

namespace {

double total(const Moments::Stripes& stripes) {
  double sum = 0.0;
  for (const double stripe : stripes) sum += stripe;
  return sum;
}

void add(std::vector<Moments::Stripes>& whole, const std::vector<Moments::Stripes>& part) {
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (std::size_t j = 0; j < Moments::stripes; ++j) whole[i][j] += part[i][j];
}

}  // namespace

Moments no_moments(std::size_t effects, std::size_t targets) {
  const std::size_t variables = effects + targets;
  return {std::vector<Moments::Stripes>(variables), std::vector<Moments::Stripes>(variables),
          std::vector<Moments::Stripes>(effects * targets)};
}

void add_moments(Moments& whole, const Moments& part) {
  add(whole.sum, part.sum);
  add(whole.square, part.square);
  add(whole.product, part.product);
}

std::vector<std::int64_t> variance_shares(const Moments& moments, std::size_t target, std::size_t targets,
                                          std::size_t effects, std::size_t runs) {
  const double n = static_cast<double>(runs);
  const auto variance = [&](std::size_t v) {
    const double sum = total(moments.sum[v]);
    return total(moments.square[v]) - sum * sum / n;
  };
  const double of_target = variance(effects + target);
  std::vector<double> squares;
  double all = 0.0;
  for (std::size_t e = 0; e < effects; ++e) {
    const double covariance =
        total(moments.product[e * targets + target]) - total(moments.sum[e]) * total(moments.sum[effects + target]) / n;
    const double of_effect = variance(e);
    const bool varies = of_effect > 0.0 && of_target > 0.0;
    squares.push_back(varies ? covariance / of_effect * covariance / of_target : 0.0);
    all += squares.back();
  }
  std::vector<std::int64_t> shares;
  for (const double square : squares)
    shares.push_back(all > 0.0 ? static_cast<std::int64_t>(1000.0 * square / all + 0.5) : 0);
  return shares;
}

}  // namespace saldo
