// A paper: what stands in it, in its order, with exact figures. How it looks is up to render/page/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/dutch.h"
#include "base/finding/rule.h"
#include "base/language.h"
#include "base/page/chart.h"
#include "base/page/text.h"
#include "base/table.h"

namespace saldo {

// Level 2 begins a section, 3 a part of one; the title of the paper has level 1.
struct PageHeading {
  int level = 2;
  std::string text;
  std::string anchor;
};

struct PageText {
  TextSpans spans;
  bool small = false;  // a remark beside what matters
};

struct PageList {
  std::vector<TextSpans> items;
  bool numbered = false;
  std::vector<std::string> anchors = {};  // of the items; none: nothing leads to them
};

// A cell of a table by its place in `Table::rows`, and the name of the anchor it leads to.
struct NamedCell {
  std::size_t row = 0;
  std::size_t column = 0;
  std::string name;
};

// A row that can be led to.
struct NamedRow {
  std::size_t row = 0;
  std::string name;
};

struct PageTable {
  Table table;
  std::vector<NamedCell> links = {};   // by row, then column
  std::vector<NamedRow> anchors = {};  // in order, one to a row
  std::vector<Dutch> notes = {};       // beside those of the table
  bool in_passing = false;             // one of very many, which nobody reads as data
};

// What nobody may pass over: what was found, or what the paper asks.
struct PageBox {
  bool alarm = false;  // something is wrong
  TextSpans head;
  std::vector<TextSpans> lines;
};

struct KeyFigure {
  std::string label;
  TextSpan figure;
};

struct PageFigures {
  std::vector<KeyFigure> figures;
};

// Something that was found, with the user's own line.
struct PageFinding {
  Severity severity{};
  std::string rule;
  std::string place;
  std::string message;
  std::string line;                // of the file; empty where it shows nothing
  std::vector<std::string> notes;  // other places that belong to it
  std::string help;
};

struct PageFindings {
  std::vector<PageFinding> findings;
  Language language{};  // that they are told in
};

// What a person wrote.
struct PageWords {
  TextBlocks blocks;
};

// A picture, with its figures under it for who does not see it.
struct PagePicture {
  Chart chart;
};

struct PagePart;

// What is there for who asks: closed until somebody opens it, or follows a link into it.
struct PageFold {
  std::string summary;
  std::string anchor;
  std::vector<PagePart> parts;
};

struct PagePart {
  std::variant<PageHeading, PageText, PageList, PageTable, PageBox, PageFigures, PageFindings, PageWords, PagePicture,
               PageFold>
      what;
};

struct Page {
  std::string title;
  std::vector<std::string> lines;  // under the title: standing, date
  bool draft = false;
  std::vector<PagePart> parts;

  template <class Part>
  void add(Part part) {
    parts.push_back({std::move(part)});
  }
};

}  // namespace saldo
