#include "plan/read/doel/rows.h"

#include "base/say.h"

namespace saldo {

namespace {

constexpr Wide most_parts = 1'000'000;  // six decimals

}  // namespace

std::string words_of(const std::optional<Cijfer>& cijfer) { return cijfer ? in_figures(cijfer->getal) : "geen"; }

std::string words_of(const std::optional<Moment>& moment) {
  if (!moment) return "geen";
  return moment->datum ? to_text(*moment->datum) : word(moment->jaar);
}

std::optional<Cijfer> read_cijfer(Reader& reader, const toml::node& node) {
  const std::optional<Ratio> getal = reader.decimal(node);
  if (!getal) return std::nullopt;
  if (most_parts * getal->num % getal->den == 0) return Cijfer{*getal, reader.place(node)};
  reader.report(Rule::verkeerde_waarde, node, say("`{}` has more than {} decimals", reader.digits(node), "6"));
  return std::nullopt;
}

std::optional<Moment> read_moment(Reader& reader, const toml::node& node) {
  if (node.is_integer()) {
    const auto year = reader.year(node);
    return year ? std::optional(Moment{*year, {}, reader.place(node)}) : std::nullopt;
  }
  const auto date = reader.date(node);
  return date ? std::optional(Moment{Year{date->year}, *date, reader.place(node)}) : std::nullopt;
}

Named named_at(Reader& reader, const toml::node& node) {
  return {reader.number_name(node).value_or(""), reader.place(node)};
}

Shape moment_shape() { return either(year_shape(), date_shape()); }

void refuse_year_and_day(Reader& reader, const toml::table& table) {
  if (!table.contains("jaar") || !table.contains("datum")) return;
  reader
      .report(Rule::verkeerde_waarde, *table.get("datum"), say("a `jaar` and a `datum` say two things"),
              say("leave out one of the two"))
      .related.push_back({reader.place(*table.get("jaar")), say("the year is here")});
}

}  // namespace saldo
