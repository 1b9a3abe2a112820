// What stands on a page, one part after the other, as HTML.
#pragma once

#include <string>

#include "base/page/page.h"
#include "render/style.h"

namespace saldo {

class HtmlParts {
 public:
  // Both stay where they are.
  HtmlParts(std::string& out, const Style& style) : out_(out), style_(style) {}

  void add_part(const PagePart& part);

 private:
  void add(const PageHeading& heading);
  void add(const PageText& text);
  void add(const PageList& list);
  void add(const PageTable& table);
  void add(const PageBox& box);
  void add(const PageFigures& figures);
  void add(const PageFindings& all);
  void add(const PageWords& words);
  void add(const PagePicture& picture);
  void add(const PageFold& fold);
  void add_finding(const PageFinding& finding, Language language);

  std::string& out_;
  const Style& style_;
};

}  // namespace saldo
