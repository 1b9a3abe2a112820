#include "calc/overdrachten.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace saldo {

namespace {

struct Sent {
  Year year;
  Amount amount;
  Place place;
  std::vector<Receipt> receipts;
};

Place term_place(const Plan& plan, const LegRef& ref, Year year) {
  const Post& post = plan.project(ref.project).posts[ref.leg->post];
  const Term* term = find_term(post.side(ref.leg->direction), year);
  return term != nullptr ? term->place : ref.leg->other.place;
}

// Everything one project sends to one other in one stream, year by year.
class Pair {
 public:
  Pair(const Plan& plan, const Amounts& amounts, const LegsBetween::Pair& pair, std::span<const LegRef> senders,
       std::span<const LegRef> receivers)
      : plan_(plan), amounts_(amounts), pair_(pair) {
    for (const LegRef& ref : senders) add_sender(ref);
    for (const LegRef& ref : receivers) add_receiver(ref);
    for (const LegRef& ref : receivers) expect_after_plan(ref);
    std::sort(sent_.begin(), sent_.end(), [](const Sent& a, const Sent& b) { return a.year < b.year; });
  }

  void move_to(std::vector<Overdracht>& all) {
    std::vector<Overdracht> found;
    for (Sent& sent : sent_) found.push_back(overdracht(std::move(sent)));
    join_shifted(found);
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }

 private:
  Sent& in_year(Year year) {
    for (Sent& sent : sent_)
      if (sent.year == year) return sent;
    sent_.push_back({year, {}, {}, {}});
    return sent_.back();
  }

  Amount amount(const LegRef& ref, std::size_t year) const {
    return amounts_.at(plan_.project(ref.project), ref.leg->post, ref.leg->direction, year);
  }

  void add_sender(const LegRef& ref) {
    for (std::size_t y = 0; y < plan_.years.size(); ++y) {
      if (amount(ref, y).is_absent()) continue;
      Sent& sent = in_year(plan_.years.at(y));
      if (sent.amount.is_absent()) sent.place = term_place(plan_, ref, sent.year);
      sent.amount += amount(ref, y);
    }
  }

  void add_receiver(const LegRef& ref) {
    for (std::size_t y = 0; y < plan_.years.size(); ++y) {
      if (amount(ref, y).is_absent()) continue;
      const Year received = plan_.years.at(y);
      Sent& sent = in_year(received - ref.leg->vertraging);
      if (sent.amount.is_absent() && sent.receipts.empty()) sent.place = term_place(plan_, ref, received);
      add_receipt(sent, received, amount(ref, y));
    }
  }

  static void add_receipt(Sent& sent, Year year, Amount amount) {
    for (Receipt& receipt : sent.receipts)
      if (receipt.year == year) {
        receipt.amount += amount;
        return;
      }
    sent.receipts.push_back({year, amount});
    std::sort(sent.receipts.begin(), sent.receipts.end(),
              [](const Receipt& a, const Receipt& b) { return a.year < b.year; });
  }

  // With a vertraging that reaches past the last year the receipt cannot be written down, yet nobody forgot it.
  void expect_after_plan(const LegRef& ref) {
    for (Sent& sent : sent_) {
      const Year arrival = sent.year + ref.leg->vertraging;
      if (plan_.years.contains(sent.year) && plan_.years.last < arrival && sent.receipts.empty())
        sent.receipts.push_back({arrival, sent.amount});
    }
  }

  Overdracht overdracht(Sent sent) const {
    Overdracht found{pair_.van, pair_.naar, sent.year,  sent.amount, std::move(sent.receipts),
                     {},        false,      sent.place, pair_.stream};
    if (found.receipts.empty()) found.status = OverdrachtStatus::geen_ontvangst;
    else if (found.verzonden.is_absent()) found.status = OverdrachtStatus::geen_verzending;
    else found.status = found.verzonden == found.ontvangen() ? OverdrachtStatus::gelijk : OverdrachtStatus::verschil;
    return found;
  }

  static bool may_be_one(const Overdracht& sent, const Overdracht& received) {
    return sent.status == OverdrachtStatus::geen_ontvangst && received.status == OverdrachtStatus::geen_verzending &&
           !received.receipts.empty() && sent.verzonden.is_money() && sent.verzonden == received.ontvangen() &&
           sent.jaar < received.receipts.front().year;
  }

  static void join(Overdracht& sent, Overdracht& received, OverdrachtStatus status) {
    sent.receipts = std::move(received.receipts);
    received.receipts.clear();
    sent.status = status;
    sent.verschoven = true;
  }

  // Less than was sent, and nothing else that was sent could have arrived there.
  static bool may_be_part(const Overdracht& sent, const Overdracht& received) {
    if (sent.status != OverdrachtStatus::geen_ontvangst || received.status != OverdrachtStatus::geen_verzending ||
        received.receipts.empty() || received.receipts.front().year <= sent.jaar || !sent.verzonden.is_money() ||
        !received.ontvangen().is_money())
      return false;
    const Money all = sent.verzonden.counted();
    const Money part = received.ontvangen().counted();
    return part != Money() && (all < Money()) == (part < Money()) && part.size() < all.size();
  }

