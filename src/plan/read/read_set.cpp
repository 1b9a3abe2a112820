// --set: one change in the words of a command line.
#include <algorithm>

#include "base/say.h"
#include "base/text.h"
#include "plan/address.h"
#include "plan/load.h"

namespace saldo {

namespace {

Message no_change(std::string_view text) {
  return say("`{}` is no change; write index.loon=4, 3.4/1/2025=0, 3.4/1/baten/2025=PM or 3.4/budget=0", text);
}

std::optional<Ratio> read_rate(std::string_view text) {
  std::string digits(text);
  std::replace(digits.begin(), digits.end(), ',', '.');
  const std::optional<Ratio> percentage = read_decimal(digits);
  if (!percentage || percentage->num <= -100 * percentage->den) return std::nullopt;
  return *percentage * Ratio{1, 100};
}

// As on the command line elsewhere: Dutch notation first, so that 1.000 is a thousand; 12.50 as well. In the unit of
// the plan.
std::optional<Amount> read_amount(std::string_view text, Money unit) {
  const ReadAmount dutch = read_dutch_amount(text, unit);
  if (!dutch.error) return dutch.amount;
  const ReadAmount number = read_number_amount(text, unit);
  return number.error ? std::nullopt : std::optional(number.amount);
}

struct Written {
  std::string_view address;
  std::string_view value;
};

bool read_index(Written written, Wijziging& change) {
  const std::optional<Ratio> rate = read_rate(written.value);
  if (!rate) return false;
  std::string_view name = written.address;
  std::string_view before = name;
  const std::optional<Year> year = read_year(take_last(before));
  if (year) name = before;
  change.of = Of::index;
  change.operation = Operation::percentage;
  change.index = {std::string(name), change.place};
  if (year) change.factor.years.push_back({*year, *rate, change.place});
  else change.factor.every = *rate;
  return !name.empty();
}

bool read_budget(std::string_view project, Amount amount, Wijziging& change) {
  change.of = Of::project;
  change.project = {std::string(project), change.place};
  change.keys.push_back("budget");
  Project& values = change.values.emplace<Project>();
  values.budget = amount;
  values.budget_place = change.place;
  return !project.empty();
}

bool read_year_amount(const WrittenAddress& address, Amount amount, Wijziging& change) {
  const std::optional<Year> year = read_year(address.last);
  if (!year || address.whose.empty() || address.what.value_or("").empty()) return false;
  change.of = Of::post;
  change.project = {std::string(address.whose), change.place};
  change.post = {std::string(*address.what), change.place};
  change.set_amount = SetAmount{{*year, TermKind::amount, 0, amount, change.place}, address.side};
  return true;
}

bool read_change(Written written, Money unit, Wijziging& change) {
  constexpr std::string_view index = "index.";
  if (written.address.starts_with(index)) {
    written.address.remove_prefix(index.size());
    return read_index(written, change);
  }
  const std::optional<WrittenAddress> address = cut_address(written.address);
  const std::optional<Amount> amount = read_amount(written.value, unit);
  if (!address || !amount) return false;
  if (address->last != "budget") return read_year_amount(*address, *amount, change);
  take_last(written.address);
  return read_budget(written.address, *amount, change);
}

}  // namespace

std::variant<Wijziging, Message> read_set(PlanBase& base, std::string_view text) {
  const std::size_t equals = text.rfind('=');
  Wijziging change;
  change.place = change.operation_place = Place{static_cast<FileId>(base.files.size())};
  const bool readable = !find_invalid_utf8(text) && !has_deceptive_character(text) &&
                        equals != std::string_view::npos &&
                        read_change({text.substr(0, equals), text.substr(equals + 1)}, base.joined.unit(), change);
  if (!readable) return no_change(text);
  base.files.push_back("--set " + std::string(text));
  return change;
}

}  // namespace saldo
