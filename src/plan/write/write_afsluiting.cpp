#include "plan/write/write_afsluiting.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

#include "plan/write/toml_text.h"

namespace saldo {

namespace {

// `key = value` on a line of its own, or one after the other on the line of a row.
class Lines {
 public:
  explicit Lines(Money unit) : unit_(unit) {}

  void table(std::string_view name) { fmt::format_to(out(), "\n[[{}]]\n", name); }
  void open_rows(std::string_view key) { fmt::format_to(out(), "{} = [\n", key); }
  void open_row() {
    text_ += "  { ";
    in_row_ = true;
    first_ = true;
  }
  void close_row() {
    text_ += " },\n";
    in_row_ = false;
  }
  void close_rows() { text_ += "]\n"; }
  void line(std::string_view key, std::string_view value) {
    if (in_row_ && !std::exchange(first_, false)) text_ += ", ";
    fmt::format_to(out(), "{} = {}{}", key, value, in_row_ ? "" : "\n");
  }
  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) line(key, toml_text(value));
  }
  void amount(std::string_view key, Amount value) { line(key, written(value)); }
  std::string written(Amount value) const { return toml_amount(value, unit_); }
  void amount_if_any(std::string_view key, Money value) {
    if (value != Money()) amount(key, value);
  }
  void comment(std::string_view text) { fmt::format_to(out(), "# {}\n", text); }
  std::string take() { return std::move(text_); }

 private:
  std::back_insert_iterator<std::string> out() { return std::back_inserter(text_); }
  Money unit_;
  std::string text_;
  bool in_row_ = false, first_ = true;
};

// { baten = 1, lasten = 2 } of what is there.
template <class OneSide>
void write_sides(Lines& lines, std::string_view key, const BothSides<std::optional<OneSide>>& sides) {
  std::string text;
  for (const Direction direction : both_directions)
    if (sides[direction])
      text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", to_text(direction),
                          lines.written(sides[direction]->amount));
  if (!text.empty()) lines.line(key, "{ " + text + " }");
}

// A line a post: a year of a large plan stays a file that people can read and compare.
void write(Lines& lines, const BookedPost& post) {
  lines.open_row();
  lines.line(post.by_naam ? "naam" : "nr", toml_text(post.post.name));
  for (const Direction direction : both_directions)
    if (post.realisatie[direction]) lines.amount(to_text(direction), post.realisatie[direction]->amount);
  if (post.verplichting) lines.amount("verplichting", post.verplichting->amount);
  write_sides(lines, "verwacht", post.verwacht);
  if (post.structureel) lines.line("structureel", "true");
  write_sides(lines, "begroot", post.begroot);
  if (post.afgeleid) lines.line("afgeleid", "true");
  lines.text("toelichting", post.toelichting);
  lines.close_row();
}

void write(Lines& lines, const BookedProject& project) {
  lines.table("afsluiting.project");
  lines.line("nr", toml_text(project.project.name));
  if (project.eindsaldo) lines.amount("eindsaldo", project.eindsaldo->amount);
  if (project.posts.empty()) return;
  lines.open_rows("post");
  for (const BookedPost& post : project.posts) write(lines, post);
  lines.close_rows();
}

void write(Lines& lines, const Bron& bron) {
  lines.table("afsluiting.bron");
  lines.text("bestand", bron.bestand);
  lines.text("sha256", bron.sha256);
  lines.text("koppeling", bron.koppeling);
  lines.line("regels", std::to_string(bron.regels));
  lines.line("overgeslagen", std::to_string(bron.overgeslagen));
  lines.amount("baten", bron.baten);
  lines.amount("lasten", bron.lasten);
}

void write(Lines& lines, const Onderweg& onderweg) {
  lines.table("afsluiting.overdracht");
  lines.text("van", onderweg.van.name);
  lines.text("naar", onderweg.naar.name);
  lines.amount("onderweg", onderweg.bedrag);
}

void write(Lines& lines, const Voorschot& voorschot) {
  lines.table("afsluiting.voorschot");
  lines.text("project", voorschot.project.name);
  lines.amount_if_any("begin", voorschot.begin);
  lines.amount_if_any("ontvangen", voorschot.ontvangen);
  lines.amount_if_any("besteed", voorschot.besteed);
  lines.amount_if_any("terugbetaald", voorschot.terugbetaald);
}

void write(Lines& lines, const Oordeel& oordeel) {
  lines.table("afsluiting.oordeel");
  lines.text(oordeel.of_project ? "project" : "programmalijn", oordeel.over.name);
  lines.text("overschrijding", oordeel.acceptabel ? "acceptabel" : "niet-acceptabel");
  lines.text("toelichting", oordeel.toelichting);
}

void write(Lines& lines, const Correctie& correctie) {
  lines.table("afsluiting.correctie");
  lines.text("project", correctie.project.name);
  lines.text("post", correctie.post.name);
  lines.text("kant", to_text(correctie.kant));
  lines.amount("bedrag", correctie.bedrag);
  lines.line("verwerkt_in", std::to_string(correctie.verwerkt_in.value));
  lines.text("toelichting", correctie.toelichting);
}

void write(Lines& lines, const Heropend& heropend) {
  lines.table("afsluiting.heropend");
  lines.line("datum", to_text(heropend.datum));
  lines.text("reden", heropend.reden);
  lines.amount("eindsaldo", heropend.eindsaldo);
}

template <class Item>
void write_all(Lines& lines, const std::vector<Item>& items) {
  for (const Item& item : items) write(lines, item);
}

}  // namespace

std::string write_afsluiting(const Afsluiting& record, Money unit) {
  Lines lines(unit);
  lines.comment("Wat over dit jaar is geboekt en besloten. Geschreven door `saldo close`, met de hand aan te vullen.");
  lines.table("afsluiting");
  lines.line("jaar", std::to_string(record.jaar.value));
  lines.text("stand", to_text(record.stand));
  if (record.peildatum) lines.line("peildatum", to_text(*record.peildatum));
  lines.text("besluit", record.besluit);
  if (record.datum) lines.line("datum", to_text(*record.datum));
  write_all(lines, record.bronnen);
  write_all(lines, record.onderweg);
  write_all(lines, record.voorschotten);
  write_all(lines, record.oordelen);
  write_all(lines, record.correcties);
  write_all(lines, record.heropend);
  write_all(lines, record.projects);
  return lines.take();
}

}  // namespace saldo
