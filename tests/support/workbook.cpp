#include "support/workbook.h"

#include <zlib.h>

#include <stdexcept>

namespace {

std::string number(std::size_t value, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i, value >>= 8) bytes += static_cast<char>(value & 0xFF);
  return bytes;
}

std::string packed(const std::string& text) {
  std::string out(compressBound(static_cast<uLong>(text.size())) + 64, '\0');
  z_stream stream = {};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("deflateInit2");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

const std::string xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const std::string main_space = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const std::string relations_space = " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
const std::string of_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + of_office + type + "\" Target=\"" + target + "\"/>";
}

std::string styles_of(const std::vector<std::string>& number_formats) {
  std::string own, styles = "<xf numFmtId=\"0\"/>";
  for (std::size_t i = 0; i < number_formats.size(); ++i) {
    if (number_formats[i].starts_with('>')) {
      styles += "<xf numFmtId=\"0\"><alignment indent=\"" + number_formats[i].substr(1) + "\"/></xf>";
      continue;
    }
    const std::string id = std::to_string(164 + i);
    std::string code;
    for (const char c : number_formats[i]) code += c == '"' ? "&quot;" : std::string(1, c);
    own += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + code + "\"/>";
    styles += "<xf numFmtId=\"" + id + "\"/>";
  }
  return xml_head + "<styleSheet" + main_space + "><numFmts>" + own + "</numFmts><cellXfs>" + styles +
         "</cellXfs></styleSheet>";
}

}  // namespace

std::string zip_of(const std::vector<ZipEntry>& entries, Packing packing) {
  std::string bytes, directory;
  for (const auto& [name, text] : entries) {
    const bool stored = packing == Packing::stored;
    const std::string data = stored ? text : packed(text);
    const std::string facts =
        number(0, 2) + number(stored ? 0 : 8, 2) + number(0, 4) +
        number(crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())), 4) +
        number(data.size(), 4) + number(text.size(), 4) + number(name.size(), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + number(20, 2) + facts + number(0, 10) + number(bytes.size(), 4) + name;
    bytes += "PK\x03\x04" + number(20, 2) + facts + name + data;
  }
  return bytes + directory + "PK\x05\x06" + number(0, 4) + number(entries.size(), 2) + number(entries.size(), 2) +
         number(directory.size(), 4) + number(bytes.size(), 4) + number(0, 2);
}

std::string xlsx_of(const std::vector<XlsxSheet>& sheets, const std::vector<std::string>& number_formats,
                    const std::string& strings) {
  std::string list,
      relations = relation("rIdS", "styles", "styles.xml") + relation("rIdT", "sharedStrings", "sharedStrings.xml");
  std::vector<ZipEntry> entries = {
      {"[Content_Types].xml", xml_head + "<Types/>"},
      {"_rels/.rels", xml_head + "<Relationships" + relations_space + ">" +
                          relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
      {"xl/styles.xml", styles_of(number_formats)},
      {"xl/sharedStrings.xml", xml_head + "<sst" + main_space + ">" + strings + "</sst>"}};
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string nr = std::to_string(i + 1);
    list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + nr + "\" r:id=\"rId" + nr + "\"" +
            (sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"") + "/>";
    relations +=
        relation("rId" + nr, "worksheet", i == 0 ? "worksheets/sheet1.xml" : "/xl/worksheets/sheet" + nr + ".xml");
    entries.push_back({"xl/worksheets/sheet" + nr + ".xml", xml_head + "<worksheet" + main_space + ">" +
                                                                sheets[i].before + "<sheetData>" + sheets[i].rows +
                                                                "</sheetData>" + sheets[i].behind + "</worksheet>"});
  }
  entries.push_back({"xl/workbook.xml", xml_head + "<workbook" + main_space + " xmlns:r=\"" + of_office +
                                            "\"><sheets>" + list + "</sheets></workbook>"});
  entries.push_back({"xl/_rels/workbook.xml.rels",
                     xml_head + "<Relationships" + relations_space + ">" + relations + "</Relationships>"});
  return zip_of(entries);
}

std::string xlsx_of(const std::string& rows) { return xlsx_of({{"Blad1", rows}}); }

std::string ods_of(const std::string& tables, const std::string& styles) {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"content.xml", xml_head +
                                     "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" "
                                     "xmlns:style=\"s\" xmlns:calcext=\"c\"><office:automatic-styles>" +
                                     styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                                     "</office:spreadsheet></office:body></office:document-content>"}});
}
