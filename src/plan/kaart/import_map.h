// The map of an import: what was answered about a table, kept for the one of next year. Beside the plan it stands in
// import/NAME.kaart.toml, which is no file of the plan.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/finding/diagnostic.h"
#include "base/money.h"
#include "base/year.h"
#include "plan/load.h"
#include "plan/reference.h"

namespace saldo {

inline constexpr std::int64_t import_map_version = 1;

struct ImportMap {
  // Of the table as a whole, in the words of the format; an empty name: it does not say.
  std::string bestand, sha256, naam;
  Named blad, bereik, codering, scheiding, getallen, teken, kant, jaren;
  std::optional<Money> eenheid;
  bool afronding = false;  // amounts may be rounded to the cent
  bool samen = false;      // rows of the same name are added up

  // What stands in cells of amounts and is no number: PM, nothing, and 0.
  struct Words {
    std::vector<std::string> pm = {}, leeg = {}, nul = {};
    bool empty() const { return pm.empty() && leeg.empty() && nul.empty(); }
  };
  Words woorden;

  struct Column {
    std::string key;    // its letter or its heading
    std::string soort;  // naam, lasten, overslaan …
    std::optional<Year> jaar;
    std::string reden;
    Place place;
  };
  struct Row {
    std::uint32_t line = 0;
    std::string soort;  // totaal, post, overslaan …
    std::string reden;
    Place place;
  };
  std::vector<Column> columns;  // as they stand there
  std::vector<Row> rows;
};

// What cannot be read is told as import-map.
ImportMap read_import_map(const SourceText& source, FileId file, Findings& findings);

// As TOML to edit: read back it says the same.
std::string write_import_map(const ImportMap& map);

}  // namespace saldo
