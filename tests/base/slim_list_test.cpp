// A list in eight bytes that does what a std::vector does: held against one.
#include "base/slim/slim_list.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "support/catch.h"

using namespace saldo;

namespace {

struct Row {
  std::int64_t number = 0;
  std::int32_t other = 0;
  friend bool operator==(const Row&, const Row&) = default;
};

using List = SlimList<Row>;

bool same(const List& list, const std::vector<Row>& rows) {
  return list.size() == rows.size() && list.empty() == rows.empty() &&
         std::equal(list.begin(), list.end(), rows.begin(), rows.end());
}

}  // namespace

TEST_CASE("a slim list takes eight bytes, and nothing more while it is empty") {
  static_assert(sizeof(List) == sizeof(void*));
  const List none;
  CHECK(none.empty());
  CHECK(none.begin() == none.end());
  const List copy = none;
  CHECK(copy.empty());
}

TEST_CASE("a slim list holds what a vector would hold after the same changes") {
  std::mt19937 dice(17);
  const auto below = [&dice](std::size_t end) { return static_cast<std::size_t>(dice() % end); };
  List list;
  std::vector<Row> rows;
  for (int turn = 0; turn < 3'000; ++turn) {
    const Row row{static_cast<std::int64_t>(dice()) - 7, turn};
    const std::size_t at = below(rows.size() + 1);
    const auto place = static_cast<std::ptrdiff_t>(at);
    switch (below(8)) {
      case 0:
      case 1:
        list.push_back(row);
        rows.push_back(row);
        break;
      case 2:
        CHECK(*list.insert(list.begin() + at, row) == row);
        rows.insert(rows.begin() + place, row);
        break;
      case 3:
        if (at == rows.size()) break;
        CHECK(list.erase(list.begin() + at) == list.begin() + at);
        rows.erase(rows.begin() + place);
        break;
      case 4: {
        const auto is_odd = [](const Row& one) { return one.number % 5 == 0; };
        CHECK(erase_if(list, is_odd) == std::erase_if(rows, is_odd));
        break;
      }
      case 5: {
        List copy = list;
        copy.push_back(row);
        CHECK(same(list, rows));  // which the copy has no part in
        list = List(list);
        break;
      }
      case 6:
        list.reserve(at);
        if (rows.size() < 40) break;
        list.clear();
        rows.clear();
        break;
      default:
        if (rows.empty()) break;
        list.push_back(list.front());  // it stands in the list that may have to move
        rows.push_back(Row(rows.front()));
        CHECK(list.back() == rows.back());
    }
    REQUIRE(same(list, rows));
  }
  const List taken = std::move(list);
  CHECK(same(taken, rows));
}
