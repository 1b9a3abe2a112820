// --sweep: the address of a --set, and a range of values for it.
#include <algorithm>
#include <optional>

#include "base/say.h"
#include "plan/sweep.h"

namespace saldo {

namespace {

Message no_range(std::string_view text) {
  return say("`{}` is no range; write index.loon=3..6:0.5 or 3.4/1/2025=0..50000:10000", text);
}

constexpr Wide largest_percentage = 1'000'000'000;

// 3, 3.5 or 3,5 in billionths.
std::optional<std::int64_t> billionths_of_percent(std::string_view text, Money) {
  std::string digits(text);
  std::replace(digits.begin(), digits.end(), ',', '.');
  const std::optional<Ratio> read = read_decimal(digits);
  if (!read || billion % read->den != 0) return std::nullopt;
  const Wide value = read->num * (billion / read->den);
  if (value > largest_percentage * billion || value < -largest_percentage * billion) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

// As --set reads it: 1.000 is a thousand, 12.50 has cents.
std::optional<std::int64_t> read_cents(std::string_view text, Money unit) {
  ReadAmount read = read_dutch_amount(text, unit);
  if (read.error) read = read_number_amount(text, unit);
  if (read.error || !read.amount.is_money()) return std::nullopt;
  return read.amount.counted().cents();
}

struct Pieces {
  std::string_view address, first, last, step;
};

std::optional<Pieces> cut(std::string_view text) {
  const std::size_t equals = text.rfind('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const std::string_view range = text.substr(equals + 1);
  const std::size_t dots = range.find("..");
  const std::size_t colon = range.rfind(':');
  if (dots == std::string_view::npos || colon == std::string_view::npos || colon < dots + 2) return std::nullopt;
  return Pieces{text.substr(0, equals), range.substr(0, dots), range.substr(dots + 2, colon - dots - 2),
                range.substr(colon + 1)};
}

// The change that --set reads from this, without a file of its own.
std::variant<Wijziging, Message> read_one(PlanBase& base, std::string_view address, std::string_view value) {
  std::variant<Wijziging, Message> read = read_set(base, std::string(address) + '=' + std::string(value));
  if (std::holds_alternative<Wijziging>(read)) base.files.pop_back();
  return read;
}

}  // namespace

std::variant<Sweep, Message> read_sweep(PlanBase& base, std::string_view text) {
  const std::optional<Pieces> pieces = cut(text);
  if (!pieces) return no_range(text);
  // What --set can read for both ends it can read for all in between.
  std::variant<Wijziging, Message> first = read_one(base, pieces->address, pieces->first);
  std::variant<Wijziging, Message> last = read_one(base, pieces->address, pieces->last);
  for (std::variant<Wijziging, Message>* end : {&first, &last})
    if (auto* trouble = std::get_if<Message>(end)) return std::move(*trouble);
  Sweep sweep{std::string(text), std::string(pieces->address), std::move(std::get<Wijziging>(first))};
  const bool is_index = sweep.change.of == Of::index;
  sweep.unit = is_index ? SweepUnit::billionth_pct : SweepUnit::cent;
  const auto read = is_index ? billionths_of_percent : read_cents;
  const Money unit = base.joined.unit();
  const auto from = read(pieces->first, unit), to = read(pieces->last, unit), step = read(pieces->step, unit);
  if (!from || !to || !step) return no_range(text);
  if (*step <= 0) return say("`{}`: the step after the colon must be above zero", text);
  sweep.first = *from;
  sweep.last = *to;
  sweep.step = *step;
  base.files.push_back("--sweep " + std::string(text));
  return sweep;
}

}  // namespace saldo
