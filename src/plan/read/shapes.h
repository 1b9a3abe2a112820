// The shapes of what Reader reads, each named after the function that reads it. A shape allows all that its function
// takes; what it cannot tell (three decimals, the range of an amount, invisible characters) is left to the loader.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/shape.h"

namespace saldo {

Shape text_shape();
Shape boolean_shape();
Shape amount_shape();  // money or PM
Shape money_shape();
Shape unit_shape();  // what is rounded to: money above zero
Shape decimal_shape();
Shape share_shape();  // a number or "2/3", "80%"
Shape part_shape();   // "2/3" or "80%", only as a text
Shape number_name_shape();
Shape year_shape();
Shape date_shape();
Shape integer_shape(std::int64_t least, std::int64_t most);
Shape delay_shape();  // of a `vertraging`
inline constexpr std::int64_t most_delay = 99;
Shape anything_shape();

Shape words_shape(std::span<const std::string_view> words);
template <const auto& words>
Shape one_of() {
  return words_shape(words);
}

inline constexpr std::string_view side_words[] = {"baten", "lasten"};  // in the order of Direction

Shape list_of(Shape element);
Shape either(Shape one, Shape other);

// The keys users make up: any name, and any that is not a year.
inline constexpr std::string_view any_name_pattern = "";
inline constexpr std::string_view other_name_pattern = "^(?![1-9][0-9]{3}$)";

std::string either_pattern(std::string_view one, std::string_view other);

// { 2025 = VALUE }; `keys` are those that may stand beside the years.
Shape per_year_shape(Shape value, std::vector<Shape> keys = {});

// `shape` under `key`, with what an editor shows on it and what the page of the format says of it.
Shape named(std::string_view key, std::string_view description, Shape shape, bool required = false,
            const KeyPage& page = {});

}  // namespace saldo
