#include "report/why.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/say.h"
#include "calc/rules.h"

namespace saldo {

namespace {

std::string show(Amount amount) { return amount.is_money() ? to_dutch_exact(amount.counted()) : word(amount); }
std::string show_cents(Money money) { return to_dutch(money, true); }
std::string show_exact(Ratio cents) { return to_dutch(cents * Ratio{1, 100}, 2, 6); }
std::string rounding_words(const Rounding& rounding, Ratio exact, Amount amount) {
  if (!amount.is_money() || exact == Ratio::of(amount.counted())) return "";
  constexpr std::string_view how[] = {"afgerond", "naar boven afgerond", "naar beneden afgerond"};
  const std::string unit = rounding.unit == Money::of_cents(1) ? "de cent" : to_dutch_exact(rounding.unit);
  return fmt::format(", {} op {}", how[static_cast<std::size_t>(rounding.mode)], unit);
}

class Why {
 public:
  explicit Why(const WhyInput& input) : in_(input), plan_(input.worked.plan) {
    table_.id = "waarom";
    table_.title = Dutch("Hoe dit bedrag tot stand komt");
    table_.columns = {{"niveau", Dutch("Niveau"), ColumnType::integer, {}, ColumnUse::machines},
                      {"cel", Dutch("Bedrag van"), ColumnType::text},
                      {"naam", Dutch("Berekening"), ColumnType::text},
                      {"bedrag", Dutch("Bedrag"), ColumnType::amount, {}, ColumnUse::machines},
                      {"plaats", Dutch("Geschreven in"), ColumnType::text}};
  }

  Table build(std::span<const Target> targets, int depth) {
    for (const Target& target : targets) unfold(target, depth);
    return std::move(table_);
  }

 private:
  struct Waiting {
    Target target;
    int level;
  };

  // A stack instead of recursion: the years of a long plan may hang together to any depth.
  void unfold(const Target& target, int depth) {
    depth_ = depth;
    std::vector<Waiting> waiting{{target, 0}};
    while (!waiting.empty()) {
      const Waiting next = waiting.back();
      waiting.pop_back();
      level_ = next.level;
      const std::vector<Target> parts = std::visit([this](const auto& t) { return explain(t); }, next.target);
      if (next.level == depth) continue;
      for (auto part = parts.rbegin(); part != parts.rend(); ++part) waiting.push_back({*part, next.level + 1});
    }
  }

  std::string place_text(Place place) const {
    // A --set has no lines, but it says itself what it is.
    if (place.line == 0) return position(place.file) == 0 ? "" : in_.file_name(place.file);
    return fmt::format("{}:{}:{}", in_.file_name(place.file), place.line, place.column);
  }

  void add_row(const Target& target, std::string text, Amount amount, std::string place) {
    Row row{RowKind::item,
            level_,
            {std::int64_t{level_}, to_text(address_of(plan_, target)), std::move(text), amount, Blank()},
            false};
    if (!place.empty()) row.cells.back() = std::move(place);
    table_.rows.push_back(std::move(row));
  }

  void add_line(std::string text, Amount amount, Place place) {
    table_.rows.push_back({RowKind::item,
                           level_ + 1,
                           {std::int64_t{level_ + 1}, Blank(), std::move(text), amount, place_text(place)},
                           false});
  }

  // --- one cell ---

  std::vector<Target> explain(const AmountOf& cell) {
    const Post& post = plan_.projects[cell.project].posts[cell.post];
    const CellId id = in_.worked.amounts.id(plan_.projects[cell.project], cell.post, cell.direction, cell.year);
    const Amount amount = in_.worked.amounts[id];
    const auto step = in_.trace.find(position(id));
    const bool derived = step != in_.trace.end();
    add_row(cell,
            fmt::format("{}: {}", post.naam, derived ? formula(cell, amount, step->second) : written(cell, amount)),
            amount, amount.is_absent() ? "" : place_text(place_of(plan_, cell)));
    if (level_ < depth_) add_changes(cell);
    if (!derived) return {};
    for (std::size_t i = 0; level_ < depth_ && i < step->second.lines.size(); ++i)
      add_onderbouwing(post, i, step->second.lines[i]);
    return inputs(cell, step->second);
  }

