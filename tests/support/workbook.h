// Workbooks as programs write them, made here: a zip of a few parts of XML.
#pragma once

#include <string>
#include <utility>
#include <vector>

struct ZipEntry {
  std::string name, text;
};

enum class Packing { stored, deflated };

// As a zip has them, in their order.
std::string zip_of(const std::vector<ZipEntry>& entries, Packing packing = Packing::deflated);

// What stands in <sheet> elements behind each other: a name, the rest of its XML, and what comes before and behind the rows.
struct XlsxSheet {
  std::string name, rows, before = {}, behind = {}, state = {};
};
// `formats` are those of styles 1, 2 …; style 0 is General. ">2" is General with its text moved two steps to the right. `strings` are <si> elements.
std::string xlsx_of(const std::vector<XlsxSheet>& sheets, const std::vector<std::string>& formats = {},
                    const std::string& strings = "");
// One sheet Blad1.
std::string xlsx_of(const std::string& rows);

// `tables` is what stands in <office:spreadsheet>.
std::string ods_of(const std::string& tables, const std::string& styles = "");
