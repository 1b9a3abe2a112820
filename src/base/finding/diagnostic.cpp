#include "base/finding/diagnostic.h"

#include <algorithm>
#include <cstring>

namespace saldo {

void sort_by_place(Findings& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.place < b.place; });
}

}  // namespace saldo

template class std::vector<saldo::Related>;
template class std::vector<saldo::Diagnostic>;