  // What changes found where this amount is written, and the changes of the index it follows.
  void add_changes(const AmountOf& cell) {
    const Project& project = plan_.projects[cell.project];
    const Post& post = project.posts[cell.post];
    const auto because = [](const std::string& why) { return why.empty() ? "" : ": " + why; };
    for (const ChangeNote& note : plan_.change_notes) {
      if (note.project != project.nr || note.post != post.nr || note.direction != cell.direction ||
          note.year != plan_.years.at(cell.year))
        continue;
      if (note.before) add_line(before_words(*note.before), note.before->amount, note.before->place);
      else add_line("voor de wijziging: geen bedrag in dit jaar", Amount(), Place());
      const std::string how = note.operation.empty() ? "" : fmt::format(" met {}", note.operation);
      add_line("gewijzigd" + how + because(note.toelichting), Amount(), note.place);
    }
    const bool indexed =
        post.index != no_index && find_term(post.side(cell.direction), plan_.years.at(cell.year)) == nullptr;
    for (const IndexNote& note : plan_.index_notes)
      if (indexed && note.index == post.index)
        add_line(
            fmt::format("index {} is gewijzigd{}", plan_.indexes[position(note.index)].naam, because(note.toelichting)),
            Amount(), note.place);
  }

  static std::string before_words(const Term& term) {
    switch (term.kind) {
      case TermKind::amount: return "voor de wijziging: " + show(term.amount);
      case TermKind::part: return "voor de wijziging: een deel van een totaal";
      case TermKind::onderbouwing: return "voor de wijziging: de onderbouwing";
      case TermKind::sluitpost: return "voor de wijziging: een sluitpost";
      case TermKind::spiegel: break;
    }
    return "voor de wijziging: een spiegel";
  }

  std::string written(const AmountOf& cell, Amount amount) const {
    if (amount.is_absent()) return "geen bedrag in dit jaar";
    const Side& side = plan_.projects[cell.project].posts[cell.post].side(cell.direction);
    const bool here = find_term(side, plan_.years.at(cell.year)) != nullptr;
    if (amount.is_pm()) return here ? "PM, het bedrag is nog niet bekend" : "PM, zoals waar het op volgt";
    return show(amount) + ", zo opgeschreven";
  }

  std::string formula(const AmountOf& cell, Amount amount, const Step& step) const {
    const Post& post = plan_.projects[cell.project].posts[cell.post];
    const Side& side = post.side(cell.direction);
    const Project& project = plan_.projects[cell.project];
    const Rounding& rounding = rounding_of(plan_, post);
    switch (formula_of(plan_, project, post, side, cell.year)) {
      case Formula::leeg:
      case Formula::bedrag: break;
      case Formula::deel: return part_formula(side, plan_.years.at(cell.year), amount, step, rounding);
      case Formula::onderbouwing: return fmt::format("{} = som van de onderbouwing", show(amount));
      case Formula::sluitpost:
        return fmt::format("{} = sluitpost: brengt {} eind {} op nul, vanaf {} op 1 januari", show(amount), project.nr,
                           word(plan_.years.at(cell.year)), show(*step.opening));
      case Formula::spiegel: return mirror_formula(cell, amount);
      case Formula::index: return index_formula(cell, post, amount, step, rounding);
      case Formula::percentage: return percentage_formula(cell, *side.percentage(), amount, step, rounding);
    }
    return written(cell, amount);
  }

  std::string percentage_formula(const AmountOf& cell, const Percentage& rule, Amount amount, const Step& step,
                                 const Rounding& rounding) const {
    return fmt::format("{} = {} van {} ({}) = {}{}", show(amount), to_percentage(rule.rate), posts_of(cell, rule),
                       show_cents(step.base.counted()), show_exact(step.exact),
                       rounding_words(rounding, step.exact, amount));
  }

  std::string mirror_formula(const AmountOf& cell, Amount amount) const {
    const Project& project = plan_.projects[cell.project];
    const Leg& leg = project.leg(cell.post, cell.direction);
    const Year sent = plan_.years.at(cell.year) - leg.vertraging;
    if (cell.direction == Direction::baten)
      return fmt::format("{} = spiegel: wat {} in {} verzendt", show(amount), leg.other.name, word(sent));
    return fmt::format("{} = spiegel: wat {} ervan ontvangt", show(amount), leg.other.name);
  }

