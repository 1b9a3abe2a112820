#include "report/why/cell_words.h"

#include <fmt/format.h>

#include "calc/formulas.h"

namespace saldo {

namespace {

std::string show_cents(Money money) { return to_dutch(money, true); }
std::string show_exact(Ratio cents) { return to_dutch(cents * Ratio{1, 100}, 2, 6); }

// ", afgerond op 100": how the exact outcome became the amount; nothing where it already was.
Dutch rounding_words(const Rounding& rounding, Ratio exact, Amount amount) {
  if (!amount.is_money() || exact == Ratio::of(amount.counted())) return Dutch("");
  constexpr std::string_view how[] = {"afgerond", "naar boven afgerond", "naar beneden afgerond"};
  const std::string unit = rounding.unit == Money::of_cents(1) ? "de cent" : to_dutch_exact(rounding.unit);
  return Dutch(", {} op {}", how[static_cast<std::size_t>(rounding.mode)], unit);
}

// The formula of one cell, with the figures of its step.
class WordsOfCell {
 public:
  WordsOfCell(const Worked& worked, const AmountOf& cell, const AmountGraph& graph)
      : plan_(worked.plan),
        amounts_(worked.amounts),
        graph_(graph),
        cell_(cell),
        project_(plan_.projects[cell.project]),
        post_(project_.posts[cell.post]),
        side_(post_.side(cell.direction)),
        year_(plan_.years.at(cell.year)),
        amount_(amounts_.at(project_, cell.post, cell.direction, cell.year)) {}

  Dutch written() const {
    if (amount_.is_absent()) return Dutch("geen bedrag in dit jaar");
    const bool here = find_term(side_, year_) != nullptr;
    if (amount_.is_pm()) return Dutch(here ? "PM, het bedrag is nog niet bekend" : "PM, zoals waar het op volgt");
    return Dutch("{}, zo opgeschreven", amount_);
  }

  Dutch derived(const Step& step) const {
    switch (step.formula) {
      case Formula::leeg:
      case Formula::bedrag: break;
      case Formula::deel: return part(step);
      case Formula::onderbouwing: return Dutch("{} = som van de onderbouwing", amount_);
      case Formula::sluitpost:
        return Dutch("{} = sluitpost: brengt {} eind {} op nul, vanaf {} op 1 januari{}", amount_, project_.nr, year_,
                     step.base.counted(), deficit());
      case Formula::spiegel: return mirror();
      case Formula::index: return indexed(step);
      case Formula::percentage: return percentage(step);
    }
    return written();
  }

 private:
  std::string deficit() const {
    const Leg* leg = project_.find_leg(cell_.post, cell_.direction);
    const bool is_short = amount_.is_money() && amount_.counted() < Money() && cell_.direction == Direction::lasten;
    return leg == nullptr || !is_short ? "" : "; een tekort, dat " + leg->other.name + " betaalt";
  }

  Dutch rounding(const Step& step) const {
    const Rounding& to = rounding_of(plan_, post_);
    if (side_.maximum() == nullptr || Amount(rounded(step.exact, to)) == amount_)
      return rounding_words(to, step.exact, amount_);
    if (!side_.maximum()->of_all_years) return Dutch(", ten hoogste {}", side_.maximum()->amount);
    return Dutch(", ten hoogste {} in alle jaren samen", side_.maximum()->amount);
  }

  Dutch part(const Step& step) const {
    const Ratio share = side_.total()->shares[side_.share_number(year_)];
    const Dutch rounded = rounding(step);
    return Dutch("{} = {} van {} = {}{}{}", amount_, to_text(share), show_cents(step.base.counted()),
                 show_exact(step.exact), rounded, rounded.text().empty() ? "" : "; de delen samen zijn het geheel");
  }

  std::string other_side(const Leg& leg) const {
    return leg.other_post
               ? fmt::format("post {} van {}", plan_.project(*leg.other.id).posts[*leg.other_post].nr, leg.other.name)
               : leg.other.name;
  }

