// What toml++ makes of a text, however it is handed over.
#include "linked/toml_text.h"

#include <filesystem>
#include <sstream>

#include "base/text.h"
#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;

namespace {

std::string told(const toml::source_position& place) {
  return std::to_string(place.line) + ':' + std::to_string(place.column);
}

// Every node with its place; of a value also how toml++ writes it.
void tell(const toml::node& node, std::ostream& out) {
  out << told(node.source().begin) << '-' << told(node.source().end) << ' ';
  if (const toml::table* table = node.as_table()) {
    for (const auto& [key, value] : *table) {
      out << key.str() << ' ' << told(key.source().begin) << '-' << told(key.source().end) << '\n';
      tell(value, out);
    }
  } else if (const toml::array* array = node.as_array()) {
    out << array->size() << '\n';
    for (const toml::node& one : *array) tell(one, out);
  } else {
    node.visit([&out](const auto& value) {
      if constexpr (toml::is_value<decltype(value)>) out << value << '\n';
    });
  }
}

template <class Parse>
std::string parsed(std::string_view text, Parse parse) {
  std::ostringstream out;
  try {
    tell(parse(text), out);
  } catch (const toml::parse_error& error) {
    out << told(error.source().begin) << ' ' << error.description();
  }
  return out.str();
}

std::string by_toml(std::string_view text) {
  return parsed(text, [](std::string_view all) { return toml::parse(all); });
}

std::string by_letters(std::string_view text) { return parsed(text, saldo::parse_toml); }

void check_files_of(const std::string& root) {
  const std::vector<std::string> files = toml_files(root);
  CHECK(files.size() > 20);
  for (const std::string& file : files) {
    INFO(file);
    const std::string text = read_text(file);
    if (saldo::find_invalid_utf8(text)) CHECK_THROWS_AS(saldo::parse_toml(text), toml::parse_error);
    else CHECK(by_letters(text) == by_toml(text));
  }
}

}  // namespace

TEST_CASE("a text given to toml++ letter by letter is what it makes of it itself, place by place") {
  check_files_of(SALDO_SOURCE_DIR "/data");
  check_files_of(SALDO_SOURCE_DIR "/examples");
  const std::string text =
      "\xEF\xBB\xBF# caf\xC3\xA9\r\n\"\xE2\x82\xAC \xF0\x9F\x8F\x9B\" = 'x'\nb = [1,\n 2] # \xE2\x82\xAC\nb = 3";
  for (std::size_t size = 0; size <= text.size(); ++size)
    if (!saldo::find_invalid_utf8(text.substr(0, size)))
      CHECK(by_letters(text.substr(0, size)) == by_toml(text.substr(0, size)));
}

TEST_CASE("so is every file of the TOML conformance set") {
  if (!fs::exists(SALDO_SHARED_DIR "/toml-test")) SKIP("the TOML conformance files are not in " SALDO_SHARED_DIR);
  check_files_of(SALDO_SHARED_DIR "/toml-test");
}

TEST_CASE("a text that ends within a letter, or has none, is refused") {
  for (const std::string bad : {"\xC3", "\xE2\x82", "\xF0\x9F\x8F", "\xFF", "\xC3(", "\xED\xA0\x80"})
    CHECK_THROWS_AS(saldo::parse_toml("a = '" + bad), toml::parse_error);
}
