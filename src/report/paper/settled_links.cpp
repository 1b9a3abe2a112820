#include "report/paper/settled_links.h"

#include <string>
#include <unordered_set>

namespace saldo {

namespace {

using Names = std::unordered_set<std::string>;

void add_target(const TextSpan& span, Names& targets) {
  if (span.link.starts_with('#')) targets.insert(span.link.substr(1));
}

void add_targets(std::vector<PagePart>& parts, Names& targets) {
  for (PagePart& part : parts) {
    if (const auto* table = std::get_if<PageTable>(&part.what))
      for (const NamedCell& cell : table->links) targets.insert(cell.name);
    if (const auto* list = std::get_if<PageList>(&part.what))
      for (const TextSpans& item : list->items)
        for (const TextSpan& span : item) add_target(span, targets);
    if (const auto* figures = std::get_if<PageFigures>(&part.what))
      for (const KeyFigure& figure : figures->figures) add_target(figure.figure, targets);
    if (auto* words = std::get_if<PageWords>(&part.what))
      for_each_span(words->blocks, [&targets](TextSpan& span) { add_target(span, targets); });
    if (auto* fold = std::get_if<PageFold>(&part.what)) add_targets(fold->parts, targets);
  }
}

void drop(std::vector<PagePart>& parts, const Names& targets) {
  for (PagePart& part : parts) {
    if (auto* table = std::get_if<PageTable>(&part.what))
      std::erase_if(table->anchors, [&targets](const NamedRow& row) { return !targets.contains(row.name); });
    if (auto* fold = std::get_if<PageFold>(&part.what)) drop(fold->parts, targets);
  }
}

// A name that is taken stays with the first: a programmalijn may be called as a section is, or a project.
void add_anchors(std::vector<PagePart>& parts, Names& anchors) {
  for (PagePart& part : parts) {
    if (const auto* heading = std::get_if<PageHeading>(&part.what)) anchors.insert(heading->anchor);
    if (const auto* table = std::get_if<PageTable>(&part.what))
      for (const NamedRow& row : table->anchors) anchors.insert(row.name);
    if (const auto* list = std::get_if<PageList>(&part.what))
      anchors.insert(list->anchors.begin(), list->anchors.end());
    if (auto* fold = std::get_if<PageFold>(&part.what)) {
      if (!anchors.insert(fold->anchor).second) fold->anchor.clear();
      add_anchors(fold->parts, anchors);
    }
  }
}

void unlink(TextSpan& span, const Names& anchors) {
  if (span.link.starts_with('#') && !anchors.contains(span.link.substr(1))) span.link.clear();
}

void unlink(std::vector<PagePart>& parts, const Names& anchors) {
  for (PagePart& part : parts) {
    if (auto* list = std::get_if<PageList>(&part.what))
      for (TextSpans& item : list->items)
        for (TextSpan& span : item) unlink(span, anchors);
    if (auto* table = std::get_if<PageTable>(&part.what))
      std::erase_if(table->links, [&anchors](const NamedCell& cell) { return !anchors.contains(cell.name); });
    if (auto* words = std::get_if<PageWords>(&part.what))
      for_each_span(words->blocks, [&anchors](TextSpan& span) { unlink(span, anchors); });
    if (auto* fold = std::get_if<PageFold>(&part.what)) unlink(fold->parts, anchors);
  }
}

}  // namespace

void settle_links(Page& page) {
  Names anchors;
  add_anchors(page.parts, anchors);
  unlink(page.parts, anchors);
  Names targets;
  add_targets(page.parts, targets);
  drop(page.parts, targets);
}

}  // namespace saldo