  std::string index_formula(const AmountOf& cell, const Post& post, Amount amount, const Step& step,
                            const Rounding& rounding) const {
    const Index& index = plan_.indexes[position(post.index)];
    const AmountOf base = locate(plan_, step.inputs.front().cell);
    std::string growth;
    for (std::size_t y = base.year + 1; y <= cell.year; ++y)
      growth += fmt::format(" × (1 + {})", to_percentage(index.factors[y] + Ratio{-1, 1}));
    return fmt::format("{} = {} van {}{} ({}) = {}{}", show(amount), show(step.base), word(plan_.years.at(base.year)),
                       growth, index.naam, show_exact(step.exact), rounding_words(rounding, step.exact, amount));
  }

  static std::string part_formula(const Side& side, Year year, Amount amount, const Step& step,
                                  const Rounding& rounding) {
    const Ratio& share = side.total()->shares[side.share_number(year)];
    const std::string words = rounding_words(rounding, step.exact, amount);
    return fmt::format("{} = {} van {} = {}{}", show(amount), to_text(share), show_cents(step.base.counted()),
                       show_exact(step.exact), words.empty() ? "" : words + "; de delen samen zijn het geheel");
  }

  std::string posts_of(const AmountOf& cell, const Percentage& rule) const {
    const std::vector<Post>& posts = plan_.projects[cell.project].posts;
    std::string text;
    for (const PostRange& range : rule.over) {
      text += text.empty() ? "" : ", ";
      text += range.first == range.last ? posts[range.first].nr
                                        : fmt::format("{}..{}", posts[range.first].nr, posts[range.last].nr);
    }
    return (rule.over.size() == 1 && rule.over[0].first == rule.over[0].last ? "post " : "posten ") + text;
  }

  void add_onderbouwing(const Post& post, std::size_t line, const WorkedLine& worked) {
    const Onderbouwing& info = (*post.onderbouwing)[line];
    std::string product;
    for (const Ratio& factor : info.factoren) product += (product.empty() ? "" : " × ") + to_dutch(factor, 0, 6);
    const std::string words = rounding_words(rounding_of(plan_, post), worked.exact, worked.amount);
    add_line(fmt::format("{}: {} = {}{}", info.naam, show(worked.amount), product,
                         words.empty() ? "" : " = " + show_exact(worked.exact) + words),
             worked.amount, info.place);
  }

  std::vector<Target> inputs(const AmountOf& cell, const Step& step) const {
    std::vector<Target> targets;
    if (step.opening) targets.push_back(SumOf{{Of::project, cell.project}, Figure::opening, cell.year});
    for (const Input& input : step.inputs) targets.push_back(locate(plan_, input.cell));
    return targets;
  }

  // --- one sum ---

  Amount figure(const SumOf& sum) const { return figure_of(in_.worked.balances.of(sum.whose), sum.figure, sum.year); }
  Amount figure(SumOf sum, Figure other) const {
    sum.figure = other;
    return figure(sum);
  }

  std::vector<Target> explain(const SumOf& sum) {
    const Amount amount = figure(sum);
    std::vector<Target> parts = parts_of(sum);
    std::string place;
    if (sum.figure == Figure::opening && sum.year == 0 && sum.whose.of == Of::project)
      place = place_text(plan_.projects[sum.whose.index].budget_place);
    add_row(sum, sum_formula(sum, amount, parts.size()), amount, std::move(place));
    return parts;
  }

