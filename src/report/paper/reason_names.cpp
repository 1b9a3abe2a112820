#include "report/paper/reason_names.h"

#include <fmt/format.h>

namespace saldo {

std::string whose_name(const Plan& plan, const Whose& whose) {
  const std::string name = name_of(plan, whose);
  return name.empty() ? "totaal" : name;
}

std::string figure_name(const std::string& whose, std::string_view figure, Year year) {
  return fmt::format("{}/{}/{}", whose, figure, year.value);
}

std::string figure_anchor(const Plan& plan, const Whose& whose, std::string_view figure, Year year) {
  const std::string name = whose_name(plan, whose);
  return whose.of == Of::project ? fmt::format("{}/{}", name, figure) : figure_name(name, figure, year);
}

std::string end_of_address(std::string_view key) {
  const std::size_t point = key.find('.');
  if (point == key.npos || !read_year(key.substr(0, point))) return "";
  return fmt::format("{}/{}", key.substr(point + 1), key.substr(0, point));
}

TextSpan plain(std::string text) { return {std::move(text)}; }
TextSpan strong(std::string text) { return {std::move(text), true}; }

}  // namespace saldo
