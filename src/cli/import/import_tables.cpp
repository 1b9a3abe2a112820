#include "cli/import/import_tables.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/finding/written_place.h"
#include "base/say.h"
#include "report/figures.h"

namespace saldo {

namespace {

constexpr std::size_t rows_listed = 3;  // of each fate

Row item(std::vector<Cell> cells) { return {RowKind::item, 0, std::move(cells), false}; }

std::string count_of(std::size_t number) { return std::to_string(number); }

std::uint32_t line_of(const Imported& imported, std::size_t row) { return imported.table.rows[row].line; }

std::string notation_of(const Overzicht& table) {
  if (table.getal_by_totals) return std::string(to_text(*table.getal)) + " (zo kloppen de totalen)";
  return table.getal ? std::string(to_text(*table.getal)) : "overal hetzelfde gelezen";
}

std::string separator_word(char mark) { return mark == '\t' ? "tab" : std::string(1, mark); }

Table report_file(const Imported& imported) {
  const PrintedFile& file = imported.file;
  const Overzicht& read = imported.table;
  Table table{"bestand", Dutch("Wat er staat en hoe het is gelezen"), {}, {}};
  table.columns = {{"wat", Dutch("Wat"), ColumnType::text},
                   {"gelezen_als", Dutch("Gelezen als"), ColumnType::text},
                   {"blijkt_uit", Dutch("Blijkt uit"), ColumnType::text}};
  const auto add = [&table](const Dutch& what, std::string as, std::string from) {
    table.rows.push_back(item({what.text(), or_blank(std::move(as)), or_blank(std::move(from))}));
  };
  const bool csv = file.scheiding != '\0';
  add(Dutch("bestand"), std::filesystem::path(imported.path).filename().string(),
      count_of(read.rows.size()) + " rijen");
  add(Dutch("codering"), file.codering, file.witness);
  if (csv) add(Dutch("scheidingsteken"), separator_word(file.scheiding), "");
  else
    add(Dutch("blad"), file.sheet.name,
        read.hidden_rows == 0 ? "" : count_of(read.hidden_rows) + " verborgen rijen gelezen");
  if (read.head.figures.empty()) return table;
  const ShownNotation& shown = read.notation;
  add(Dutch("getallen"), notation_of(read),
      count_of(shown.nl) + " alleen nl, " + count_of(shown.punt) + " alleen en, " + count_of(shown.both) + " beide");
  add(Dutch("eenheid"), to_dutch(read.unit, false) + " euro",
      read.unit_told.empty() ? "nergens genoemd" : read.unit_told);
  add(Dutch("tekens"), std::string(to_text(read.teken)),
      "saldo = baten - lasten in " + count_of(read.signs.baten_less_lasten) + ", lasten - baten in " +
          count_of(read.signs.lasten_less_baten) + ", de som in " + count_of(read.signs.sum) + " van " +
          count_of(read.signs.rows) + " saldi");
  if (read.head.years)
    add(Dutch("jaren"),
        std::to_string(read.head.years->first.value) + "-" + std::to_string(read.head.years->last.value),
        read.head.is_long ? "een rij per jaar" : "een kolom per jaar");
  add(Dutch("geen getal"), count_of(read.words_pm) + " PM, " + count_of(read.words_absent) + " leeg (-, n.v.t.)", "");
  return table;
}

Table report_columns(const Imported& imported) {
  Table table{"kolommen", Dutch("Wat elke kolom is"), {}, {}};
  table.columns = {{"kolom", Dutch("Kolom"), ColumnType::text},
                   {"kop", Dutch("Kop"), ColumnType::text},
                   {"betekenis", Dutch("Betekenis"), ColumnType::text},
                   {"jaar", Dutch("Jaar"), ColumnType::text},
                   {"voorbeelden", Dutch("Voorbeelden, zoals gelezen"), ColumnType::text}};
  const std::vector<OverzichtColumn>& columns = imported.table.head.columns;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const OverzichtColumn& column = columns[at];
    std::string means(to_text(column.kind));
    if (!column.reason.empty()) means += ": " + column.reason;
    table.rows.push_back(
        item({column_letters(at + 1), or_blank(column.heading), means,
              column.year ? Cell(std::to_string(column.year->value)) : Blank(), or_blank(imported.samples[at])}));
  }
  return table;
}

Table report_fates(const Imported& imported) {
  Table table{"bestemmingen", Dutch("Wat elke rij is geworden"), {}, {}};
  table.columns = {{"bestemming", Dutch("Bestemming"), ColumnType::text},
                   {"rijen", Dutch("Rijen"), ColumnType::integer},
                   {"eerste", Dutch("De eerste"), ColumnType::text}};
  std::array<std::size_t, printed_fates.size()> count{};
  std::array<std::string, printed_fates.size()> first;
  for (std::size_t row = 0; row < imported.table.rows.size(); ++row) {
    const PrintedRow& one = imported.table.rows[row];
    const auto fate = static_cast<std::size_t>(one.fate);
    if (++count[fate] > rows_listed) continue;
    const std::string_view name = one.naam.empty() ? one.nr : one.naam;
    first[fate] += (first[fate].empty() ? "" : ", ") + std::to_string(line_of(imported, row)) +
                   (name.empty() ? "" : " " + std::string(name));
  }
  std::int64_t all = 0;
  for (std::size_t fate = 0; fate < count.size(); ++fate) {
    if (count[fate] == 0) continue;
    all += static_cast<std::int64_t>(count[fate]);
    table.rows.push_back(
        item({std::string(printed_fates[fate]), static_cast<std::int64_t>(count[fate]), or_blank(first[fate])}));
  }
  table.rows.push_back({RowKind::total, 0, {std::string("totaal"), all, Blank()}, false});
  return table;
}

Table report_totals(const Imported& imported) {
  const Overzicht& read = imported.table;
  Table table{"totalen", Dutch("Totalen: gedrukt en berekend"), {}, {}};
  table.columns = {{"rij", Dutch("Rij"), ColumnType::integer},
                   {"naam", Dutch("Naam"), ColumnType::text},
                   {"jaar", Dutch("Jaar"), ColumnType::text},
                   {"cijfer", Dutch("Cijfer"), ColumnType::text},
                   {"vanaf", Dutch("Vanaf rij"), ColumnType::integer},
                   {"gedrukt", Dutch("Gedrukt")},
                   {"berekend", Dutch("Berekend")},
                   {"verschil", Dutch("Verschil")}};
  table.when_empty = Dutch("De tabel heeft geen totalen.");
  for (const PrintedTotal& total : read.totals) {
    const PrintedRow& row = read.rows[total.row];
    const PrintedFigure& figure = read.head.figures[total.figure];
    const Money difference = total.printed - total.computed;
    table.rows.push_back(
        item({std::int64_t{line_of(imported, total.row)}, std::string(row.naam.empty() ? row.nr : row.naam),
              std::to_string(figure.year.value), std::string(to_text(figure.kind)),
              std::int64_t{line_of(imported, std::min(total.first, read.rows.size() - 1))}, Amount(total.printed),
              Amount(total.computed), difference == Money() ? Cell(Blank()) : Cell(Amount(difference))}));
  }
  return table;
}

Table report_all_rows(const Imported& imported) {
  const Overzicht& read = imported.table;
  Table table{"rijen", Dutch("Elke rij van de bron"), {}, {}};
  table.columns = {{"rij", Dutch("Rij"), ColumnType::integer}, {"bestemming", Dutch("Bestemming"), ColumnType::text},
                   {"nr", Dutch("Nr"), ColumnType::text},      {"naam", Dutch("Naam"), ColumnType::text},
                   {"kant", Dutch("Kant"), ColumnType::text},  {"reden", Dutch("Reden"), ColumnType::text}};
  for (std::size_t at = 0; at < read.rows.size(); ++at) {
    const PrintedRow& row = read.rows[at];
    const std::string side = row.side == PrintedSide::lasten ? "lasten" : row.side == PrintedSide::baten ? "baten" : "";
    table.rows.push_back(
        item({std::int64_t{line_of(imported, at)}, std::string(to_text(row.fate)), or_blank(std::string(row.nr)),
              or_blank(std::string(row.naam)), or_blank(side), or_blank(std::string(read.said_of(row).reason))}));
  }
  return table;
}

}  // namespace

std::vector<Table> report_import(const Imported& imported, bool all_rows) {
  std::vector<Table> tables{report_file(imported)};
  if (!imported.table.head.columns.empty()) tables.push_back(report_columns(imported));
  tables.push_back(report_fates(imported));
  if (!imported.table.head.columns.empty()) tables.push_back(report_totals(imported));
  if (all_rows) tables.push_back(report_all_rows(imported));
  return tables;
}

}  // namespace saldo
