// Which files are the text of a report, and what is told of those that could be meant as one.
#include "plan/text/text_files.h"

#include <filesystem>

#include "support/catch.h"
#include "support/support.h"

namespace fs = std::filesystem;
using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

const std::string plan_table = "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2025\n";

// "kern" for what is read, "Kern.md: MESSAGE (HELP)" for what is not.
Lines told(const TempPlan& plan, std::span<const std::string_view> parts = text_parts) {
  const std::optional<TextFolder> folder = text_folder_of(plan.path());
  if (!folder) return {"none"};
  const TextFiles found = list_text_files(*folder, parts);
  Lines lines;
  for (const TextFile& file : found.files) {
    CHECK(file.path == plan.file("rapport/" + std::string(file.part) + ".md"));
    lines.emplace_back(file.part);
  }
  for (const LeftOut& left : found.left_out)
    lines.push_back(fs::path(left.path).filename().string() + ": " + to_text(left.message) + " (" + to_text(left.help) +
                    ")");
  return lines;
}

std::string not_called(const std::string& name, const std::string& meant) {
  return name + ": is not read, as no part of a report is called so (did you mean `" + meant + "`?)";
}

}  // namespace

TEST_CASE("text files: those called after a part, in the order of the paper") {
  const TempPlan plan({{"plan.toml", plan_table},
                       {"rapport/risico.md", ""},
                       {"rapport/kern.md", ""},
                       {"rapport/inleiding.md", ""},
                       {"rapport/oud/kern.md", ""},
                       {"rapport/README.md", ""},
                       {"rapport/.kern.md.swp", ""},
                       {"rapport/kern.md~", ""},
                       {"rapport/kern.md.bak", ""},
                       {"rapport/kaart.png", ""},
                       {"rapport/notulen.docx", ""}});
  CHECK(told(plan) == Lines{"inleiding", "kern", "risico"});
  CHECK(rule_ids(load_plan(plan.path()).findings) == Lines{});
}

TEST_CASE("text files: a plan without the folder, or in one file, has none") {
  const TempPlan plan({{"plan.toml", plan_table}, {"sub/rapport", "een bestand"}});
  CHECK(told(plan) == Lines{"none"});
  CHECK_FALSE(text_folder_of(plan.file("plan.toml")));
  CHECK_FALSE(text_folder_of(plan.file("sub")));
  CHECK_FALSE(text_folder_of(plan.file("nergens")));
}

TEST_CASE("text files: what could be meant as one is told, with what to call it") {
  const TempPlan plan({{"plan.toml", plan_table},
                       {"rapport/Kern.md", ""},
                       {"rapport/doelen.markdown", ""},
                       {"rapport/rib.txt", ""},
                       {"rapport/risico.md.txt", ""},
                       {"rapport/tabelen.md", ""},
                       {"rapport/overdrachten", ""},
                       {"rapport/bijzaak.md", ""}});
  CHECK(told(plan) ==
        Lines{not_called("Kern.md", "kern.md"),
              "bijzaak.md: is not read, as no part of a report is called so (the parts are inleiding.md, "
              "kern.md, beslispunten.md, tabellen.md, rib.md, overdrachten.md, aansluiting.md, "
              "scenarios.md, risico.md, doelen.md, afsluiting.md, onderbouwing.md, bevindingen.md, verantwoording.md)",
              not_called("doelen.markdown", "doelen.md"), not_called("overdrachten", "overdrachten.md"),
              not_called("rib.txt", "rib.md"), not_called("risico.md.txt", "risico.md"),
              not_called("tabelen.md", "tabellen.md")});
  constexpr std::string_view two[] = {"slot", "kern"};
  const TempPlan other({{"rapport/kern.md", ""}, {"rapport/slot.md", ""}});
  CHECK(told(other, two) == Lines{"slot", "kern"});
}

TEST_CASE("text files: no link leads out of the folder of the plan") {
  const TempPlan outside({{"geheim.md", std::string("geheim")}});
  const TempPlan plan({{"plan.toml", plan_table}, {"teksten/rib.md", ""}, {"rapport/kern.md", ""}});
  fs::create_symlink(outside.file("geheim.md"), plan.file("rapport/risico.md"));
  fs::create_symlink("../teksten/rib.md", plan.file("rapport/rib.md"));
  CHECK(told(plan) ==
        Lines{"kern", "rib",
              "risico.md: is a link to something outside the folder of the plan, and is not read (put the file itself "
              "in the folder of the plan)"});
  const TempPlan linked({{"plan.toml", plan_table}});
  fs::create_directory_symlink(outside.folder, linked.file("rapport"));
  CHECK(told(linked).size() == 1);
  CHECK(has(told(linked).front(), "rapport: is a link to something outside"));
}
