#include "plan/kaart/import_map.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>

#include "base/say.h"
#include "base/text.h"
#include "plan/read/reader.h"
#include "plan/read/scan.h"
#include "plan/tree/tree.h"
#include "plan/write/toml_text.h"

namespace saldo {

namespace {

struct BronText {
  std::string_view key;
  Named ImportMap::*member;
};
constexpr BronText bron_texts[] = {{"blad", &ImportMap::blad},         {"bereik", &ImportMap::bereik},
                                   {"codering", &ImportMap::codering}, {"scheiding", &ImportMap::scheiding},
                                   {"getallen", &ImportMap::getallen}, {"teken", &ImportMap::teken},
                                   {"kant", &ImportMap::kant},         {"jaren", &ImportMap::jaren}};
constexpr std::pair<std::string_view, std::vector<std::string> ImportMap::Words::*> word_lists[] = {
    {"pm", &ImportMap::Words::pm}, {"leeg", &ImportMap::Words::leeg}, {"nul", &ImportMap::Words::nul}};
constexpr std::pair<std::string_view, std::string ImportMap::*> bron_names[] = {
    {"bestand", &ImportMap::bestand}, {"sha256", &ImportMap::sha256}, {"naam", &ImportMap::naam}};

// Tables of toml++ are in the order of the alphabet; people read them as they stand.
std::vector<std::pair<const toml::key*, const toml::node*>> in_order(const toml::table& table) {
  std::vector<std::pair<const toml::key*, const toml::node*>> entries;
  for (auto&& [key, node] : table) entries.emplace_back(&key, &node);
  std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    const auto &x = a.first->source().begin, &y = b.first->source().begin;
    return x.line != y.line ? x.line < y.line : x.column < y.column;
  });
  return entries;
}

class MapReader {
 public:
  MapReader(Reader& reader, ImportMap& map) : reader_(reader), map_(map) {}

  void read(const toml::table& root) {
    for (const auto& [key, node] : in_order(root)) {
      if (key->str() == "versie") reader_.integer(*node, import_map_version, import_map_version);
      else if (key->str() == "bron") read_table(*node, [this](const auto& k, const auto& n) { read_bron(k, n); });
      else if (key->str() == "kolom") read_table(*node, [this](const auto& k, const auto& n) { read_column(k, n); });
      else if (key->str() == "rij") read_table(*node, [this](const auto& k, const auto& n) { read_row(k, n); });
      else if (key->str() == "woord") read_table(*node, [this](const auto& k, const auto& n) { read_words(k, n); });
      else unknown(*key, "bron, kolom, rij, woord");
    }
    if (!root.contains("versie"))
      reader_.report(Rule::import_map, Place{reader_.place(root).file, 1, 1, 1}, say("a map has no `versie`"),
                     say("write versie = 1 as its first line"));
  }

 private:
  void unknown(const toml::key& key, std::string known) {
    reader_.report(Rule::import_map, reader_.place(key.source()),
                   say("`{}` is not known in a map", std::string(key.str())), say("there are {}", known));
  }

  template <class Each>
  void read_table(const toml::node& node, Each each) {
    if (const toml::table* table = reader_.table(node, marked("a table")))
      for (const auto& [key, value] : in_order(*table)) each(*key, *value);
  }

  void read_bron(const toml::key& key, const toml::node& node) {
    for (const auto& [name, member] : bron_names)
      if (key.str() == name) {
        map_.*member = reader_.text(node).value_or("");
        return;
      }
    for (const BronText& one : bron_texts)
      if (key.str() == one.key) {
        map_.*one.member = {std::string(reader_.text(node).value_or("")), reader_.place(node)};
        return;
      }
    if (key.str() == "eenheid") read_unit(node);
    else if (key.str() == "afronding") map_.afronding = reader_.boolean(node).value_or(false);
    else if (key.str() == "samen") map_.samen = reader_.boolean(node).value_or(false);
    else
      unknown(
          key,
          "bestand, sha256, naam, blad, bereik, codering, scheiding, getallen, eenheid, teken, kant, jaren, afronding, "
          "samen");
  }

  // pm = ["volgt"], or one word by itself.
  void read_words(const toml::key& key, const toml::node& node) {
    const auto list = std::find_if(std::begin(word_lists), std::end(word_lists),
                                   [&key](const auto& one) { return one.first == key.str(); });
    if (list == std::end(word_lists)) return unknown(key, "pm, leeg, nul");
    std::vector<std::string>& words = map_.woorden.*list->second;
    const toml::array* array = node.as_array();
    if (array == nullptr) words.emplace_back(reader_.text(node).value_or(""));
    else
      for (const toml::node& one : *array) words.emplace_back(reader_.text(one).value_or(""));
    std::erase(words, "");
  }

  void read_unit(const toml::node& node) {
    const std::optional<std::int64_t> euros = reader_.integer(node, 1, 1'000'000);
    if (!euros) return;
    map_.eenheid = Money::of_euros(*euros);
    if (std::find(std::begin(written_units), std::end(written_units), *map_.eenheid) != std::end(written_units)) return;
    map_.eenheid.reset();
    reader_.report(Rule::import_map, node, say("a unit is 1, 1000 or 1000000"));
  }

