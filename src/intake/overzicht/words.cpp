#include "intake/overzicht/words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "base/text.h"

namespace saldo {

namespace {

using Tokens = std::vector<std::string>;

bool is_one_of(const std::string& token, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), token) != words.end();
}

void end_token(Tokens& tokens, std::string& token) {
  // 1.000,- is 1.000.
  while (!token.empty() && (std::string_view(".,:-").find(token.back()) != std::string_view::npos)) token.pop_back();
  if (!token.empty()) tokens.push_back(token);
  token.clear();
}

// Whether one of these, in small letters, stands in it: nearly every name holds none, and need not be looked at closer.
bool holds_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  const auto is_same = [](char in_text, char in_word) { return in_text == in_word || (in_text | 0x20) == in_word; };
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return std::search(text.begin(), text.end(), word.begin(), word.end(), is_same) != text.end();
  });
}

// In small letters; € and × are tokens of their own, and so is an x in front of digits: x1.000.
Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  std::string token;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view letter = first_code_point(rest);
    rest.remove_prefix(letter.size());
    const char c = letter.size() == 1 ? letter.front() : '\0';
    const bool begins_number = token == "x" && is_digit(c);
    if (begins_number || letter == "€" || letter == "×" || letter == "*") end_token(tokens, token);
    if (letter == "€" || letter == "×" || letter == "*") tokens.emplace_back(letter == "€" ? "€" : "x");
    else if (c == ' ' || c == '(' || c == ')' || c == '/' || c == '\t' || c == '\n' || letter == "\u00A0")
      end_token(tokens, token);
    else if (c >= 'A' && c <= 'Z') token += static_cast<char>(c | 0x20);
    else token += letter == "’" ? "'" : letter;
  }
  end_token(tokens, token);
  return tokens;
}

std::optional<Money> unit_of_token(const std::string& token) {
  if (is_one_of(token, {"1.000.000", "1000000", "miljoen", "miljoenen", "mln", "mio"})) return written_units[2];
  if (is_one_of(token, {"1.000", "1000", "duizend", "duizenden", "duizendtallen"})) return written_units[1];
  return std::nullopt;
}

// "k€" and "M€", of which the € is a token by itself.
std::optional<Money> unit_of_letter(const Tokens& tokens, std::size_t at) {
  if (at + 1 >= tokens.size() || tokens[at + 1] != "€") return std::nullopt;
  return tokens[at] == "k"   ? std::optional(written_units[1])
         : tokens[at] == "m" ? std::optional(written_units[2])
                             : std::nullopt;
}

bool is_euro(const std::string& token) { return is_one_of(token, {"€", "eur", "euro", "euro's", "euros"}); }

// What was before a number that is a unit: "x", "in", "x €", "in €".
bool leads_to_unit(const Tokens& tokens, std::size_t at) {
  if (at > 0 && tokens[at - 1] == "1" && !is_digit(tokens[at][0])) --at;  // 1 mln
  const bool with_euro = at > 0 && is_euro(tokens[at - 1]);
  const std::size_t before = at - (with_euro ? 1 : 0);
  if (before == 0) return false;
  const std::string& word = tokens[before - 1];
  return word == "x" || word == "maal" || word == "keer" || (word == "in" && (with_euro || !is_digit(tokens[at][0])));
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view no_break = "\u00A0";
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.starts_with(no_break)) text = trimmed(text.substr(no_break.size()));
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  while (text.ends_with(no_break)) text = trimmed(text.substr(0, text.size() - no_break.size()));
  return text;
}

// "In Europa 1.000 banen" tells of no unit: behind it nothing stands but euros.
std::optional<Money> unit_in(std::string_view text) {
  if (text.size() < 3 || text.size() > 200) return std::nullopt;
  if (!holds_one_of(text, {"000", "duizend", "miljoen", "mln", "mio", "k€", "m€"})) return std::nullopt;
  const Tokens tokens = tokens_of(text);
  const auto ends_before = [&tokens](std::size_t at) {
    return at >= tokens.size() || tokens[at].starts_with('-') || tokens[at].starts_with("tenzij");
  };
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (const auto unit = unit_of_letter(tokens, at); unit && ends_before(at + 2)) return unit;
    const std::optional<Money> unit = unit_of_token(tokens[at]);
    if (!unit) continue;
    const bool ends = ends_before(at + 1) || is_euro(tokens[at + 1]);
    const bool is_all = tokens.size() == 2 && is_euro(tokens[1 - at]) && !is_digit(tokens[at][0]);
    if (ends && (is_all || leads_to_unit(tokens, at))) return unit;
  }
  return std::nullopt;
}