  // ", min wat post 2b ervan heeft": posts beside this one that what is mirrored goes to as well.
  std::string shared_with() const {
    std::string posts;
    for (const Input& input : graph_.inputs_of(cell_, amounts_))
      if (input.sign < 0) posts += (posts.empty() ? "" : ", ") + project_.posts[locate(plan_, input.cell).post].nr;
    return posts.empty() ? "" : Dutch(", min wat post {} ervan heeft", posts).text();
  }

  Dutch mirror() const {
    const Leg& leg = project_.leg(cell_.post, cell_.direction);
    const std::string rest = shared_with();
    if (cell_.direction == Direction::baten)
      return Dutch("{} = spiegel: wat {} in {} verzendt{}", amount_, other_side(leg), year_ - leg.vertraging, rest);
    return Dutch("{} = spiegel: wat {} ervan ontvangt{}", amount_, other_side(leg), rest);
  }

  Dutch indexed(const Step& step) const {
    const Index& index = plan_.indexes[position(post_.index)];
    const AmountOf base = locate(plan_, graph_.inputs_of(cell_, amounts_).front().cell);
    std::string growth;
    for (std::size_t y = base.year + 1; y <= cell_.year; ++y)
      growth += " × (1 + " + to_percentage(index.factors[y] + Ratio{-1, 1}) + ")";
    return Dutch("{} = {} van {}{} ({}) = {}{}", amount_, step.base, plan_.years.at(base.year), growth, index.naam,
                 show_exact(step.exact), rounding(step));
  }

  Dutch percentage(const Step& step) const {
    const Percentage& rule = *side_.percentage();
    return Dutch("{} = {} van {} ({}) = {}{}", amount_, to_percentage(rule.rate()), posts_of(rule),
                 show_cents(step.base.counted()), show_exact(step.exact), rounding(step));
  }

  Dutch posts_of(const Percentage& rule) const {
    const std::vector<Post>& posts = project_.posts;
    std::string all;
    for (const PostRange& range : rule.over) {
      all += (all.empty() ? "" : ", ") + posts[range.first].nr;
      if (range.first != range.last) all += ".." + posts[range.last].nr;
    }
    const bool one = rule.over.size() == 1 && rule.over[0].first == rule.over[0].last;
    const std::string of = rule.kant ? "de " + std::string(to_text(*rule.kant)) + " van " : "";
    return one ? Dutch("{}post {}", of, all) : Dutch("{}posten {}", of, all);
  }

