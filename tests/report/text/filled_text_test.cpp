// The figures in a text are those of `saldo why`, to the cent.
#include "report/text/filled_text.h"

#include "cli/computed.h"
#include "intake/markdown/markdown.h"
#include "support/catch.h"
#include "support/support.h"

using namespace saldo;

namespace {

Worked worked(const std::string& plan) {
  PlanAsked asked;
  asked.plan = plan;
  Computed computed = attempt({load_base(plan), {}, {}}, asked);
  CHECK(rule_ids(computed.findings) == std::vector<std::string>());
  return std::move(computed.worked);
}

const Worked& real_plan() {
  static const Worked plan = worked(achterhoek());
  return plan;
}

struct FilledText {
  TextBlocks blocks;
  Findings findings;
};

FilledText filled(const std::string& text, const Worked& plan) {
  FilledText all;
  all.blocks = read_markdown(FileId{0}, text, all.findings);
  fill_in(all.blocks, plan, all.findings);
  return all;
}

std::string shown(const Cell& cell) {
  const Amount* amount = std::get_if<Amount>(&cell);
  if (amount == nullptr) return "blank";
  if (amount->is_absent()) return "-";
  return amount->is_pm() ? "PM" : to_plain(amount->counted());
}

constexpr const char* senses[] = {"", " baten", " lasten", " saldo"};

// "3.18/12/lasten/2025 37200.00 lasten", or what is wrong with the address.
std::string figure(const std::string& address, const Worked& plan = real_plan()) {
  FilledText all = filled("a\n\n- **b {{" + address + "}}**", plan);
  if (!all.findings.empty()) {
    const Diagnostic& finding = all.findings.front();
    CHECK(all.findings.size() == 1);
    CHECK(finding.rule == Rule::rapport_adres);
    CHECK(finding.place == Place{FileId{0}, 3, 9, static_cast<std::uint32_t>(address.size())});
    return to_text(finding.message) + (finding.help.empty() ? "" : " " + to_text(finding.help));
  }
  std::string text;
  for_each_span(all.blocks, [&](const TextSpan& span) {
    if (span.figure)
      text +=
          span.figure->address + " " + shown(span.figure->cell) + senses[static_cast<std::size_t>(span.figure->sense)];
  });
  return text;
}

}  // namespace

TEST_CASE("filled text: a figure is the one that why tells, with its address in full") {
  CHECK(figure("investeringsbudget/2025") == "3.18/eindsaldo/2025 498866.00");
  CHECK(figure("3.18/eindsaldo/2026") == "3.18/eindsaldo/2026 1662815.00");
  CHECK(figure("3.18/12/2025") == "3.18/12/lasten/2025 37200.00 lasten");
  CHECK(figure("3.18/12/lasten/2026") == "3.18/12/lasten/2026 36200.00 lasten");
  CHECK(figure("3.18/Restant RMT/2026") == "3.18/15/baten/2026 402217.00 baten");
  CHECK(figure("totaal/lasten/2025") == "totaal/lasten/2025 9801835.43 lasten");
  CHECK(figure("totaal/eindsaldo/2028") == "totaal/eindsaldo/2028 1715416.57");
  CHECK(figure("programma/saldo/2027") == "programma/saldo/2027 -141030.00 saldo");
  CHECK(figure("doel:3.11/2025").substr(0, 15) == "doel:3.11/2025 ");
}

TEST_CASE("filled text: PM stays PM, and what is not there is no zero") {
  CHECK(figure("3.18/8/2026") == "3.18/8/lasten/2026 PM lasten");
  CHECK(figure("3.18/15/baten/2025") == "3.18/15/baten/2025 - baten");
}

TEST_CASE("filled text: what there is no figure of is told as why tells it, at its place") {
  CHECK(figure("totaal") == "`totaal` names no figure; write 3.18/12/2026, 3.18/eindsaldo/2026 or totaal/baten/2026");
  CHECK(figure("totaal/saldo/2031") == "`2031` is not a year of the plan, which runs from 2025 to 2028");
  CHECK(figure("3.81/saldo/2026") == "there is no project or programmalijn 3.81; did you mean 3.1?");
  CHECK(has(figure("3.18/Restant RTM/2026"), "Restant RMT"));
  CHECK(has(figure("3.18/17/2026"), "this post has baten and lasten; write 3.18/17/baten/2026 or 3.18/17/lasten/2026"));
  CHECK(has(figure("doel:3.99/2025"), "there is no doel `3.99`"));
  CHECK(has(figure("doel:3.11/2031"), "write doel:GOAL/YEAR"));
  for (const std::string address : {"totaal", "totaal/saldo/2031", "3.81/saldo/2026", "3.18/17/2026x"}) {
    const Run run = run_saldo({"why", achterhoek(), address});
    CHECK(run.code == 2);
    CHECK(has(run.err, figure(address)));
  }
}

TEST_CASE("filled text: every wrong address is told, each time it stands there") {
  const FilledText all = filled("{{x/saldo/2026}} {{totaal/saldo/2026}}\n# {{x/saldo/2026}}\n{{y", real_plan());
  CHECK(rule_ids(all.findings) == std::vector<std::string>{"rapport-tekst", "rapport-adres", "rapport-adres"});
}