std::optional<Money> unit_of(std::string_view text) {
  const Tokens tokens = tokens_of(text);
  std::optional<Money> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::string& token = tokens[at];
    if (const auto letter = unit_of_letter(tokens, at)) found = letter;
    else if (const auto unit = unit_of_token(token)) found = unit;
    else if (token == "1" || (is_euro(token) && !found)) found = found.value_or(one_euro);
    else if (token != "x" && token != "in" && !is_euro(token)) return std::nullopt;
  }
  return found;
}

ToldRow told_row(std::string_view soort) {
  if (soort == "programmalijn") return {1};
  if (soort == "project") return {2};
  if (soort == to_text(Soort::exploitatie)) return {2, Soort::exploitatie};
  if (soort == to_text(Soort::reserve)) return {2, Soort::reserve};
  return {soort == "post" ? 3u : 0u};
}

bool is_absent_word(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() > 8 || is_digit(text.front())) return false;
  constexpr std::string_view words[] = {"-",     "--",   "–",      "—",   "nvt",    "n.v.t.",
                                        "n.v.t", "nvt.", "N.v.t.", "NVT", "n.v.t.-"};
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

bool is_code(std::string_view text) {
  if (text.empty() || text.size() > 20) return false;
  if (text.size() > 1 && ((text[0] | 0x20) >= 'a' && (text[0] | 0x20) <= 'z')) text.remove_prefix(1);
  return is_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.' || c == '-'; });
}

std::string_view code_above(std::string_view code) {
  while (code.ends_with('.')) code.remove_suffix(1);
  const std::size_t at = code.rfind('.');
  return at == code.npos ? std::string_view() : code.substr(0, at);
}

TotalWord total_word(std::string_view naam) {
  if (!holds_one_of(naam, {"tota", "saldo", "resultaat", "generaal", "stand van"})) return {};
  const Tokens tokens = tokens_of(naam);
  if (tokens.empty()) return {};
  std::string first = tokens.front();
  const auto means = [&]() -> std::optional<PrintedFate> {
    if (is_one_of(first, {"subtotaal", "sub-totaal", "deeltotaal"})) return PrintedFate::subtotaal;
    if (is_one_of(first, {"totaal", "totale", "eindtotaal", "generaal", "totalen"})) return PrintedFate::totaal;
    if (is_one_of(first, {"saldo", "resultaat", "exploitatiesaldo", "begrotingssaldo"})) return PrintedFate::saldo;
    return std::nullopt;
  };
  const auto is_plain = [](const std::string& token) {
    return is_one_of(
        token, {"van",       "de",       "en",         "baten",    "lasten", "-",         "programma", "programma's",
                "totaal",    "generaal", "voor",       "na",       "alle",   "begroting", "inkomsten", "uitgaven",
                "resultaat", "saldo",    "bestemming", "reserves", "per",    "mutaties",  "projecten"});
  };
  const bool all_plain = std::all_of(tokens.begin() + 1, tokens.end(), is_plain);
  // "Stand van projecten en reserves"; a stand of something else is a post.
  if (first == "stand") return all_plain ? TotalWord{PrintedFate::totaal, true} : TotalWord{};
  if (const auto fate = means()) return {*fate, all_plain};
  // "Totaalplan", "Lasten totaal": perhaps.
  for (const std::string& token : tokens) {
    first = token;
    if (const auto fate = means(); fate && *fate != PrintedFate::saldo)
      return {*fate, all_plain && is_plain(tokens[0])};
    if (token.starts_with("totaal") || token.starts_with("subtotaal")) return {PrintedFate::totaal, false};
  }
  return {};
}

bool is_remark(std::string_view text) {
  if (text.empty() || text.size() > 120 || unit_in(text)) return true;
  constexpr std::string_view begins[] = {"*",   "(",  "bron",   "toelicht", "noot", "bedragen", "alle bedragen",
                                         "n.b", "nb", "let op", "afronding"};
  std::string small(text.substr(0, 20));
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  if (text.size() > 1 && is_digit(text[0]) && text[1] == ')') return true;
  return std::any_of(std::begin(begins), std::end(begins),
                     [&small](std::string_view begin) { return small.starts_with(begin); });
}

}  // namespace saldo
