// What the tables of a goal have in common: rows whose value is a number, a moment, one of a few words, or a text that no
// change sets. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <type_traits>

#include "plan/doel/doel.h"
#include "plan/read/part.h"
#include "plan/read/plain.h"

namespace saldo {

// Where most of what is printed of a goal counts: nowhere but where it is shown.
inline constexpr std::string_view on_its_page = "`saldo goal`";

// As people write it; "geen" of what is not said.
std::string words_of(const std::optional<Cijfer>& cijfer);
std::string words_of(const std::optional<Moment>& moment);

std::optional<Cijfer> read_cijfer(Reader& reader, const toml::node& node);  // at most six decimals
std::optional<Moment> read_moment(Reader& reader, const toml::node& node);  // 2026 or 2026-03-31
Named named_at(Reader& reader, const toml::node& node);
Shape moment_shape();

template <>
struct Plain<std::optional<Cijfer>> {
  static constexpr auto shape = decimal_shape;
  static std::optional<Cijfer> read(Reader& reader, const toml::node& node) { return read_cijfer(reader, node); }
  static std::string words(const std::optional<Cijfer>& cijfer) { return words_of(cijfer); }
};
template <>
struct Plain<std::optional<Moment>> {
  static constexpr auto shape = moment_shape;
  static std::optional<Moment> read(Reader& reader, const toml::node& node) { return read_moment(reader, node); }
  static std::string words(const std::optional<Moment>& moment) { return words_of(moment); }
};

// A row that diff compares and that no change sets.
template <class Values>
constexpr Field<Values> fixed(Field<Values> field) {
  field.setting.settable = false;
  field.setting.copy = nullptr;
  field.setting.text = nullptr;
  return field;
}

template <class Value>
struct OptionalOf {
  using Type = Value;
  static constexpr bool is_optional = false;
};
template <class Value>
struct OptionalOf<std::optional<Value>> {
  using Type = Value;
  static constexpr bool is_optional = true;
};

template <auto member, const auto& words>
std::string chosen_word(const ValuesWith<member>& values) {
  using Value = OptionalOf<typename MemberPointer<decltype(member)>::Value>;
  if constexpr (Value::is_optional)
    return values.*member ? std::string(words[static_cast<std::size_t>(*(values.*member))]) : "geen";
  else return std::string(words[static_cast<std::size_t>(values.*member)]);
}

// One of `words`, in the order of the type of the member.
template <auto member, const auto& words, auto... places>
constexpr auto chosen(std::string_view key, bool required, Marked description, const KeyPage& page) {
  using Values = ValuesWith<member>;
  using Value = OptionalOf<typename MemberPointer<decltype(member)>::Value>;
  return Field<Values>{
      key,
      required,
      description,
      one_of<words>,
      [](Reader& reader, const toml::node& node, Values& values) {
        ((values.*places = reader.place(node)), ...);
        if (const auto word = reader.choice(node, words)) values.*member = static_cast<typename Value::Type>(*word);
      },
      page,
      {.settable = true,
       .copy = copy_members<member, places...>,
       .text = chosen_word<member, words>,
       .same = same_member<member>,
       .label = key,
       .words = [](const PlanVersion&, const Values& values) { return chosen_word<member, words>(values); }}};
}

// --- what a number is measured in ---

template <class Values, auto part>
constexpr Setting<Values> setting_of_maat(std::string_view label) {
  using Value = typename MemberPointer<decltype(part)>::Value;
  return {.settable = true,
          .copy = [](const Values& values, Values& target) { target.maat.*part = values.maat.*part; },
          .text = [](const Values& values) { return Plain<Value>::words(values.maat.*part); },
          .same = [](const PlanVersion&, const Values& a, const PlanVersion&,
                     const Values& b) { return a.maat.*part == b.maat.*part; },
          .label = label,
          .words = [](const PlanVersion&, const Values& values) { return Plain<Value>::words(values.maat.*part); }};
}

template <class Values, auto part>
constexpr Field<Values> of_maat(std::string_view key, Marked description, const KeyPage& page) {
  using Kind = Plain<typename MemberPointer<decltype(part)>::Value>;
  return {key,
          false,
          description,
          Kind::shape,
          [](Reader& reader, const toml::node& node, Values& values) { values.maat.*part = Kind::read(reader, node); },
          page,
          setting_of_maat<Values, part>(key)};
}

// --- when something was measured ---

template <class Values>
constexpr Field<Values> jaar_of_moment(const KeyPage& page) {
  return {"jaar",
          false,
          marked("The year it is of."),
          year_shape,
          [](Reader& reader, const toml::node& node, Values& values) {
            if (const auto year = reader.year(node)) values.moment = Moment{*year, {}, reader.place(node)};
          },
          page,
          {.same = same_member<&Values::moment>,
           .label = "wanneer",
           .words = [](const PlanVersion&, const Values& values) { return words_of(values.moment); }}};
}

// Compared with the year.
template <class Values>
constexpr Field<Values> datum_of_moment(const KeyPage& page) {
  return {"datum",
          false,
          marked("The day it was measured, instead of a year."),
          date_shape,
          [](Reader& reader, const toml::node& node, Values& values) {
            if (const auto date = reader.date(node))
              values.moment = Moment{Year{date->year}, *date, reader.place(node)};
          },
          page};
}

// A year and a day beside each other say two things.
void refuse_year_and_day(Reader& reader, const toml::table& table);

// --- the tables of a goal ---

void read_streven(Reader& reader, const toml::node& node, Doel& doel);
void read_resultaten(Reader& reader, const toml::node& node, Doel& doel);
void read_feiten(Reader& reader, const toml::node& node, Doel& doel);
void read_geld(Reader& reader, const toml::node& node, Doel& doel);
Shape streven_shape();
Shape resultaten_shape();
Shape feiten_shape();
Shape geld_shape();

// Whether a target, or all of them, is told as a number by which others name it.
void check_streef_numbers(Reader& reader, const Doel& doel);

}  // namespace saldo