  template <class Is>
  static std::vector<Overdracht*> all_that(std::vector<Overdracht>& found, Is is) {
    std::vector<Overdracht*> all;
    for (Overdracht& overdracht : found)
      if (is(overdracht)) all.push_back(&overdracht);
    return all;
  }

  static void join_shifted(std::vector<Overdracht>& found) {
    for (Overdracht& sent : found) {
      const auto received = std::find_if(found.begin(), found.end(),
                                         [&sent](const Overdracht& other) { return may_be_one(sent, other); });
      if (received != found.end()) join(sent, *received, OverdrachtStatus::gelijk);
    }
    for (Overdracht& sent : found) {
      const auto parts = all_that(found, [&sent](const Overdracht& other) { return may_be_part(sent, other); });
      if (parts.size() != 1) continue;
      const auto senders = all_that(found, [&](const Overdracht& other) { return may_be_part(other, *parts[0]); });
      if (senders.size() == 1) join(sent, *parts[0], OverdrachtStatus::verschil);
    }
    std::erase_if(found, [](const Overdracht& o) { return o.verzonden.is_absent() && o.receipts.empty(); });
  }

  const Plan& plan_;
  const Amounts& amounts_;
  LegsBetween::Pair pair_;
  std::vector<Sent> sent_;
};

NettoFigures bruto(const Balance& balance) {
  NettoFigures figures(balance.years.size());
  for (std::size_t y = 0; y < figures.size(); ++y) {
    figures[y].bruto_baten = balance.years[y].baten;
    figures[y].bruto_lasten = balance.years[y].lasten;
  }
  return figures;
}

// Takes a matched overdracht out of `figures`: the lasten in the year sent, the baten as they were received.
void eliminate(const Plan& plan, const Overdracht& overdracht, NettoFigures& figures) {
  Money left = overdracht.matched();
  if (left == Money()) return;
  figures[plan.years.index(overdracht.jaar)].dubbeling_lasten += left;
  for (const Receipt& receipt : overdracht.receipts) {
    const Money received = receipt.amount.counted();
    const bool is_rest = overdracht.status != OverdrachtStatus::gelijk && left.size() <= received.size();
    const Money part = is_rest ? left : received;
    for (std::size_t y = plan.years.index(overdracht.jaar); y < plan.years.size() && plan.years.at(y) < receipt.year;
         ++y)
      figures[y].onderweg += part;
    if (plan.years.contains(receipt.year)) figures[plan.years.index(receipt.year)].dubbeling_baten += part;
    left -= part;
  }
}

void add_dubbeling(NettoFigures& sum, const NettoFigures& part) {
  for (std::size_t y = 0; y < sum.size(); ++y) {
    sum[y].dubbeling_baten += part[y].dubbeling_baten;
    sum[y].dubbeling_lasten += part[y].dubbeling_lasten;
    sum[y].onderweg += part[y].onderweg;
  }
}

// Where a difference shows: in the year it was sent, or, where nothing was, in that of the last receipt.
std::size_t open_year(const Plan& plan, const Overdracht& overdracht) {
  return plan.years.index(overdracht.verzonden.is_absent() ? overdracht.receipts.back().year : overdracht.jaar);
}

// The innermost line that both projects are in.
std::optional<LineId> common_line(const Plan& plan, const std::vector<std::size_t>& depths,
                                  const Overdracht& overdracht) {
  std::optional<LineId> a = plan.project(overdracht.van).programmalijn.id;
  std::optional<LineId> b = plan.project(overdracht.naar).programmalijn.id;
  while (a && b && a != b) {
    if (depths[position(*a)] >= depths[position(*b)]) a = plan.line_above(*a);
    else b = plan.line_above(*b);
  }
  return a && b ? a : std::nullopt;
}

std::vector<std::size_t> line_depths(const Plan& plan) {
  std::vector<std::size_t> depths(plan.lines.size());
  for (const LineId line : plan.lines_outside_in)
    if (const auto& onder = plan.line(line).onder) depths[position(line)] = depths[position(*onder->id)] + 1;
  return depths;
}

}  // namespace

NettoFigures counted_twice(const Plan& plan, const Overdracht& overdracht) {
  NettoFigures figures(plan.years.size());
  eliminate(plan, overdracht, figures);
  return figures;
}

std::optional<LineId> line_of_both(const Plan& plan, const Overdracht& overdracht) {
  return common_line(plan, line_depths(plan), overdracht);
}

Amount Overdracht::ontvangen() const {
  Amount sum;
  for (const Receipt& receipt : receipts) sum += receipt.amount;
  return sum;
}

