#include <algorithm>
#include <filesystem>
#include <iterator>

#include "base/finding/suggest.h"
#include "base/finding/written_place.h"
#include "base/say.h"
#include "base/text.h"
#include "cli/import/import.h"

namespace saldo {

namespace {

class MapApplier {
 public:
  MapApplier(ImportAsked& asked, Findings& findings) : asked_(asked), findings_(findings) {}

  void apply(const ImportMap& map) {
    apply_file(map);
    apply_table(map);
    for (const ImportMap::Column& column : map.columns) apply_column(column);
    for (const ImportMap::Row& row : map.rows) apply_row(row);
  }

 private:
  void refuse(Place place, Message message, Message help = {}) {
    findings_.push_back({Rule::import_map, place, std::move(message), {}, std::move(help)});
  }

  // The place of the word among these.
  std::optional<std::size_t> find(const std::string& word, Place place, std::span<const std::string_view> words) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    refuse(place, say("`{}` means nothing here", word),
           say("there are {}", listed(std::vector<std::string>(words.begin(), words.end()))));
    return std::nullopt;
  }
  std::optional<std::size_t> find(const Named& word, std::span<const std::string_view> words) {
    return word.name.empty() ? std::nullopt : find(word.name, word.place, words);
  }

  void apply_file(const ImportMap& map) {
    if (asked_.naam.empty()) asked_.naam = map.naam;
    if (asked_.file.blad.empty()) asked_.file.blad = map.blad.name;
    if (!asked_.file.bereik && !map.bereik.name.empty()) {
      asked_.file.bereik = read_range(map.bereik.name);
      if (!asked_.file.bereik)
        refuse(map.bereik.place, say("`{}` is no range", map.bereik.name), say("write two corners, such as A3:J96"));
    }
    constexpr std::string_view encodings[] = {"utf-8", "windows-1252"};
    if (!asked_.file.tekenset)
      if (const auto found = find(map.codering, encodings)) asked_.file.tekenset = static_cast<Tekenset>(*found);
    constexpr std::string_view marks[] = {";", ",", "tab", "|"};
    if (!asked_.file.scheiding)
      if (const auto found = find(map.scheiding, marks)) asked_.file.scheiding = *found == 2 ? '\t' : marks[*found][0];
  }

  void apply_table(const ImportMap& map) {
    OverzichtAsked& table = asked_.table;
    constexpr std::string_view notations[] = {"nl", "en"};
    if (!table.getal)
      if (const auto found = find(map.getallen, notations)) table.getal = static_cast<Getal>(*found);
    if (!table.teken)
      if (const auto found = find(map.teken, voorteken_words)) table.teken = static_cast<Voorteken>(*found);
    constexpr std::string_view sides[] = {"lasten", "baten"};
    if (table.bare == PrintedSide::unknown)
      if (const auto found = find(map.kant, sides)) table.bare = *found == 0 ? PrintedSide::lasten : PrintedSide::baten;
    if (!table.unit) table.unit = map.eenheid;
    table.rounds = table.rounds || map.afronding;
    table.joins = table.joins || map.samen;
    for (const std::string& word : map.woorden.pm) table.words.emplace(folded(word), Amount::pm());
    for (const std::string& word : map.woorden.leeg) table.words.emplace(folded(word), Amount());
    for (const std::string& word : map.woorden.nul) table.words.emplace(folded(word), Amount(Money()));
    if (!table.years && !map.jaren.name.empty()) {
      const std::string& text = map.jaren.name;
      const std::optional<Year> first = read_year(std::string_view(text).substr(0, 4));
      const std::optional<Year> last = text.size() == 9 ? read_year(std::string_view(text).substr(5)) : first;
      if (first && last && *first <= *last) table.years = Years{*first, *last};
      else refuse(map.jaren.place, say("`{}` are no years", text), say("write 2026 or 2025-2028"));
    }
  }

  void apply_column(const ImportMap::Column& column) {
    constexpr std::size_t first = 2;  // what a map can say: no column is empty or unknown because of it
    const std::span<const std::string_view> words = std::span(column_words).subspan(first);
    const auto found = find(column.soort, column.place, words);
    if (found)
      asked_.table.columns.columns.push_back(
          {column.key, static_cast<ColumnKind>(*found + first), column.jaar, column.reden, column.place});
  }

  void apply_row(const ImportMap::Row& row) {
    constexpr std::string_view words[] = {"post", "subtotaal", "totaal", "saldo", "kop", "toelichting", "overslaan"};
    constexpr PrintedFate fates[] = {PrintedFate::post,        PrintedFate::subtotaal, PrintedFate::totaal,
                                     PrintedFate::saldo,       PrintedFate::kop,       PrintedFate::toelichting,
                                     PrintedFate::overgeslagen};
    if (const auto found = find(row.soort, row.place, words))
      asked_.table.rows.push_back({row.line, fates[*found], row.reden, row.place});
  }

  ImportAsked& asked_;
  Findings& findings_;
};

std::string years_text(Years years) {
  const std::string first = std::to_string(years.first.value);
  return years.first == years.last ? first : first + "-" + std::to_string(years.last.value);
}

}  // namespace

void apply_map(const ImportMap& map, ImportAsked& asked, Findings& findings) { MapApplier(asked, findings).apply(map); }

ImportMap map_of(const Imported& imported, const ImportAsked& asked) {
  ImportMap map;
  const Overzicht& table = imported.table;
  map.bestand = std::filesystem::path(imported.path).filename().string();
  map.sha256 = imported.file.sha256;
  map.naam = imported.plan ? imported.plan->naam : asked.naam;
  map.blad.name = imported.file.sheet.name;
  if (imported.file.scheiding != '\0') {
    if (imported.file.codering != "utf-16") map.codering.name = imported.file.codering;
    map.scheiding.name = imported.file.scheiding == '\t' ? "tab" : std::string(1, imported.file.scheiding);
  }
  if (table.getal) map.getallen.name = *table.getal == Getal::nl ? "nl" : "en";
  map.eenheid = table.unit;
  map.teken.name = to_text(table.teken);
  if (table.head.years) map.jaren.name = years_text(*table.head.years);
  for (std::size_t at = 0; at < table.head.columns.size(); ++at) {
    const OverzichtColumn& column = table.head.columns[at];
    if (column.kind == ColumnKind::none || column.kind == ColumnKind::unknown) continue;
    map.columns.push_back({column_letters(at + 1),
                           std::string(to_text(column.kind)),
                           column.kind == ColumnKind::skipped ? std::nullopt : column.year,
                           column.kind == ColumnKind::skipped ? column.reason : "",
                           {}});
  }
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    const PrintedRow& row = table.rows[at];
    if (!is_total(row.fate) && row.fate != PrintedFate::overgeslagen) continue;
    const bool skipped = row.fate == PrintedFate::overgeslagen;
    map.rows.push_back(
        {row.line, skipped ? "overslaan" : std::string(to_text(row.fate)), std::string(table.said_of(row).reason), {}});
  }
  return map;
}

}  // namespace saldo
