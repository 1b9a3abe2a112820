#include "base/typed/control_sums.h"

namespace saldo {

namespace {

constexpr TypedColumn columns[] = {
    {"tabel", "de tabel waarvan dit geteld is", TypedKind::text, false, true},
    {"jaar", "het jaar; 0: niet per jaar geteld", TypedKind::integer, false, true},
    {"kant", "baten, lasten of een niveau; leeg: niet per kant geteld", TypedKind::text, false, true},
    {"rijen", "aantal rijen", TypedKind::integer},
    {"som", "som van de bedragen, in euro's", TypedKind::sum},
    {"pm", "aantal rijen met PM", TypedKind::integer},
};

template <class Value>
Value value_of(const TypedTable& table, TypedRow row, std::string_view name, Value otherwise) {
  const std::size_t at = column_at(table, name);
  if (at >= row.size()) return otherwise;
  const auto* value = std::get_if<Value>(&row[at]);
  return value == nullptr ? otherwise : *value;
}

}  // namespace

std::span<const TypedColumn> control_columns() { return columns; }

void ControlSums::add(const TypedTable& table, TypedRow row) {
  const TypedControl& control = table.control;
  const auto year = value_of(table, row, control.year, std::int64_t{0});
  const auto side = value_of(table, row, control.side, std::string_view());
  Sum& sum = sums_[{table.name, year, std::string(side)}];
  ++sum.rows;
  sum.sum += value_of(table, row, control.sum, Money());
  if (value_of(table, row, control.pm, false)) ++sum.pm;
}

bool ControlSums::fits() const {
  for (const auto& [of, sum] : sums_)
    if (sum.sum.is_overflow()) return false;
  return true;
}

void ControlSums::for_each(TypedRow key, const RowSink& sink) const {
  for (const auto& [of, sum] : sums_) {
    const auto& [table, year, side] = of;
    std::vector<TypedValue> row(key.begin(), key.end());
    for (const TypedValue& value : {TypedValue(table), TypedValue(year), TypedValue(std::string_view(side)),
                                    TypedValue(sum.rows), TypedValue(sum.sum), TypedValue(sum.pm)})
      row.push_back(value);
    sink(row);
  }
}

}  // namespace saldo
