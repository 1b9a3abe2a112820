// What figures of one part of a paper are made of, for who clicks on one: a fold with an item for each row of its tables.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/dutch.h"
#include "base/page/page.h"
#include "calc/told/sum_parts.h"

namespace saldo {

class SumList {
 public:
  SumList(std::string anchor, Dutch title) : anchor_(std::move(anchor)), title_(std::move(title)) {}

  // A row, by a name that no other row of this part has; `head` is what its item begins with.
  struct Of {
    std::string name, head;
  };

  // Tells in the item of that row that the figure, `label` ("2026"), is the sum of these parts, the largest ones by
  // themselves. What leads to it: that item, or where one part is all of it, that part itself. Nothing is told, and "" is
  // what comes back, where they do not come to the figure. `always`: one part is told in the item too.
  std::string tell(const Of& of, const std::string& label, Amount figure, std::vector<SumPart> parts,
                   bool always = false);

  // The same in words of another kind; links may stand in them.
  std::string tell(const Of& of, TextSpans spans);

  bool has(const std::string& name) const { return items_.contains(name); }
  std::string anchor_of(const std::string& name) const { return anchor_ + "/" + name; }
  bool empty() const { return list_.items.empty(); }
  PageFold fold() &&;

 private:
  TextSpans& item(const Of& of);
  std::string nothing();

  std::string anchor_;
  Dutch title_;
  PageList list_;
  std::unordered_map<std::string, std::size_t> items_;  // by name
};

}  // namespace saldo
