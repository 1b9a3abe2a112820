// Rows of keys whose value is a member and no more: the type of the member says how it is read, what may stand there, how
// a [[wijziging]] writes it and what diff says of it.
//
//   plain<&Project::naam>("naam", true, marked("Name of the project."), {...})
//
// Private to plan/read/.
#pragma once

#include <string>
#include <type_traits>

#include "base/say.h"
#include "plan/read/part.h"

namespace saldo {

// What is read, for people: a text in quotes as diff writes it.
inline std::string quoted(const std::string& text) { return text.empty() ? "geen" : "‘" + text + "’"; }

template <class Value>
struct Plain;

template <>
struct Plain<std::string> {
  static constexpr auto shape = text_shape;
  static std::string read(Reader& reader, const toml::node& node) {
    return std::string(reader.text(node).value_or(""));
  }
  static std::string words(const std::string& text) { return quoted(text); }
};
template <>
struct Plain<SharedText> {
  static constexpr auto shape = text_shape;
  static SharedText read(Reader& reader, const toml::node& node) { return reader.text(node).value_or(""); }
  static std::string words(const SharedText& name) { return quoted(name); }
};
template <>
struct Plain<bool> {
  static constexpr auto shape = boolean_shape;
  static bool read(Reader& reader, const toml::node& node) { return reader.boolean(node).value_or(false); }
  static std::string words(bool flag) { return flag ? "ja" : "nee"; }
};
template <>
struct Plain<Amount> {
  static constexpr auto shape = amount_shape;
  static Amount read(Reader& reader, const toml::node& node) { return reader.amount(node).value_or(Amount()); }
  static std::string words(Amount amount) { return word(amount); }
};
template <>
struct Plain<std::optional<Money>> {
  static constexpr auto shape = money_shape;
  static std::optional<Money> read(Reader& reader, const toml::node& node) { return reader.money(node); }
  static std::string words(const std::optional<Money>& money) { return money ? word(*money) : "geen"; }
};
template <>
struct Plain<std::optional<Year>> {
  static constexpr auto shape = year_shape;
  static std::optional<Year> read(Reader& reader, const toml::node& node) { return reader.year(node); }
  static std::string words(const std::optional<Year>& year) { return year ? word(*year) : "open"; }
};
inline constexpr std::string_view soort_words[] = {to_text(Soort::project), to_text(Soort::exploitatie),
                                                   to_text(Soort::reserve)};
template <>
struct Plain<std::optional<Soort>> {
  static constexpr auto shape = one_of<soort_words>;
  static std::optional<Soort> read(Reader& reader, const toml::node& node) {
    const std::optional<std::size_t> word = reader.choice(node, soort_words);
    return word ? std::optional(static_cast<Soort>(*word)) : std::nullopt;
  }
  static std::string words(const std::optional<Soort>& soort) { return soort ? std::string(to_text(*soort)) : "geen"; }
};
template <>
struct Plain<std::int16_t> {  // of a `vertraging`
  static constexpr auto shape = delay_shape;
  static std::int16_t read(Reader& reader, const toml::node& node) {
    return static_cast<std::int16_t>(reader.integer(node, 0, most_delay).value_or(0));
  }
  static std::string words(std::int16_t years) { return std::to_string(years); }
};
template <>
struct Plain<Kenmerken> {
  static constexpr auto shape = kenmerken_shape;
  static Kenmerken read(Reader& reader, const toml::node& node) { return read_kenmerken(reader, node); }
  static std::string words(const Kenmerken& kenmerken) { return kenmerken_words(kenmerken); }
};

// --- the member in what is read, written over and compared ---

template <class Thing>
Thing& thing_of(Thing& thing) {
  return thing;
}
inline Post& thing_of(PostDraft& draft) { return draft.post; }
inline const Post& thing_of(const PostDraft& draft) { return draft.post; }
template <class InProject>
auto& thing_of(const PostAt<InProject>& at) {
  return at.post();
}

template <class Pointer>
struct MemberPointer;
template <class Owner, class Type>
struct MemberPointer<Type Owner::*> {
  static constexpr bool of_post = std::is_same_v<Owner, Post> || std::is_same_v<Owner, PostMore>;
  static constexpr bool of_project = std::is_same_v<Owner, ProjectMore>;
  static constexpr bool is_few = std::is_same_v<Owner, PostMore> || of_project;
  using Values = std::conditional_t<of_post, PostDraft, std::conditional_t<of_project, Project, Owner>>;
  using Value = Type;
};

// As it reads, and to write it over.
template <auto member, class Values>
const auto& value_of(const Values& values) {
  if constexpr (MemberPointer<decltype(member)>::is_few) return (*thing_of(values).more).*member;
  else return thing_of(values).*member;
}
template <auto member, class Values>
auto& own_value_of(Values&& values) {
  if constexpr (MemberPointer<decltype(member)>::is_few) return thing_of(values).more.own().*member;
  else return thing_of(values).*member;
}
template <auto member>
using ValuesWith = typename MemberPointer<decltype(member)>::Values;

template <auto member, auto... beside>
void copy_members(const ValuesWith<member>& values, typename Setting<ValuesWith<member>>::Changing target) {
  own_value_of<member>(target) = value_of<member>(values);
  ((own_value_of<beside>(target) = value_of<beside>(values)), ...);
}

template <auto member>
bool same_member(const PlanVersion&, typename Setting<ValuesWith<member>>::Seen a, const PlanVersion&,
                 typename Setting<ValuesWith<member>>::Seen b) {
  return value_of<member>(a) == value_of<member>(b);
}

// Printed totals: diff only says that they changed.
template <auto member>
constexpr Setting<ValuesWith<member>> setting_of_controles() {
  return {.settable = true,
          .copy = copy_members<member>,
          .same = [](const PlanVersion&, const ValuesWith<member>& a, const PlanVersion&,
                     const ValuesWith<member>& b) { return same_controles(a.*member, b.*member); },
          .label = "gedrukte totalen (controle)"};
}

// A text without quotes: a nr or id.
template <auto member>
std::string bare_words(const PlanVersion&, typename Setting<ValuesWith<member>>::Seen thing) {
  return thing_of(thing).*member;
}

// --- the row ---

// `places` is where its place is kept, for those that need it.
template <auto member, auto... places>
constexpr auto plain(std::string_view key, bool required, Marked description, const KeyPage& page) {
  using Values = ValuesWith<member>;
  using Kind = Plain<typename MemberPointer<decltype(member)>::Value>;
  return Field<Values>{
      key,
      required,
      description,
      Kind::shape,
      [](Reader& reader, const toml::node& node, Values& values) {
        own_value_of<member>(values) = Kind::read(reader, node);
        ((own_value_of<places>(values) = reader.place(node)), ...);
      },
      page,
      {.settable = true,
       .copy = copy_members<member, places...>,
       .text = [](const Values& values) { return Kind::words(value_of<member>(values)); },
       .same = same_member<member>,
       .label = key,
       .words = [](const PlanVersion&,
                   typename Setting<Values>::Seen thing) { return Kind::words(value_of<member>(thing)); }}};
}

// A key by which people know the thing.
template <class Values>
constexpr Field<Values> naming(Field<Values> field) {
  field.setting.is_name = true;
  return field;
}

// A key that diff tells as a change of its own kind.
template <class Values>
constexpr Field<Values> told_apart(Field<Values> field) {
  field.setting.same = nullptr;
  return field;
}

}  // namespace saldo
