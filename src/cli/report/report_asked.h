// What can be asked of `saldo report`, as values.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "calc/risk/risk.h"
#include "cli/options.h"
#include "report/paper/paper.h"

namespace saldo {

enum class PaperForm : std::uint8_t { html, md, xlsx };

struct ReportAsked {
  PlanAsked plan;      // without its scenarios and sets: those are put beside it
  std::string path;    // a file; "" where a folder is asked
  std::string bundle;  // a folder with all forms of it, and its tables and pictures
  PaperForm form{};
  std::string old_plan;                // of the aansluiting; "" is none
  std::vector<std::string> scenarios;  // files or names
  std::vector<std::string> sets;
  std::string texts;  // the folder with what the author wrote; "": rapport in the plan
  std::vector<PaperPart> parts;
  bool chose_parts = false;  // with --parts
  YearsAsked years;
  std::string date;
  bool draft = false;
  Language language = Language::nl;
  RiskOptions draws;
  RenderOptions format;
  std::vector<std::string> typed;  // "--scenario loon-6": what was asked beside the plan, for the account

  bool to_out() const { return path == "-"; }
  bool wants(PaperPart part) const { return std::find(parts.begin(), parts.end(), part) != parts.end(); }
};

}  // namespace saldo