  std::string sum_formula(const SumOf& sum, Amount amount, std::size_t parts) const {
    const auto other = [&](Figure f) { return show(figure(sum, f)); };
    switch (sum.figure) {
      case Figure::eindsaldo:
        return fmt::format("{} = {} op 1 januari{}", show(amount), other(Figure::opening), movements(sum));
      case Figure::saldo: {
        const std::string text = movements(sum);  // starts with a sign, which a first term that is added goes without
        return fmt::format("{} ={}", show(amount), text.starts_with(" + ") ? text.substr(2) : text);
      }
      case Figure::opening:
        if (sum.year > 0)
          return fmt::format("{} = het eindsaldo van {}", show(amount), word(plan_.years.at(sum.year - 1)));
        if (sum.whose.of == Of::project) return budget_words(plan_.projects[sum.whose.index].budget, amount);
        break;
      default: break;
    }
    if (parts == 0) return amount.is_absent() ? "geen bedrag in dit jaar" : show(amount);
    const bool posts = sum.whose.of == Of::project;
    return fmt::format("{} = som van {} {}", show(amount), parts,
                       parts == 1 ? (posts ? "post" : "onderdeel") : (posts ? "posten" : "onderdelen"));
  }

  static std::string budget_words(Amount budget, Amount amount) {
    if (budget.is_absent()) return show(amount) + ", er is geen budget per 1 januari opgeschreven";
    return show(budget) + ", het budget per 1 januari zoals opgeschreven";
  }

  // " + 650.000 baten - 791.000 lasten"; a side without amounts is left out.
  std::string movements(const SumOf& sum) const {
    std::string text;
    const auto add = [&text](std::string_view sign, Amount amount, std::string_view side) {
      if (amount.is_absent()) return;
      const bool negative = amount.is_money() && amount.counted() < Money();
      text += fmt::format(" {} {} {}", sign, negative ? "(" + show(amount) + ")" : show(amount), side);
    };
    add("+", figure(sum, Figure::baten), "baten");
    add("-", figure(sum, Figure::lasten), "lasten");
    return text;
  }

  std::vector<Target> parts_of(const SumOf& sum) const {
    const auto with = [&sum](Figure figure, std::size_t year) {
      SumOf part = sum;
      part.figure = figure;
      part.year = year;
      return Target(part);
    };
    if (sum.figure == Figure::eindsaldo)
      return {with(Figure::opening, sum.year), with(Figure::baten, sum.year), with(Figure::lasten, sum.year)};
    if (sum.figure == Figure::saldo) return {with(Figure::baten, sum.year), with(Figure::lasten, sum.year)};
    if (sum.figure == Figure::opening && sum.year > 0) return {with(Figure::eindsaldo, sum.year - 1)};
    return sum.whose.of == Of::project ? posts_in(sum) : members_of(sum);
  }

  std::vector<Target> posts_in(const SumOf& sum) const {
    std::vector<Target> parts;
    if (sum.figure == Figure::opening) return parts;
    const Direction direction = sum.figure == Figure::baten ? Direction::baten : Direction::lasten;
    const Project& project = plan_.projects[sum.whose.index];
    for (std::size_t post = 0; post < project.posts.size(); ++post)
      if (!in_.worked.amounts.at(project, post, direction, sum.year).is_absent())
        parts.push_back(AmountOf{sum.whose.index, post, direction, sum.year});
    return parts;
  }

  // The lines and projects directly under a line, or the outermost lines of the plan.
  std::vector<Target> members_of(const SumOf& sum) const {
    std::vector<Target> parts;
    const auto add = [&](Of of, std::size_t index) {
      const SumOf part{{of, index}, sum.figure, sum.year};
      const Amount amount = figure(part);
      if (!amount.is_absent() && amount != Amount(Money())) parts.push_back(part);
    };
    const bool of_plan = sum.whose.of == Of::plan;
    for (std::size_t l = 0; l < plan_.lines.size(); ++l) {
      const auto& onder = plan_.lines[l].onder;
      if (of_plan ? !onder : onder && position(*onder->id) == sum.whose.index) add(Of::programmalijn, l);
    }
    for (std::size_t p = 0; !of_plan && p < plan_.projects.size(); ++p)
      if (position(*plan_.projects[p].programmalijn.id) == sum.whose.index) add(Of::project, p);
    return parts;
  }

  const WhyInput& in_;
  const Plan& plan_;
  int level_ = 0;
  int depth_ = 0;
  Table table_;
};

}  // namespace

Table report_why(const WhyInput& input, std::span<const Target> targets, int depth) {
  return Why(input).build(targets, depth);
}

}  // namespace saldo
