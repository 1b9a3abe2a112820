// Texts that share their letters: with their copies, and while many are made with those that read the same.
#include "base/slim/shared_text.h"

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/message.h"
#include "base/say.h"
#include "support/catch.h"

using namespace saldo;

TEST_CASE("a shared text takes eight bytes and reads as what it was made of") {
  static_assert(sizeof(SharedText) == sizeof(void*));
  CHECK(SharedText().empty());
  CHECK(SharedText("").empty());
  CHECK(SharedText().view().empty());
  const SharedText text("Inhuur");
  CHECK_FALSE(text.empty());
  CHECK(text == "Inhuur");
  CHECK(text == std::string("Inhuur"));
  CHECK(text.str() == "Inhuur");
  CHECK("a " + text == "a Inhuur");
  CHECK_FALSE(text == SharedText("Inhuu"));
  CHECK(SharedText("a") < SharedText("b"));
  CHECK(SharedText("a") < std::string_view("ab"));
  const std::string with_nought("a\0b", 3);
  CHECK(SharedText(with_nought).str() == with_nought);
}

TEST_CASE("copies of a shared text have the same letters, and keep them when the first is gone") {
  auto first = SharedText(std::string(100, 'x'));
  SharedText copy = first;
  CHECK(copy.view().data() == first.view().data());
  first = "y";
  CHECK(copy == std::string(100, 'x'));
  const SharedText moved = std::move(copy);
  CHECK(moved == std::string(100, 'x'));
  CHECK(first == "y");
}

TEST_CASE("texts share letters by what they read only while that is asked, and on that thread") {
  const SharedText before("Onvoorzien");
  CHECK(before.view().data() != SharedText("Onvoorzien").view().data());
  SharedText kept;
  {
    const SharedText::Sharing sharing;
    kept = "Onvoorzien";
    CHECK(kept.view().data() == SharedText("Onvoorzien").view().data());
    CHECK(kept.view().data() != before.view().data());
    std::jthread([&] { CHECK(SharedText("Onvoorzien").view().data() != kept.view().data()); });
    {
      const SharedText::Sharing inner;
      CHECK(SharedText("Onvoorzien").view().data() != kept.view().data());
    }
    CHECK(kept.view().data() == SharedText("Onvoorzien").view().data());
  }
  CHECK(kept == "Onvoorzien");
  CHECK(kept.view().data() != SharedText("Onvoorzien").view().data());
}

TEST_CASE("texts that come by again share letters, however many came between") {
  const SharedText::Sharing sharing;
  std::vector<SharedText> first;
  for (int i = 0; i < 10'000; ++i) first.emplace_back("post " + std::to_string(i));
  int shared = 0;
  for (int i = 0; i < 10'000; ++i)
    if (first[static_cast<std::size_t>(i)].view().data() == SharedText("post " + std::to_string(i)).view().data())
      ++shared;
  CHECK(shared > 9'000);
}

TEST_CASE("of more texts than are remembered each still reads as what it was made of") {
  const SharedText::Sharing sharing;
  std::vector<SharedText> all;
  for (int i = 0; i < 100'000; ++i) all.emplace_back("post " + std::to_string(i % 70'000));
  for (int i = 0; i < 100'000; ++i) REQUIRE(all[static_cast<std::size_t>(i)] == "post " + std::to_string(i % 70'000));
}

TEST_CASE("a message keeps its words in their order, and what each of them is") {
  const Message message = say("{} {} {}", std::string("a\x1f b"), phrase("a table"), counted(12'345));
  std::vector<Word> words;
  for (const Word word : message.words) words.push_back(word);
  REQUIRE(words.size() == 3);
  CHECK(words[0].text == "a\x1f b");
  CHECK_FALSE(words[0].ours);
  CHECK(words[1].ours);
  CHECK(words[2].count);
  CHECK(words[2].text == "12345");
  CHECK(to_text(message) == "a\x1f b a table 12,345");
  const Message none = say("nothing");
  CHECK(none.words.begin() == none.words.end());
}