Amount Overdracht::ontvangen_in(Years years) const {
  Amount sum;
  for (const Receipt& receipt : receipts)
    if (years.contains(receipt.year)) sum += receipt.amount;
  return sum;
}

Money Overdracht::matched() const {
  const Money sent = verzonden.counted();
  const Money received = ontvangen().counted();
  if ((sent < Money()) != (received < Money())) return Money();
  return sent.size() < received.size() ? sent : received;
}

std::vector<Overdracht> find_overdrachten(const Plan& plan, const Amounts& amounts) {
  const LegsBetween legs_between(plan);
  std::vector<Overdracht> all;
  for (const LegsBetween::Pair& pair : legs_between.pairs())
    if (!plan.project(pair.van).is_reserve() && !plan.project(pair.naar).is_reserve())
      Pair(plan, amounts, pair, legs_between.legs(pair.van, pair.naar, Direction::lasten, pair.stream),
           legs_between.legs(pair.naar, pair.van, Direction::baten, pair.stream))
          .move_to(all);
  return all;
}

Money Netto::open_in(Years plan_years, Years shown) const {
  Money sum;
  for (std::size_t y = 0; y < shown.size(); ++y) sum += open_per_year[plan_years.index(shown.at(y))];
  return sum;
}

Amount equal_in_year(const std::vector<Overdracht>& overdrachten, Year year) {
  Amount sum;
  for (const Overdracht& overdracht : overdrachten) {
    const bool same_year =
        overdracht.jaar == year && overdracht.receipts.size() == 1 && overdracht.receipts.front().year == year;
    if (same_year && overdracht.status == OverdrachtStatus::gelijk) sum += overdracht.verzonden;
  }
  return sum;
}

namespace {

// By the year it was sent or, of what was only received, by that of its last receipt.
bool is_told_in(const Overdracht& overdracht, Years years) {
  return years.contains(overdracht.verzonden.is_absent() ? overdracht.receipts.back().year : overdracht.jaar);
}

}  // namespace

std::size_t count_receivers(const std::vector<Overdracht>& overdrachten, Years years) {
  std::set<ProjectId> receivers;
  for (const Overdracht& overdracht : overdrachten)
    if (is_told_in(overdracht, years)) receivers.insert(overdracht.naar);
  return receivers.size();
}

WhoPaysWhom who_pays_whom(const std::vector<Overdracht>& overdrachten, Years years) {
  std::map<std::pair<ProjectId, ProjectId>, Amount> sums;
  std::map<ProjectId, Amount> sent, received;
  WhoPaysWhom all;
  for (const Overdracht& overdracht : overdrachten) {
    if (!is_told_in(overdracht, years)) continue;
    const Amount amount = overdracht.verzonden.is_absent() ? overdracht.ontvangen() : overdracht.verzonden;
    for (Amount* sum :
         {&sums[{overdracht.van, overdracht.naar}], &sent[overdracht.van], &received[overdracht.naar], &all.total})
      *sum += amount;
  }
  std::map<ProjectId, std::size_t> places;
  for (const auto& [receiver, amount] : received) {
    places.emplace(receiver, all.receivers.size());
    all.receivers.push_back(receiver);
    all.received.push_back(amount);
  }
  for (const auto& [sender, amount] : sent) {
    all.senders.push_back(sender);
    all.sent.push_back(amount);
  }
  // Both are in the order of the senders.
  for (const auto& [pair, amount] : sums) {
    if (all.sums.empty() || all.senders[all.sums.size() - 1] != pair.first) all.sums.emplace_back();
    all.sums.back().emplace_back(places.at(pair.second), amount);
  }
  return all;
}

Netto work_out_netto(const Plan& plan, const Balances& balances, const std::vector<Overdracht>& overdrachten) {
  Netto netto;
  for (const Balance& line : balances.lines) netto.lines.push_back(bruto(line));
  for (std::size_t p = 0; p < plan.projects.size(); ++p)
    if (!plan.projects[p].programmalijn.id)
      netto.by_themselves.emplace_back(static_cast<ProjectId>(p), bruto(balances.projects[p]));
  netto.total = bruto(balances.total);
  netto.between.resize(plan.years.size());
  netto.open_per_year.resize(plan.years.size());
  const std::vector<std::size_t> depths = line_depths(plan);
  for (const Overdracht& overdracht : overdrachten) {
    netto.open += overdracht.open().size();
    netto.open_per_year[open_year(plan, overdracht)] += overdracht.open().size();
    const std::optional<LineId> inside = common_line(plan, depths, overdracht);
    eliminate(plan, overdracht, inside ? netto.lines[position(*inside)] : netto.between);
  }
  for (auto line = plan.lines_outside_in.rbegin(); line != plan.lines_outside_in.rend(); ++line) {
    const auto& onder = plan.line(*line).onder;
    add_dubbeling(onder ? netto.lines[position(*onder->id)] : netto.total, netto.lines[position(*line)]);
  }
  add_dubbeling(netto.total, netto.between);
  return netto;
}

}  // namespace saldo
