// The actuals of a plan out of a text, and what was found in it, as short lines.
#pragma once

#include <string>
#include <vector>

#include "intake/actuals.h"

struct TakenIn {
  saldo::Plan plan;
  saldo::Actuals actuals;
  saldo::Findings findings;
  std::vector<std::string> files;

  // "in.csv:2:5: MESSAGE [RULE]"; the plan is plan.toml.
  std::vector<std::string> told() const;
  std::vector<std::string> rules() const;
  std::string help() const;  // of the first finding
  // "1/2 lasten 11800.00", and behind it what else there is: " (3 rows) ordered 10.00 expected 12.00: why".
  std::vector<std::string> amounts() const;
  std::vector<std::string> fates() const;  // "2 verwerkt 1/2", "3 overgeslagen 4999: balanspost"
  std::string told_in_full() const;        // as saldo shows it
};

// `toml` is a plan without findings; `koppeling` is the naam of one of it, or "".
TakenIn take_in(const std::string& toml, const std::string& bytes, const std::string& koppeling = "",
                saldo::Year year = saldo::Year{2025});
// The same with the files of a folder.
TakenIn take_in_folder(const std::string& path, const std::string& bytes, const std::string& koppeling = "");
