// A plan worked out as far as overlap, carryover and why need it; pieces to write a small one from; and what was found
// in it as short lines, so that a test can say what it expects in one.
#pragma once

#include <string>
#include <vector>

#include "calc/carryover/carryover.h"
#include "calc/check/suspects.h"
#include "calc/overdrachten.h"
#include "calc/relaties.h"
#include "calc/wijziging/apply.h"
#include "calc/worked.h"
#include "support/support.h"

// A plan without findings and without its begrotingswijzigingen, with all that follows from it.
struct SmallPlan : saldo::Worked {
  saldo::Trace trace;
  std::vector<saldo::Overdracht> overdrachten;
  std::vector<std::string> files;

  saldo::Netto netto() const { return saldo::work_out_netto(plan, balances, overdrachten); }
  saldo::Carryover carryover() const { return saldo::work_out_carryover(*this, overdrachten); }
};

SmallPlan work_out_plan(const std::string& path);
SmallPlan work_out_text(const std::string& text);
const SmallPlan& real_plan();  // worked out once

using Lines = std::vector<std::string>;

// --- pieces of TOML; a plan of 2025 to 2028 is head() + line("a") + project("1") + post(...) + ... ---

std::string head(const std::string& keys = "");
std::string line(const std::string& id, const std::string& onder = "");
std::string project(const std::string& nr, const std::string& keys = "", const std::string& line = "a");
std::string post(const std::string& keys, const std::string& naam = "Post");
std::string baten(const std::string& amounts);  // "2025 = 100, 2026 = \"PM\""
std::string lasten(const std::string& amounts);
std::string sends(const std::string& naar, const std::string& amounts);
std::string receives(const std::string& van, const std::string& amounts, int vertraging = 0);

// --- what was found ---

Lines tell(const SmallPlan& small);              // overdrachten: "1 -> 2 | 2025 100 | 2026 100 | gelijk"
// The amounts of a post in each year of the plan: "80 110 PM -".
std::string amounts_of(const SmallPlan& small, std::size_t project, std::size_t post, saldo::Direction direction);
std::string tell(const saldo::NettoYear& year);  // "baten 10 - 4, lasten 20 - 4, onderweg 0"
Lines tell(const saldo::NettoFigures& figures);  // of every year
Lines tell_relaties(const SmallPlan& small);     // "1 met 2 | 100 - - - | aangegeven, wederzijds"
std::string tell(const saldo::Plan& plan, const saldo::Movement& movement);  // "3.5 - 402.217 - -"
std::string tell(const std::vector<saldo::Amount>& amounts);
std::string tell(const std::vector<saldo::Money>& amounts);
Lines tell_open(const SmallPlan& small);                               // "niet-ontvangen 3.1 2025 624.985 -> 1.973.800"
Lines tell(const saldo::Plan& plan, const saldo::Suspects& suspects);  // "1/2 -> 2/1 | 2025 100 in 2026, 2026 ..."
