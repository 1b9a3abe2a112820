// The page of a project, turned: a row for each side of a post, the years as columns. It is narrower, and has hardly a
// cell in which nothing stands.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/table.h"

namespace saldo {

// Where a row comes from: the row of the page, and what its figures are, "baten" or "eindsaldo"; "" of a row without any.
struct SideRow {
  std::size_t page_row = 0;
  std::string figure;
};

struct SideRows {
  Table table;                // nr, naam, kant, and a column for each year
  std::vector<SideRow> rows;  // of each row of the table
};

// Of what report_project() made. No total counts these rows: there is one for the baten and one for the lasten.
SideRows side_rows(const Table& page);

}  // namespace saldo
