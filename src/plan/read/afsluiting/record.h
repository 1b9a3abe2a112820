// What a record of a year holds beside what was booked: where that comes from, and what was decided. Private to this room.
#pragma once

#include "plan/read/part.h"
#include "plan/read/plain.h"

namespace saldo {

template <>
struct Plain<Money> {
  static constexpr auto shape = money_shape;
  static Money read(Reader& reader, const toml::node& node) { return reader.money(node).value_or(Money()); }
};
template <>
struct Plain<std::int64_t> {  // a number of rows
  static Shape shape() { return integer_shape(0, most); }
  static std::int64_t read(Reader& reader, const toml::node& node) { return reader.integer(node, 0, most).value_or(0); }
  static constexpr std::int64_t most = 1'000'000'000;
};
template <>
struct Plain<Year> {
  static constexpr auto shape = year_shape;
  static Year read(Reader& reader, const toml::node& node) { return reader.year(node).value_or(Year{}); }
};
template <>
struct Plain<Date> {
  static constexpr auto shape = date_shape;
  static Date read(Reader& reader, const toml::node& node) { return reader.date(node).value_or(Date{}); }
};
template <>
struct Plain<Reference<ProjectId>> {
  static constexpr auto shape = number_name_shape;
  static Reference<ProjectId> read(Reader& reader, const toml::node& node) {
    return read_reference<ProjectId>(reader, node).value_or(Reference<ProjectId>{"", reader.place(node)});
  }
};

// A row of which no change and no comparison knows: a record is a fact.
template <auto member, auto... places>
constexpr auto fact(std::string_view key, bool required, Marked description, const KeyPage& page) {
  using Values = ValuesWith<member>;
  using Kind = Plain<typename MemberPointer<decltype(member)>::Value>;
  return Field<Values>{key,
                       required,
                       description,
                       Kind::shape,
                       [](Reader& reader, const toml::node& node, Values& values) {
                         values.*member = Kind::read(reader, node);
                         ((values.*places = reader.place(node)), ...);
                       },
                       page};
}

// The keys of [[afsluiting]] that are read here.
void read_bronnen(Reader& reader, const toml::node& node, Afsluiting& afsluiting);
void read_onderweg(Reader& reader, const toml::node& node, Afsluiting& afsluiting);
void read_voorschotten(Reader& reader, const toml::node& node, Afsluiting& afsluiting);
void read_oordelen(Reader& reader, const toml::node& node, Afsluiting& afsluiting);
void read_correcties(Reader& reader, const toml::node& node, Afsluiting& afsluiting);
void read_heropend(Reader& reader, const toml::node& node, Afsluiting& afsluiting);
Shape bronnen_shape();
Shape onderweg_shape();
Shape voorschotten_shape();
Shape oordelen_shape();
Shape correcties_shape();
Shape heropend_shape();

}  // namespace saldo
