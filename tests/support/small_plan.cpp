#include "support/small_plan.h"

#include <fmt/format.h>

#include "base/say.h"
#include "calc/wijziging/work_out.h"
#include "support/catch.h"

using namespace saldo;

SmallPlan work_out_plan(const std::string& path) {
  SmallPlan small;
  PlanBase base = load_base(path);
  const Findings findings = work_out(std::move(base), {}, small, &small.trace);
  small.files = std::move(base.files);
  REQUIRE(tell(small.files, findings) == Lines{});
  small.overdrachten = find_overdrachten(small.plan, small.amounts);
  return small;
}

SmallPlan work_out_text(const std::string& text) {
  INFO(text);
  const TempPlan files({{"plan.toml", text}});
  return work_out_plan(files.file("plan.toml"));
}

const SmallPlan& real_plan() {
  static const SmallPlan real = work_out_plan(achterhoek());
  return real;
}

std::string head(const std::string& keys) {
  return "[plan]\nnaam = \"Proef\"\neerste_jaar = 2025\nlaatste_jaar = 2028\n" + keys + "\n\n";
}

std::string line(const std::string& id, const std::string& onder) {
  return "[[programmalijn]]\nid = \"" + id + "\"\nnaam = \"Lijn " + id + "\"\n" +
         (onder.empty() ? "" : "onder = \"" + onder + "\"\n") + "\n";
}

std::string project(const std::string& nr, const std::string& keys, const std::string& line) {
  return "[[project]]\nnr = \"" + nr + "\"\nnaam = \"Nummer " + nr + "\"\nprogrammalijn = \"" + line + "\"\n" + keys +
         "\n";
}

std::string post(const std::string& keys, const std::string& naam) {
  return "[[project.post]]\nnaam = \"" + naam + "\"\n" + keys + "\n";
}

std::string baten(const std::string& amounts) { return post("baten = { " + amounts + " }"); }
std::string lasten(const std::string& amounts) { return post("lasten = { " + amounts + " }"); }

std::string sends(const std::string& naar, const std::string& amounts) {
  return post("lasten = { " + amounts + " }\nnaar = \"" + naar + "\"");
}

std::string receives(const std::string& van, const std::string& amounts, int vertraging) {
  return post("baten = { " + amounts + " }\nvan = \"" + van + "\"" +
              (vertraging > 0 ? "\nvertraging = " + std::to_string(vertraging) : ""));
}

Lines tell(const SmallPlan& small) {
  constexpr std::string_view statuses[] = {"gelijk", "verschil", "geen-ontvangst", "geen-verzending"};
  const Plan& plan = small.plan;
  Lines lines;
  for (const Overdracht& found : small.overdrachten) {
    std::string received;
    for (const Receipt& receipt : found.receipts)
      received += (received.empty() ? "" : " + ") + word(receipt.year) + " " + word(receipt.amount);
    lines.push_back(fmt::format("{} -> {} | {} {} | {} | {}{}", plan.project(found.van).nr, plan.project(found.naar).nr,
                                word(found.jaar), word(found.verzonden), received.empty() ? "-" : received,
                                statuses[static_cast<std::size_t>(found.status)],
                                found.verschoven ? ", verschoven" : ""));
  }
  return lines;
}

std::string amounts_of(const SmallPlan& small, std::size_t project, std::size_t post, Direction direction) {
  std::string text;
  for (std::size_t y = 0; y < small.plan.years.size(); ++y)
    text += (text.empty() ? "" : " ") + word(small.amounts.at(small.plan.projects[project], post, direction, y));
  return text;
}

std::string tell(const NettoYear& year) {
  return fmt::format("baten {} - {}, lasten {} - {}, onderweg {}", word(year.bruto_baten), word(year.dubbeling_baten),
                     word(year.bruto_lasten), word(year.dubbeling_lasten), word(year.onderweg));
}

Lines tell(const NettoFigures& figures) {
  Lines lines;
  for (const NettoYear& year : figures) lines.push_back(tell(year));
  return lines;
}

std::string tell(const std::vector<Amount>& amounts) {
  std::string text;
  for (const Amount amount : amounts) text += (text.empty() ? "" : " ") + word(amount);
  return text;
}

std::string tell(const std::vector<Money>& amounts) {
  return tell(std::vector<Amount>(amounts.begin(), amounts.end()));
}

Lines tell_relaties(const SmallPlan& small) {
  Lines lines;
  for (const Relatie& relatie : find_relaties(small.plan, small.overdrachten))
    lines.push_back(fmt::format("{} met {} | {} | {}{}", small.plan.project(relatie.project).nr,
                                small.plan.project(relatie.met).nr, tell(relatie.bedrag),
                                relatie.aangegeven ? "aangegeven" : "niet aangegeven",
                                relatie.wederzijds ? ", wederzijds" : ""));
  return lines;
}

std::string tell(const Plan& plan, const Movement& movement) {
  return plan.project(movement.counterpart).nr + " " + tell(movement.bedrag);
}

Lines tell_open(const SmallPlan& small) {
  constexpr std::string_view kinds[] = {
      "niet-ontvangen", "verschil-ontvangst", "niet-geboekt", "zonder-besluit", "terugbetalen", "na-het-plan", "pm"};
  const Carryover carryover = small.carryover();
  Lines lines;
  for (const OpenEnd& open : carryover.open) {
    const Project& project = small.plan.project(open.project);
    lines.push_back(fmt::format("{} {} {} {} -> {}", kinds[static_cast<std::size_t>(open.kind)],
                                open.post ? project.nr + "/" + project.posts[*open.post].nr : project.nr,
                                word(open.year), word(open.bedrag), word(open.settled)));
  }
  return lines;
}

Lines tell(const Plan& plan, const Suspects& suspects) {
  const auto posts = [&plan](ProjectId project, const std::vector<std::uint32_t>& numbers) {
    std::string text;
    for (const std::uint32_t number : numbers)
      text += (text.empty() ? "" : "+") + plan.project(project).posts[number].nr;
    return plan.project(project).nr + "/" + text;
  };
  Lines lines;
  for (const Suspect& suspect : suspects.found) {
    std::string years;
    for (const SuspectYear& year : suspect.years)
      years += (years.empty() ? "" : ", ") + word(year.jaar) + " " + word(year.bedrag) +
               (year.ontvangen_in == year.jaar ? "" : " in " + word(year.ontvangen_in));
    lines.push_back(
        fmt::format("{} -> {} | {}", posts(suspect.van, suspect.zendt), posts(suspect.naar, suspect.ontvangt), years));
  }
  return lines;
}