  // "lasten 2026" in short, or { soort = "lasten", jaar = 2026 }.
  void read_column(const toml::key& key, const toml::node& node) {
    ImportMap::Column column;
    column.key = key.str();
    column.place = reader_.place(key.source());
    read_soort(node, column.soort, column.reden, &column.jaar);
    map_.columns.push_back(std::move(column));
  }

  void read_row(const toml::key& key, const toml::node& node) {
    ImportMap::Row row;
    const std::string_view digits = key.str();
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), row.line);
    row.place = reader_.place(key.source());
    if (end.ec != std::errc() || end.ptr != digits.data() + digits.size() || row.line == 0) {
      reader_.report(Rule::import_map, row.place, say("`{}` is not the number of a row", std::string(digits)),
                     say("rows are numbered as the lines of the csv or the rows of the sheet"));
      return;
    }
    read_soort(node, row.soort, row.reden, nullptr);
    map_.rows.push_back(std::move(row));
  }

  void read_soort(const toml::node& node, std::string& soort, std::string& reden, std::optional<Year>* jaar) {
    if (node.is_string()) {
      soort = reader_.text(node).value_or("");
      return;
    }
    const toml::table* table = reader_.table(node, marked("a word or a table"));
    if (table == nullptr) return;
    for (const auto& [key, value] : in_order(*table)) {
      if (key->str() == "soort" || key->str() == "kant") soort = reader_.text(*value).value_or("");
      else if (key->str() == "reden" || key->str() == "kop") reden = reader_.text(*value).value_or("");
      else if (key->str() == "jaar" && jaar != nullptr) *jaar = reader_.year(*value);
      else unknown(*key, jaar == nullptr ? "soort, reden" : "soort, kant, jaar, kop, reden");
    }
  }

  Reader& reader_;
  ImportMap& map_;
};

std::optional<std::string> key_line(std::string_view key, std::string_view text) {
  if (text.empty()) return std::nullopt;
  return fmt::format("{} = {}\n", key, toml_text(text));
}

std::string words_line(std::string_view key, const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + toml_text(word);
  return list.empty() ? "" : fmt::format("{} = [{}]\n", key, list);
}

bool is_bare_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
}

std::string words_of(const std::string& soort, std::optional<Year> jaar, const std::string& reden) {
  if (!jaar && reden.empty()) return toml_text(soort);
  std::string all = "{ soort = " + toml_text(soort);
  if (jaar) all += fmt::format(", jaar = {}", jaar->value);
  if (!reden.empty()) all += ", reden = " + toml_text(reden);
  return all + " }";
}

}  // namespace

ImportMap read_import_map(const SourceText& source, FileId file, Findings& findings) {
  ImportMap map;
  Findings found;
  const auto refuse = [&](Message message, std::uint32_t line) {
    found.push_back(
        {Rule::import_map, {file, line, line == 0 ? 0u : 1u, line == 0 ? 0u : 1u}, std::move(message), {}, {}});
  };
  if (find_invalid_utf8(source.text)) refuse(say("this file is not UTF-8"), 0);
  else if (find_too_deep(source.text) || find_too_long(source.text)) refuse(say("this is no map of an import"), 0);
  else {
    try {
      const Tree tree(source.text);
      Reader reader(file, source.text, one_euro, found);
      MapReader(reader, map).read(tree.root());
    } catch (const toml::parse_error& error) {
      refuse(say("this is not TOML"), error.source().begin.line);
    }
  }
  for (Diagnostic& finding : found) {
    finding.rule = Rule::import_map;
    finding.severity = Severity::error;
    findings.push_back(std::move(finding));
  }
  return map;
}

std::string write_import_map(const ImportMap& map) {
  std::string text = fmt::format("versie = {}\n\n[bron]\n", import_map_version);
  for (const auto& [name, member] : bron_names) text += key_line(name, map.*member).value_or("");
  for (const BronText& one : bron_texts) text += key_line(one.key, (map.*one.member).name).value_or("");
  if (map.eenheid) text += fmt::format("eenheid = {}\n", map.eenheid->cents() / one_euro.cents());
  if (map.afronding) text += "afronding = true\n";
  if (map.samen) text += "samen = true\n";
  if (!map.woorden.empty()) text += "\n[woord]\n";
  for (const auto& [name, list] : word_lists) text += words_line(name, map.woorden.*list);
  if (!map.columns.empty()) text += "\n[kolom]\n";
  for (const ImportMap::Column& column : map.columns)
    text += fmt::format("{} = {}\n", is_bare_key(column.key) ? column.key : toml_text(column.key),
                        words_of(column.soort, column.jaar, column.reden));
  if (!map.rows.empty()) text += "\n[rij]\n";
  for (const ImportMap::Row& row : map.rows)
    text += fmt::format("{} = {}\n", row.line, words_of(row.soort, {}, row.reden));
  return text;
}

}  // namespace saldo
