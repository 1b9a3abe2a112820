#include "report/close/differences_table.h"

#include "report/figures.h"

namespace saldo {

Table report_differences(const std::vector<RecordDifference>& differences, Year year) {
  Table table{"verschillen", Dutch("Anders dan de vastgelegde afsluiting {}", word(year)), {}, {}};
  table.columns = {{"project", Dutch("Project"), ColumnType::text},
                   {"post", Dutch("Post"), ColumnType::text},
                   {"kant", Dutch("Kant"), ColumnType::text},
                   {"vastgelegd", Dutch("Vastgelegd")},
                   {"nu", Dutch("Nu")},
                   {"verschil", Dutch("Verschil")}};
  for (const RecordDifference& one : differences) {
    const Money verschil = one.after.value_or(Money()) - one.before.value_or(Money());
    table.rows.push_back({RowKind::item,
                          0,
                          {one.project, or_blank(one.post),
                           one.direction ? Cell(std::string(to_text(*one.direction))) : Cell(Dutch("eindsaldo").text()),
                           one.before ? Cell(Amount(*one.before)) : Blank(),
                           one.after ? Cell(Amount(*one.after)) : Blank(), Amount(verschil)},
                          false});
  }
  return table;
}

}  // namespace saldo
