#include "plan/read/shapes.h"

#include <utility>

namespace saldo {

namespace {

constexpr std::string_view year_pattern = "^[1-9][0-9]{3}$";

// The texts of read_dutch_amount, read_decimal and read_share. A test compares them.
const std::string dutch_money =
    "((-|\u2212|[+])?(€ *)?|€ *(-|\u2212|[+]))([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+)(,[0-9]{1,2})?";
const std::string decimal = "[-+]?_*[0-9][0-9_]*(\\.[0-9_]+)?";
const std::string percentage = "[-+]?_*[0-9][0-9_]*([.,][0-9_]+)? *%";
const std::string fraction = decimal + "/" + decimal;

Shape number_or_text(const std::string& pattern) {
  return {.kinds = {ValueKind::number, ValueKind::text}, .pattern = "^" + pattern + "$"};
}

}  // namespace

Shape text_shape() { return {.kinds = {ValueKind::text}}; }
Shape boolean_shape() { return {.kinds = {ValueKind::flag}}; }
Shape amount_shape() { return number_or_text(" *(PM|pm|p\\.m\\.|" + dutch_money + ") *"); }
Shape money_shape() { return number_or_text(" *" + dutch_money + " *"); }
Shape decimal_shape() { return {.kinds = {ValueKind::number}}; }
Shape share_shape() { return number_or_text("(" + percentage + "|" + fraction + "|" + decimal + ")"); }

Shape part_shape() { return {.kinds = {ValueKind::text}, .pattern = "^(" + percentage + "|" + fraction + ")$"}; }

Shape number_name_shape() { return {.kinds = {ValueKind::whole, ValueKind::text}}; }
Shape year_shape() { return integer_shape(1000, 9999); }

// Editors see a TOML date as the text it is written in.
Shape date_shape() { return {.kinds = {ValueKind::text}, .pattern = "^[1-9][0-9]{3}-[0-1][0-9]-[0-3][0-9]$"}; }

Shape integer_shape(std::int64_t least, std::int64_t most) {
  return {.kinds = {ValueKind::whole}, .least = least, .most = most};
}

Shape delay_shape() { return integer_shape(0, most_delay); }

Shape anything_shape() { return {}; }

Shape words_shape(std::span<const std::string_view> words) {
  return {.kinds = {ValueKind::text}, .words = {words.begin(), words.end()}};
}

Shape list_of(Shape element) { return {.kinds = {ValueKind::list}, .elements = {std::move(element)}}; }

Shape either(Shape one, Shape other) { return {.any_of = {std::move(one), std::move(other)}}; }

Shape per_year_shape(Shape value, std::vector<Shape> keys) {
  value.key = year_pattern;
  return {.kinds = {ValueKind::table}, .keys = std::move(keys), .families = {std::move(value)}};
}

std::string either_pattern(std::string_view one, std::string_view other) {
  return "(" + std::string(one) + ")|(" + std::string(other) + ")";
}

Shape named(std::string_view key, std::string_view description, Shape shape, bool required) {
  shape.key = key;
  shape.description = description;
  shape.required = required;
  return shape;
}

}  // namespace saldo