  const Plan& plan_;
  const Amounts& amounts_;
  const AmountGraph& graph_;
  const AmountOf& cell_;
  const Project& project_;
  const Post& post_;
  const Side& side_;
  const Year year_;
  const Amount amount_{};
};

}  // namespace

Dutch cell_words(const Worked& worked, const AmountOf& cell, const std::optional<Step>& step,
                 const AmountGraph& graph) {
  const WordsOfCell words(worked, cell, graph);
  return Dutch("{}: {}", worked.plan.projects[cell.project].posts[cell.post].naam,
               step ? words.derived(*step) : words.written());
}

Dutch onderbouwing_words(const Plan& plan, const Post& post, std::size_t line, const WorkedLine& worked) {
  const Onderbouwing& info = (*post.more->onderbouwing)[line];
  const std::vector<NamedFactor>& names = info.more->named;
  std::string product;
  std::size_t named = 0;
  for (std::size_t i = 0; i < info.factoren.size(); ++i) {
    product += (product.empty() ? "" : " × ") + to_dutch(info.factoren[i], 0, 6);
    if (named < names.size() && names[named].position == i) product += " (" + names[named++].naam + ")";
  }
  if (info.bedrag) {
    if (product.empty()) return Dutch("{}: {}, zo opgeschreven", info.naam, worked.amount);
    return Dutch("{}: {}, zo opgeschreven; {} = {}", info.naam, worked.amount, product, show_exact(product_of(info)));
  }
  const Dutch rounded = rounding_words(rounding_of(plan, post), worked.exact, worked.amount);
  const std::string exact = rounded.text().empty() ? "" : " = " + show_exact(worked.exact);
  return Dutch("{}: {} = {}{}{}", info.naam, worked.amount, product, exact, rounded);
}

namespace {

bool stands_at(const std::optional<Booked>& said, Place place) { return said && said->place == place; }

// What a record says where this amount is from; null: nothing.
const BookedPost* said_at(const Afsluiting& record, Direction direction, Place place) {
  for (const BookedProject& project : record.projects)
    for (const BookedPost& post : project.posts)
      if (stands_at(post.realisatie[direction], place) || stands_at(post.verwacht[direction], place) ||
          stands_at(post.verplichting, place))
        return &post;
  return nullptr;
}

// "41.200 geboekt en 39.000 verplicht"
std::string sure_words(const BookedPost& post, Direction direction) {
  const std::optional<Booked>& booked = post.realisatie[direction];
  std::string text = Dutch("{} geboekt", booked ? booked->amount : Money()).text();
  if (direction == Direction::lasten && post.verplichting)
    text += Dutch(" en {} verplicht", post.verplichting->amount).text();
  return text;
}

Dutch expected_words(const BookedPost& post, Direction direction, Money expected, Date until) {
  const std::string sure = sure_words(post, direction);
  const Money ordered = direction == Direction::lasten && post.verplichting ? post.verplichting->amount : Money();
  const Money booked = post.realisatie[direction] ? post.realisatie[direction]->amount : Money();
  if (post.verwacht[direction])
    return Dutch("{} verwacht, zo opgeschreven; op {} is {}", expected, to_text(until), sure);
  if (expected == booked + ordered) return Dutch("{} verwacht: op {} is {}", expected, to_text(until), sure);
  return Dutch("{} verwacht, zoals begroot; op {} is {}", expected, to_text(until), sure);
}

Dutch record_words(const Plan& plan, const AmountOf& cell, const BookedCell& booked) {
  for (const auto* records : {&plan.afsluitingen, &plan.tussentijds})
    for (const Afsluiting& record : *records) {
      const BookedPost* post = said_at(record, cell.direction, booked.place);
      if (post == nullptr) continue;
      const std::string why = post->toelichting.empty() ? "" : ": " + post->toelichting;
      if (!booked.is_expected) return Dutch("{} geboekt in {}{}", booked.amount, record.jaar, why);
      return Dutch("{}{}", expected_words(*post, cell.direction, booked.amount, *record.peildatum), why);
    }
  return Dutch("{} geboekt", booked.amount);
}

}  // namespace

Dutch booked_words(const Worked& worked, const AmountOf& cell, const BookedCell& booked) {
  const Post& post = worked.plan.projects[cell.project].posts[cell.post];
  return Dutch("{}: {}", post.naam, record_words(worked.plan, cell, booked));
}

Dutch budget_words(Amount begroot, Money booked, Direction direction) {
  if (begroot.is_absent()) return Dutch("niet begroot");
  const Money better = in_saldo(difference(booked, begroot), direction);
  if (better == Money()) return Dutch("begroot: {}", begroot);
  return Dutch("begroot: {}, dus {} {}", begroot, better.size(), better < Money() ? "nadelig" : "voordelig");
}

Dutch before_words(const Term& term) {
  switch (term.kind) {
    case TermKind::amount: return Dutch("voor de wijziging: {}", term.amount);
    case TermKind::part: return Dutch("voor de wijziging: een deel van een totaal");
    case TermKind::onderbouwing: return Dutch("voor de wijziging: de onderbouwing");
    case TermKind::sluitpost: return Dutch("voor de wijziging: een sluitpost");
    case TermKind::spiegel: break;
  }
  return Dutch("voor de wijziging: een spiegel");
}

}  // namespace saldo
