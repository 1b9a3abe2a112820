#include "calc/wijziging/index.h"

#include <algorithm>

#include "base/say.h"

namespace saldo {

namespace {

using YearRates = std::vector<YearRate>;

Ratio changed(Operation operation, Ratio rate, Ratio value) {
  if (operation == Operation::percentage) return value;
  return operation == Operation::plus ? rate + value : rate * value;
}

bool is_rate(Ratio rate) { return !rate.is_overflow() && rate.num > -rate.den; }

void report(Findings& findings, Rule rule, Place place, Message message, Message help = {}) {
  findings.push_back({rule, place, std::move(message), {}, std::move(help)});
}

void check_rate(Ratio rate, Place place, Findings& findings) {
  if (!is_rate(rate)) report(findings, Rule::verkeerde_waarde, place, say("an index cannot take away 100% or more"));
}

void change_every(const Wijziging& change, Index& index, Findings& findings) {
  const Ratio value = *change.factor.every;
  const auto change_rate = [&](Ratio& rate) {
    rate = changed(change.operation, rate, value);
    check_rate(rate, change.operation_place, findings);
  };
  index.rate_place = change.operation_place;
  if (change.operation == Operation::percentage) index.rates = value;
  else if (auto* rate = std::get_if<Ratio>(&index.rates)) change_rate(*rate);
  else
    for (YearRate& of_year : std::get<YearRates>(index.rates)) {
      of_year.place = change.operation_place;
      change_rate(of_year.rate);
    }
}

// One rate for all years, as a rate for each.
YearRates by_year(const Years& years, const Index& index) {
  if (const auto* rates = std::get_if<YearRates>(&index.rates)) return *rates;
  YearRates rates;
  for (std::size_t y = 0; y < years.size(); ++y)
    rates.push_back({years.at(y), std::get<Ratio>(index.rates), index.rate_place});
  return rates;
}

void change_year(const Years& years, const Wijziging& change, const Yearly<Ratio>::OfYear& of_year, YearRates& rates,
                 const Index& index, Findings& findings) {
  if (!years.contains(of_year.year)) {
    report(findings, Rule::jaar_buiten_plan, of_year.place,
           say("{} is outside the plan, which runs from {} to {}", of_year.year, years.first, years.last));
    return;
  }
  const auto there =
      std::find_if(rates.begin(), rates.end(), [&](const YearRate& rate) { return rate.year == of_year.year; });
  if (there != rates.end()) {
    there->rate = changed(change.operation, there->rate, of_year.value);
    there->place = of_year.place;
    check_rate(there->rate, of_year.place, findings);
  } else if (change.operation == Operation::percentage) {
    rates.push_back({of_year.year, of_year.value, of_year.place});
  } else {
    report(findings, Rule::wijziging_raakt_niets, of_year.place,
           say("index `{}` has no rate for {}", index.naam, of_year.year),
           say("write percentage = {{ {} = 2.0 }}", of_year.year));
  }
}

// The years after `closed` only.
void change_open(const Years& years, Year closed, const Wijziging& change, Index& index, Findings& findings) {
  YearRates rates = by_year(years, index);
  const bool replaces = change.operation == Operation::percentage;
  for (Year year = closed + 1; year <= years.last; year = year + 1) {
    const bool there = std::any_of(rates.begin(), rates.end(), [&](const YearRate& rate) { return rate.year == year; });
    if (there || replaces)
      change_year(years, change, {year, *change.factor.every, change.operation_place}, rates, index, findings);
  }
  index.rate_place = change.operation_place;
  index.rates = std::move(rates);
}

}  // namespace

bool change_rates(const Years& years, std::optional<Year> closed, const Wijziging& change, Index& index,
                  Findings& findings) {
  const bool replaces = change.operation == Operation::percentage && change.factor.every;
  if (!replaces && std::holds_alternative<std::vector<BlendPart>>(index.rates)) {
    report(findings, Rule::wijziging_raakt_niets, change.operation_place,
           say("index `{}` is a blend of others and has no rates of its own", index.naam),
           say("change the indexes it is a blend of, or write percentage = 4.0"));
    return false;
  }
  const bool is_blend = std::holds_alternative<std::vector<BlendPart>>(index.rates);
  const bool keeps = change.factor.every && closed && years.first < *closed && !is_blend;
  if (keeps) change_open(years, *closed, change, index, findings);
  else if (change.factor.every) change_every(change, index, findings);
  if (change.factor.every) return keeps;
  YearRates rates = by_year(years, index);
  for (const auto& of_year : change.factor.years) change_year(years, change, of_year, rates, index, findings);
  index.rates = std::move(rates);
  return false;
}

}  // namespace saldo
