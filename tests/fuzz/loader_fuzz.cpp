// libFuzzer: any bytes as a plan of one file. It is read or refused, every finding has a place in it and a text.
#include <algorithm>
#include <string_view>

#include "calc/wijziging/apply.h"
#include "one_file.h"
#include "plan/load.h"

using namespace saldo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const OneFile file(data, size);
  PlanBase base = load_base(file.path());
  LoadedPlan loaded{std::move(base.joined), std::move(base.findings), std::move(base.files)};
  if (base.complete) apply_changes(adopted_changes(base), loaded.plan, loaded.findings);
  const auto lines = 1 + std::count(data, data + size, std::uint8_t{'\n'});
  for (const Diagnostic& finding : loaded.findings) {
    must(position(finding.place.file) < loaded.files.size());
    must(finding.place.line <= lines);
    for (const Language language : {Language::en, Language::nl}) {
      must(!to_text(finding.message, language).empty());
      to_text(finding.help, language);
      for (const Related& related : finding.related) must(!to_text(related.message, language).empty());
    }
  }
  return 0;
}
