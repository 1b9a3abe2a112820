#include <array>

#include "base/say.h"
#include "report/doel/doel_words.h"
#include "report/picture/charts.h"

namespace saldo {

namespace {

ChartStand stand_of(StreefStand stand) {
  switch (stand) {
    case StreefStand::gehaald: return ChartStand::good;
    case StreefStand::deels: return ChartStand::partly;
    case StreefStand::niet:
    case StreefStand::ontbreekt: return ChartStand::bad;
    case StreefStand::onbekend:
    case StreefStand::loopt: break;
  }
  return ChartStand::open;
}

class GoalsChart {
 public:
  GoalsChart(const Plan& plan, const Doelboom& tree, const DoelenTableOptions& options)
      : plan_(plan), tree_(tree), options_(options), shown_(plan.doelen.size()) {}

  Chart make() {
    chart_ = {"doelen", Dutch("Doelen: {}", plan_.naam), {}, ChartKind::tree};
    choose();
    for (const DoelId id : tree_.order)
      if (shown_[position(id)]) add(id);
    chart_.message = message();
    return std::move(chart_);
  }

 private:
  // With what stays, all above it.
  void choose() {
    for (auto id = tree_.order.rbegin(); id != tree_.order.rend(); ++id) {
      const Doel& doel = plan_.doel(*id);
      bool shows = !options_.years && !options_.stand;
      const std::vector<Voortgang> voortgangen = voortgangen_of(doel, options_.until);
      for (std::size_t s = 0; s < voortgangen.size(); ++s)
        shows = shows || is_asked(doel.streven[s], voortgangen[s], options_);
      shown_[position(*id)] = shown_[position(*id)] || shows;
      if (shown_[position(*id)] && doel.onder) shown_[position(*doel.onder->id)] = true;
    }
  }

  void add(DoelId id) {
    const Doel& doel = plan_.doel(id);
    const int level = static_cast<int>(tree_.levels[position(id)]);
    chart_.nodes.push_back({level, doel.nr.empty() ? doel.naam : doel.nr + " " + doel.naam});
    const std::vector<Voortgang> voortgangen = voortgangen_of(doel, options_.until);
    for (std::size_t s = 0; s < voortgangen.size(); ++s) {
      const Streef& streef = doel.streven[s];
      const Voortgang& voortgang = voortgangen[s];
      if (!is_asked(streef, voortgang, options_)) continue;
      ++counts_[static_cast<std::size_t>(voortgang.stand)];
      const std::string when = short_when(streef);
      chart_.nodes.push_back({level + 1, streef_words(streef) + (when.empty() ? "" : " (" + when + ")"),
                              stand_of(voortgang.stand), short_stand(voortgang)});
    }
  }

  Label message() const {
    std::size_t all = 0;
    std::string text;
    for (std::size_t s = 0; s < counts_.size(); ++s) {
      all += counts_[s];
      if (counts_[s] > 0)
        text += (text.empty() ? "" : ", ") + std::to_string(counts_[s]) + " " + std::string(streef_standen[s]);
    }
    if (all == 0) return Dutch("Er is geen streven.");
    return Dutch("Streven: {}, waarvan {}.", std::to_string(all), text);
  }

  const Plan& plan_;
  const Doelboom& tree_;
  const DoelenTableOptions& options_;
  std::vector<bool> shown_;
  std::array<std::size_t, std::size(streef_standen)> counts_{};
  Chart chart_;
};

}  // namespace

Chart chart_of_goals(const Plan& plan, const Doelboom& tree, const DoelenTableOptions& options) {
  return GoalsChart(plan, tree, options).make();
}

}  // namespace saldo
