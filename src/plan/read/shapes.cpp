#include "plan/read/shapes.h"

#include <utility>

#include "plan/read/scan.h"

namespace saldo {

namespace {

constexpr std::string_view year_pattern = "^[1-9][0-9]{3}$";

// The texts of read_dutch_amount, read_decimal and read_share. A test compares them.
const std::string space_pattern = "( |\u00A0|\u2007|\u2009|\u202F)";
const std::string sign_pattern = "(-/-|-|\u2212|[+])" + space_pattern + "*";
const std::string whole_euros = "([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+|[0-9]{1,3}(" + space_pattern + "[0-9]{3})+)";
const std::string dutch_money = "(" + sign_pattern + "(€" + space_pattern + "*)?|€" + space_pattern + "*(" +
                                sign_pattern + ")?)?" + whole_euros + "(,([0-9]{1,8}|--?|\u2013|\u2014))?";
const std::string decimal = "[-+]?_*[0-9][0-9_]*(\\.[0-9_]+)?";
const std::string percentage = "[-+]?_*[0-9][0-9_]*([.,][0-9_]+)? *%";
const std::string fraction = decimal + "/" + decimal;

Shape number_or_text(const std::string& pattern) {
  return {.kinds = {ValueKind::number, ValueKind::text}, .pattern = "^" + pattern + "$"};
}

Shape typed(Shape shape, std::string_view type, std::string_view unit = {}) {
  shape.type = type;
  shape.unit = unit;
  return shape;
}

}  // namespace

Shape text_shape() { return typed({.kinds = {ValueKind::text}, .longest = max_text}, "text"); }
Shape boolean_shape() { return typed({.kinds = {ValueKind::flag}}, "`true` or `false`"); }
Shape amount_shape() {
  return typed(number_or_text(space_pattern + "*(PM|pm|p\\.m\\.|" + dutch_money + ")" + space_pattern + "*"),
               "amount or `\"PM\"`", "euro");
}
Shape money_shape() {
  return typed(number_or_text(space_pattern + "*" + dutch_money + space_pattern + "*"), "amount", "euro");
}
Shape unit_shape() {
  Shape shape = money_shape();
  shape.above = 0;
  return shape;
}
Shape decimal_shape() { return typed({.kinds = {ValueKind::number}}, "number"); }
Shape share_shape() { return typed(number_or_text("(" + percentage + "|" + fraction + "|" + decimal + ")"), "share"); }

Shape part_shape() {
  return typed({.kinds = {ValueKind::text}, .pattern = "^(" + percentage + "|" + fraction + ")$"}, "share in quotes");
}

Shape number_name_shape() {
  return typed({.kinds = {ValueKind::whole, ValueKind::text}, .longest = max_text}, "whole number or text");
}
Shape year_shape() { return typed(integer_shape(1000, 9999), "year"); }

// Editors see a TOML date as the text it is written in.
Shape date_shape() {
  return typed({.kinds = {ValueKind::text}, .pattern = "^[1-9][0-9]{3}-[0-1][0-9]-[0-3][0-9]$"}, "date");
}

Shape integer_shape(std::int64_t least, std::int64_t most) {
  return {.kinds = {ValueKind::whole}, .least = least, .most = most};
}

Shape delay_shape() { return typed(integer_shape(0, most_delay), "whole number, 0 to 99", "years"); }

Shape anything_shape() { return {}; }

Shape words_shape(std::span<const std::string_view> words) {
  return {.kinds = {ValueKind::text}, .words = {words.begin(), words.end()}};
}

Shape list_of(Shape element) { return {.kinds = {ValueKind::list}, .elements = {std::move(element)}}; }

Shape either(Shape one, Shape other) { return {.any_of = {std::move(one), std::move(other)}}; }

Shape per_year_shape(Shape value, std::vector<Shape> keys) {
  value.key = year_pattern;
  value.called = "a year";
  return {.kinds = {ValueKind::table}, .keys = std::move(keys), .families = {std::move(value)}};
}

std::string either_pattern(std::string_view one, std::string_view other) {
  return "(" + std::string(one) + ")|(" + std::string(other) + ")";
}

Shape named(std::string_view key, std::string_view description, Shape shape, bool required, const KeyPage& page) {
  shape.key = key;
  shape.description = description;
  shape.required = required;
  shape.page = page;
  return shape;
}

}  // namespace saldo
