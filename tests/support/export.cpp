#include "support/export.h"

#include <fmt/format.h>

#include "support/catch.h"
#include "support/support.h"

const std::string awkward_plan = R"---([plan]
naam = 'Raad "zegt" \N, en \.'
eerste_jaar = 2025
laatste_jaar = 2026

[[programmalijn]]
id = "0363"
naam = "=1+1"

[[programmalijn]]
id = '\N'
naam = "O'Neill; DROP TABLE bedrag; --"
onder = "0363"

[[project]]
nr = "3.1"
naam = "@SUM(A1)"
programmalijn = "0363"

[[project.post]]
nr = "007"
naam = '\.'
lasten = { 2025 = 0.01, 2026 = "PM" }

[[project.post]]
nr = "1.0"
naam = '\N'
baten = { 2025 = 9_999_999_999_999.99, 2026 = -0.05 }

[[project.post]]
nr = '"'
naam = 'Een "citaat", een komma; $saldo$ en een \t backslash\'
lasten = { 2025 = -12.34 }
kop = 'kop, met "teken"'

[[project]]
nr = "3.10"
naam = "Überschuß ﬁ 🎉 ñ"
programmalijn = '\N'
kenmerken = { financier = 'a,"b"' }

[[project.post]]
nr = "1"
naam = "'=HYPERLINK(1)"
baten = { 2025 = 0, 2026 = 5 }

[[project.post]]
nr = "1E5"
naam = "-5"
baten = { 2025 = 3 }

[[project]]
nr = "3.100"
naam = "NULL"
programmalijn = "0363"

[[project.post]]
nr = "true"
naam = "null"
baten = { 2025 = "PM" }
)---";

const std::string awkward_names = R"---(3.1|"|Een "citaat", een komma; $saldo$ en een \t backslash\
3.1|007|\.
3.1|1.0|\N
3.10|1|'=HYPERLINK(1)
3.10|1E5|-5
3.100|true|null
)---";

namespace {

long long cents_of(const std::string& plain) {
  std::string digits;
  for (const char c : plain)
    if (c != '.') digits += c;
  return std::stoll(digits);
}

}  // namespace

std::map<std::pair<std::string, std::string>, TidySum> tidy_sums(const std::string& plan) {
  const std::vector<std::vector<std::string>> rows =
      read_csv(run_saldo({"table", plan, "--tidy", "--format", "csv"}).out);
  std::map<std::pair<std::string, std::string>, TidySum> sums;
  for (std::size_t i = 1; i < rows.size(); ++i)
    for (const auto& [side, at] : {std::pair("baten", 5u), std::pair("lasten", 6u)}) {
      const std::string& cell = rows[i].at(at);
      if (cell.empty()) continue;
      TidySum& sum = sums[{rows[i][4], side}];
      ++sum.rows;
      if (cell == "PM") ++sum.pm;
      else sum.cents += cents_of(cell);
    }
  return sums;
}

std::string tidy_lines(const std::string& plan) {
  std::string lines;
  for (const auto& [of, sum] : tidy_sums(plan)) {
    const long long size = sum.cents < 0 ? -sum.cents : sum.cents;
    lines += fmt::format("{}|{}|{}|{}{}.{:02}|{}\n", of.first, of.second, sum.rows, sum.cents < 0 ? "-" : "",
                         size / 100, size % 100, sum.pm);
  }
  return lines;
}
