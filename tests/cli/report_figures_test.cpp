// Every figure of a paper opens how it came about, and what stands there comes to that figure.
#include <algorithm>
#include <map>
#include <optional>

#include "support/catch.h"
#include "support/support.h"

namespace {

const std::string examples = SALDO_SOURCE_DIR "/examples/";

struct Paper {
  std::string plan;
  std::vector<std::string> more;
};

// Every plan here that has figures, and each part that a paper can have.
std::vector<Paper> papers() {
  std::vector<Paper> all{
      {achterhoek(),
       {"--scenario", examples + "scenarios/loon-4.toml", "--scenario", examples + "scenarios/rmt-in-2025.toml"}},
      {examples + "versies/vastgesteld", {"--from", examples + "versies/concept", "--set", "index.loon=5"}},
      {examples + "programmabegroting", {"--years", "2024-2027"}},
      {examples + "wijzigingen", {"--from", examples + "klein"}},
      {examples + "doelen", {"--scenario", examples + "doelen/scenarios/regiobudget-stopt.toml"}},
      {examples + "risico", {"--unit", "1000"}},
      {examples + "overdrachten", {}},
      {examples + "jaareinde/begroting", {}},
      {examples + "klein", {"--set", "index.loon=5"}}};
  for (const char* table : {"01-programmabegroting", "02-programmaboom", "03-reserves", "08-investeringskredieten",
                            "11-interne-doorbelasting", "12-grondexploitatie", "13-besteding-specifieke-uitkering"})
    all.push_back({examples + "tabellen/" + table + ".toml", {}});
  return all;
}

std::string html_of(const Paper& paper) {
  std::vector<std::string> arguments{"report", paper.plan, "-o", "-", "--format", "html", "--runs", "1000"};
  arguments.insert(arguments.end(), paper.more.begin(), paper.more.end());
  const Run run = run_saldo(arguments);
  INFO(run.err);
  CHECK(run.code == 0);
  return run.out;
}

std::string between(std::string_view text, std::string_view before, std::string_view after, std::size_t from = 0) {
  const std::size_t at = text.find(before, from);
  if (at == text.npos) return "";
  const std::size_t begin = at + before.size();
  return std::string(text.substr(begin, text.find(after, begin) - begin));
}

std::string without_tags(std::string_view html) {
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  return text;
}

struct FigureOnPage {
  std::string table, row, text, value, target;
};

// Figures in the tables that a reader goes by. Those under a picture are left out: they are what is drawn, and stand in the
// table beside it but for those of a spread; so are the pages of projects, which are the reasons.
std::vector<FigureOnPage> figures_of(const std::string& html) {
  std::vector<FigureOnPage> all;
  for (std::size_t at = html.find("<table>"); at != html.npos; at = html.find("<table>", at + 1)) {
    const std::size_t opened = html.rfind("<figure", at), closed = html.rfind("</figure>", at);
    if (opened != html.npos && (closed == html.npos || closed < opened)) continue;
    const std::string table = html.substr(at, html.find("</table>", at) - at);
    const std::string caption = between(table, "<caption>", "</caption>");
    for (std::size_t r = table.find("<tr", table.find("<tbody>")); r != table.npos; r = table.find("<tr", r + 1)) {
      const std::string row = table.substr(r, table.find("</tr>", r) - r);
      for (std::size_t c = row.find(" class=\"n"); c != row.npos; c = row.find(" class=\"n", c + 1)) {
        const std::string cell = row.substr(c, row.find("</t", c) - c);
        const std::string inner = cell.substr(cell.find('>') + 1);
        all.push_back({caption, without_tags(row), without_tags(inner),
                       between(cell.substr(0, cell.find('>')), "data-value=\"", "\""),
                       between(inner, "href=\"#", "\"")});
      }
    }
  }
  return all;
}

// A figure that says when and not how much, or that there is none.
bool is_no_amount(const FigureOnPage& figure) {
  if (figure.text.empty() || figure.text == "\u2013") return true;
  return figure.value.empty() && figure.text.size() == 4 && figure.text.starts_with("20");
}

// What an id stands on: an item of a list or a row of a table.
std::map<std::string, std::string> told_of(const std::string& html) {
  std::map<std::string, std::string> all;
  for (const auto& [tag, end] :
       std::vector<std::pair<std::string, std::string>>{{"<li id=\"", "</li>"}, {"<tr", "</tr>"}})
    for (std::size_t at = html.find(tag); at != html.npos; at = html.find(tag, at + 1)) {
      const std::string part = html.substr(at, html.find(end, at) - at);
      const std::string id = between(part.substr(0, part.find('>')), "id=\"", "\"");
      if (!id.empty()) all[id] = without_tags(part.substr(part.find('>') + 1));
    }
  return all;
}

// "1.234,50" or "-3" in cents; PM counts for nothing.
std::optional<long long> read_cents(std::string text) {
  if (text == "PM") return 0;
  const bool is_negative = text.starts_with('-');
  long long cents = 0;
  std::size_t decimals = 0;
  bool any = false, in_decimals = false;
  for (const char c : text.substr(is_negative ? 1 : 0)) {
    if (c == '.') continue;
    if (c == ',') in_decimals = true;
    else if (c < '0' || c > '9') return std::nullopt;
    else cents = cents * 10 + (c - '0'), any = true, decimals += in_decimals ? 1 : 0;
  }
  if (!any || decimals > 2) return std::nullopt;
  for (; decimals < 2; ++decimals) cents *= 10;
  return is_negative ? -cents : cents;
}

struct Sum {
  std::string text;
  long long figure = 0, parts = 0;
};

// Each "12 = 10 (this) + 2 (that)" in an item.
std::vector<Sum> sums_in(const std::string& item) {
  std::vector<Sum> all;
  for (std::size_t at = item.find(" = "); at != item.npos; at = item.find(" = ", at + 1)) {
    const std::size_t begin = item.rfind(' ', at - 1) + 1;
    const std::optional<long long> figure = read_cents(item.substr(begin, at - begin));
    Sum sum{item.substr(begin, 200), figure ? *figure : 0, 0};
    std::size_t next = at + 3;
    long long sign = 1;
    bool is_sum = figure.has_value();
    while (is_sum) {
      const std::size_t open = item.find(' ', next);
      const auto part = open == item.npos ? std::nullopt : read_cents(item.substr(next, open - next));
      if (!part || item.compare(open, 2, " (") != 0) {
        is_sum = false;
        break;
      }
      sum.parts += sign * *part;
      std::size_t close = open + 2;
      for (int depth = 1; close < item.size() && depth > 0; ++close)
        depth += item[close] == '(' ? 1 : item[close] == ')' ? -1 : 0;
      if (item.compare(close, 3, " + ") != 0 && item.compare(close, 3, " - ") != 0) break;
      sign = item[close + 1] == '+' ? 1 : -1;
      next = close + 3;
    }
    if (is_sum) all.push_back(std::move(sum));
  }
  return all;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

// Where what is opened tells how a figure was found, and does not repeat it: each by its reason.
bool is_told_otherwise(const FigureOnPage& figure) {
  if (has(figure.table, "spreiding")) return true;           // drawn: how, and of which posts
  if (has(figure.table, "Weerstandsvermogen")) return true;  // the same, of what is at least left
  if (has(figure.table, "Nog open")) return true;            // a stand as if one more were settled: the sum of its kind
  return has(figure.target, "--resultaat--");                // a step on the way to the result
}

}  // namespace

TEST_CASE("every figure of every table of a paper leads to how it came about") {
  std::size_t checked = 0;
  for (const Paper& paper : papers()) {
    INFO(paper.plan);
    for (const FigureOnPage& figure : figures_of(html_of(paper))) {
      if (is_no_amount(figure)) continue;
      INFO(figure.table << " | " << figure.row << " | " << figure.text);
      CHECK_FALSE(figure.target.empty());
      ++checked;
    }
  }
  CHECK(checked > 3000);
}

TEST_CASE("what a figure of a paper opens has that figure in it") {
  std::size_t checked = 0;
  for (const Paper& paper : papers()) {
    INFO(paper.plan);
    const std::string html = html_of(paper);
    const std::map<std::string, std::string> told = told_of(html);
    for (const FigureOnPage& figure : figures_of(html)) {
      if (figure.value.empty() || figure.target.empty() || is_told_otherwise(figure)) continue;
      const auto found = told.find(figure.target);
      REQUIRE(found != told.end());
      INFO(figure.table << " | " << figure.row << " | " << figure.text << " -> " << found->second);
      std::string exact =
          figure.value.ends_with(".00") ? figure.value.substr(0, figure.value.size() - 3) : figure.value;
      const std::string all = digits_of(found->second);
      CHECK((has(all, digits_of(exact)) || has(found->second, figure.text)));
      ++checked;
    }
  }
  CHECK(checked > 3000);
}

TEST_CASE("every sum that a paper tells adds up to the cent") {
  std::size_t checked = 0;
  for (const Paper& paper : papers()) {
    INFO(paper.plan);
    for (const auto& [id, item] : told_of(html_of(paper)))
      for (const Sum& sum : sums_in(item)) {
        INFO(id << ": " << sum.text);
        CHECK(sum.figure == sum.parts);
        ++checked;
      }
  }
  CHECK(checked > 500);
}

TEST_CASE("what a closed year took from reserves and gave to them is the sum of the posts that did") {
  const std::string html = html_of({examples + "programmabegroting", {"--years", "2024-2027"}});
  std::string reserves;
  for (const auto& [id, item] : told_of(html))
    if (has(item, "Toevoegingen en onttrekkingen 2024: ")) reserves = item;
  CHECK(has(reserves, "baten realisatie: 90.000 = 90.000 (1.1/4);"));
  CHECK(has(reserves, "lasten realisatie: 100.000 = 100.000 (1.1/5);"));
}
