// What a figure is made of: nothing is told that does not add up, and what is told adds up however many parts there are.
#include "report/paper/sums/sum_list.h"

#include "support/catch.h"

using namespace saldo;

namespace {

Amount euros(int amount) { return Amount(Money::of_euros(amount)); }

std::string text_of(SumList list) {
  const PageFold fold = std::move(list).fold();
  std::string text;
  for (const TextSpans& item : std::get<PageList>(fold.parts.front().what).items) {
    for (const TextSpan& span : item) text += span.link.empty() ? span.text : "<" + span.text + " " + span.link + ">";
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a figure is told as the sum of its parts, each with what leads to it") {
  SumList list("rib", Dutch("Het verloop"));
  CHECK(list.tell({"a", "Vrijval"}, "2026", euros(30), {{"1/2", euros(40), "1/2"}, {"1/3", euros(-10)}}) == "rib/a");
  CHECK(list.tell({"a", "Vrijval"}, "2027", Amount::pm(), {{"1/2", Amount::pm()}}) == "rib/a");
  CHECK(text_of(std::move(list)) == "Vrijval: 2026: 30 = 40 (<1/2 #1/2>) - 10 (1/3); 2027: PM = PM (1/2)\n");
}

TEST_CASE("what does not add up is not told, and leads nowhere") {
  SumList list("rib", Dutch("Het verloop"));
  CHECK(list.tell({"a", "Vrijval"}, "2026", euros(31), {{"1/2", euros(40), "1/2"}, {"1/3", euros(-10)}}) == "");
  CHECK(list.tell({"a", "Vrijval"}, "2026", Amount(), {}) == "");
  CHECK(list.tell({"a", "Vrijval"}, "2026", euros(1), {}) == "");
  CHECK(list.empty());
}

TEST_CASE("a figure of one part leads to that part, unless it is to be told") {
  SumList list("rib", Dutch("Het verloop"));
  CHECK(list.tell({"a", "Vrijval"}, "2026", euros(40), {{"1/2", euros(40), "1/2"}, {"1/3", Amount()}}) == "1/2");
  CHECK(list.empty());
  CHECK(list.tell({"a", "Vrijval"}, "2026", euros(40), {{"1/2", euros(40), "1/2"}}, true) == "rib/a");
  CHECK(list.has("a"));
}

TEST_CASE("nothing is told of a figure of nothing but once") {
  SumList list("rib", Dutch("Het verloop"));
  const std::string anchor = list.tell({"a", "Vrijval"}, "2026", euros(0), {});
  CHECK(anchor == "rib/niets");
  CHECK(list.tell({"b", "Eigen posten"}, "2026", euros(0), {}) == anchor);
  CHECK(text_of(std::move(list)) == "0: er is niets dat hier meetelt.\n");
}

TEST_CASE("of many parts the largest are told, and the others together") {
  std::vector<SumPart> parts;
  int sum = 0;
  for (int i = 1; i <= 20; ++i) {
    const int amount = i % 2 == 0 ? i : -i;
    parts.push_back({"post", euros(amount)});
    sum += amount;
  }
  SumList list("rib", Dutch("Het verloop"));
  CHECK(list.tell({"a", "Alles"}, "", euros(sum), parts) == "rib/a");
  CHECK(
      text_of(std::move(list)) ==
      "Alles: 10 = 20 (post) - 19 (post) + 18 (post) - 17 (post) + 16 (post) - 15 (post) + 14 (post) - 13 (post) + 12 "
      "(post) - 11 (post) + 10 (post) - 9 (post) + 4 (8 andere samen)\n");
}
