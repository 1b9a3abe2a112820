#include "plan/load.h"

#include <algorithm>
#include <atomic>
#include <functional>

#include "base/on_threads.h"
#include "base/say.h"
#include "plan/link/link.h"
#include "plan/plan_files.h"
#include "plan/read/part.h"
#include "plan/read/scan.h"
#include "plan/read/slips.h"
#include "plan/source.h"
#include "plan/tree/tree.h"

namespace saldo {

namespace {

constexpr std::string_view byte_order_mark = "\uFEFF";

void no_scenario(Reader& reader, const toml::node& node, Part&) {
  reader.report(Rule::verkeerde_waarde, node, say("a [[wijziging]] belongs to a scenario or a begrotingswijziging"),
                say("write [scenario] above it, or make it a [[begrotingswijziging.wijziging]]"));
}

void nothing(Reader&, const toml::node&, Part&) {}

// Beside [scenario] a project or anything else of a plan would be in no total.
void refuse_beside_scenario(Reader& reader, const toml::table& root, Part& part) {
  const Place scenario = reader.place(*root.get("scenario"));
  for (auto&& [key, value] : root) {
    if (key.str() == "scenario" || key.str() == "wijziging") continue;
    part.unreadable = true;
    reader
        .report(Rule::onbekende_sleutel, value,
                say("a file with [scenario] holds only [[wijziging]]; `{}` would be in no total", key.str()),
                say("take [scenario] out, or keep the scenario in a file of its own"))
        .related.push_back({scenario, say("[scenario] is here")});
  }
}

// The tables at the top of a file. One with a [scenario] counts only when it is named, and is passed over here.
const Field<Part> top_fields[] = {
    {"plan", false, marked("The plan itself: its name and years. One of its files has it."), plan_table_shape,
     read_plan_table},
    {"index", false, marked("How amounts grow: named percentages per year."), indexes_shape, read_indexes},
    {"programmalijn", false, marked("A programme line: a group of projects."), lines_shape, read_lines},
    {"project", false, marked("A project: a budget with posts and a running balance."), projects_shape, read_projects},
    {"doel", false, marked("A goal: what is wanted or done, its targets, what they came to, and the money for it."),
     doelen_shape, read_doelen},
    {"check", false,
     marked("How serious `saldo check` takes a rule: opmerking, waarschuwing, fout, or uit for not at all."),
     check_shape, read_check},
    {"negeer", false, marked("Findings of `saldo check` that are as they should be, and why."), negeer_shape,
     read_negeer},
    {"begrotingswijziging", false, marked("An adopted change of the budget: part of the plan from its date on."),
     begrotingswijzigingen_shape, read_begrotingswijzigingen},
    {"wijziging", false, marked("A change of a scenario, beside [scenario]."), changes_shape, no_scenario},
    {"afsluiting", false, marked("The record of a year that has ended: what was booked, and what was decided."),
     afsluitingen_shape, read_afsluitingen},
    {"jaareinde", false,
     marked("What was agreed for the accounts: what must be explained, on what level a budget binds."), jaareinde_shape,
     read_jaareinde},
    {"weergave", false, marked("How people see the plan: columns, words and the sign of a saldo."), weergave_shape,
     read_weergave},
    {"koppeling", false, marked("How the export of a financial package is read by `saldo close`."), koppelingen_shape,
     read_koppelingen},
    {"scenario", false, marked("Makes this file a scenario: it counts only when it is named."), scenario_shape,
     nothing},
};

const Field<Part> scenario_fields[] = {
    {"scenario", true, marked("The name of the scenario and what it is for."), scenario_shape, read_scenario_table},
    {"wijziging", false, marked("A change of the plan, in the order in which they apply."), changes_shape,
     read_scenario_changes},
};

// What is in it is not known then.
void refuse(Part& part, Findings& findings, Rule rule, Place place, Message message, Message help = {}) {
  findings.push_back({rule, place, std::move(message), {}, std::move(help)});
  part.unreadable = true;
}

Place place_at(FileId file, std::string_view text, std::size_t offset) {
  const LineColumn at = line_column(text, offset);
  return {file, at.line, at.column, 1};
}

// Past this fence the text is UTF-8 and shallow enough for the parser.
bool refuse_before_parsing(FileId file, std::string_view text, Findings& findings, Part& part) {
  if (const auto offset = find_invalid_utf8(text))
    refuse(part, findings, Rule::utf8, place_at(file, text.substr(0, *offset), *offset), say("this byte is not UTF-8"),
           say("save the file as UTF-8"));
  else if (const auto too_deep = find_too_deep(text))
    refuse(part, findings, Rule::te_diep, place_at(file, text, *too_deep),
           say("nested deeper than {} tables or {} dotted parts", std::to_string(max_levels),
               std::to_string(max_key_parts)));
  else if (const auto too_long = find_too_long(text))
    refuse(part, findings, Rule::verkeerde_waarde, place_at(file, text, *too_long),
           say("what begins here is longer than {} characters", std::to_string(max_text)), say("make it shorter"));
  else return false;
  return true;
}

// The text of the file at a position among those of the plan, or why there is none.
using Source = std::function<std::variant<std::string, Message>(std::size_t)>;

using ReadText = void (*)(FileId, std::string_view, Money, Findings&, Part&);

void read_file(FileId file, const Source& text_of, std::atomic<std::uint64_t>& bytes, Money unit, Findings& findings,
               ReadText read, Part& part) {
  const std::variant<std::string, Message> source = text_of(position(file));
  if (const auto* trouble = std::get_if<Message>(&source))
    return refuse(part, findings, Rule::bestand, {file}, *trouble);
  const auto& text = std::get<std::string>(source);
  if (bytes.fetch_add(text.size()) + text.size() > max_plan_bytes)
    return refuse(part, findings, Rule::bestand, {file}, say("brings the plan over 1 GiB"));
  if (!refuse_before_parsing(file, text, findings, part)) read(file, text, unit, findings, part);
}

struct ReadFiles {
  std::vector<Part> parts;  // of a few files each, in their order
  Findings findings;
};

// One of a small plan. Of a large one few enough that no thread waits long for another, and so many that the projects of a
// part are one large piece of memory, which goes back when they are joined.
std::size_t files_of_a_part(std::size_t files) {
  constexpr std::size_t parts_of_large_plan = 64;
  return std::max<std::size_t>(1, files / parts_of_large_plan);
}

// Every file has its own place for its findings.
ReadFiles read_files(std::size_t first, std::size_t end, const Source& source, Money unit) {
  const std::size_t count = end - first, of_a_part = files_of_a_part(count);
  constexpr std::size_t files_worth_a_thread = 16;
  ReadFiles read;
  read.parts.resize((count + of_a_part - 1) / of_a_part);
  std::vector<Findings> findings(count);
  std::atomic<std::uint64_t> bytes{0};
  on_threads(read.parts.size(), std::min(all_cores(), count / files_worth_a_thread), [&] {
    return [&, names_of_this_thread = std::make_unique<SharedText::Sharing>(),
            memory_of_trees = std::make_unique<Arena::Kept>()](std::size_t part) {
      for (std::size_t i = part * of_a_part; i < std::min(count, (part + 1) * of_a_part); ++i)
        read_file(static_cast<FileId>(first + i), source, bytes, unit, findings[i], read_part, read.parts[part]);
    };
  });
  for (Findings& of_file : findings) std::move(of_file.begin(), of_file.end(), std::back_inserter(read.findings));
  return read;
}

// One file says in what unit the amounts of all of them are written: where that is not the euro, they are read again.
ReadFiles read_files(std::size_t first, std::size_t end, const Source& source) {
  ReadFiles read = read_files(first, end, source, one_euro);
  for (const Part& part : read.parts)
    for (const PlanTable& plan : part.plans)
      if (plan.unit() != one_euro) return read_files(first, end, source, plan.unit());
  return read;
}

}  // namespace

Shape plan_format() { return table_of<Part>(top_fields, "a file"); }

namespace {

Place place_of(FileId file, std::string_view text, std::string_view part) {
  Place place = place_at(file, text, static_cast<std::size_t>(part.data() - text.data()));
  place.length = static_cast<std::uint32_t>(count_code_points(part));
  return place;
}

// The slips that people make get words of their own; of any other the parser's sentence comes last.
void refuse_toml(FileId file, std::string_view text, const toml::parse_error& error, Findings& findings, Part& part) {
  const toml::source_position at = error.source().begin;
  const bool twice = error.description().find("redefine") != std::string_view::npos;
  const std::optional<Slip> slip = twice ? find_double(text, at.line, at.column) : find_slip(text, at.line);
  if (!slip)
    return refuse(part, findings, Rule::toml_syntax, {file, at.line, at.column, 1}, say("this is not TOML"),
                  say("look at what stands here and just before it; the TOML parser says: {}", error.description()));
  refuse(part, findings, Rule::toml_syntax, place_of(file, text, slip->at), slip->message, slip->help);
  if (slip->first)
    findings.back().related.push_back({place_of(file, text, *slip->first), say("the first one is here")});
}

// `read` gets the root of the file, and a reader for it.
template <class Read>
void parse(FileId file, std::string_view text, Money unit, Findings& findings, Part& part, Read read) {
  try {
    const Tree tree(text);
    const bool marked = text.starts_with(byte_order_mark);  // which the parser's columns do not count
    Reader reader(file, marked ? text.substr(byte_order_mark.size()) : text, unit, findings);
    read(reader, tree.root(), part);
  } catch (const toml::parse_error& error) {
    refuse_toml(file, text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text, error, findings,
                part);
  }
}

}  // namespace

void read_part(FileId file, std::string_view text, Money unit, Findings& findings, Part& part) {
  parse(file, text, unit, findings, part, [](Reader& reader, const toml::table& root, Part& to) {
    if (root.contains("scenario")) refuse_beside_scenario(reader, root, to);
    else read_fields<Part>(reader, root, marked("a plan"), top_fields, to);
  });
}

void read_scenario_part(FileId file, std::string_view text, Money unit, Findings& findings, Part& part) {
  parse(file, text, unit, findings, part, [](Reader& reader, const toml::table& root, Part& to) {
    read_fields<Part>(reader, root, marked("a scenario"), scenario_fields, to);
  });
}

namespace {

Source on_disk(const std::vector<std::string>& files) {
  return [&files](std::size_t file) { return read_source(files[file]); };
}

Source shown_to(const TextSeen& seen, Source source) {
  if (!seen) return source;
  return [&seen, source = std::move(source)](std::size_t file) {
    std::variant<std::string, Message> read = source(file);
    if (const auto* text = std::get_if<std::string>(&read)) seen(static_cast<FileId>(file), *text);
    return read;
  };
}

// `hindrances` are files that could be meant and are not read.
void join_files(PlanBase& base, ReadFiles read, Findings hindrances = {}) {
  base.findings = std::move(read.findings);
  base.complete = hindrances.empty() &&
                  std::none_of(read.parts.begin(), read.parts.end(), [](const Part& part) { return part.unreadable; });
  std::move(hindrances.begin(), hindrances.end(), std::back_inserter(base.findings));
  // Beyond this fence every file is known in full, so a name that is not found is not there.
  if (base.complete) {
    Joined joined = join(read.parts, Place{}, base.findings);
    base.joined = std::move(joined.plan);
    base.begrotingswijzigingen = std::move(joined.begrotingswijzigingen);
  }
  sort_by_place(base.findings);
}

FileId add_file(PlanBase& base, const std::string& path) {
  base.files.push_back(path);
  return static_cast<FileId>(base.files.size() - 1);
}

// Something of a plan in a file of a folder scenarios, which counts only as a scenario.
void find_set_aside(Reader& reader, const toml::table& root) {
  if (root.contains("scenario")) return;
  for (const Field<Part>& field : top_fields) {
    if (field.key == "wijziging" || !root.contains(field.key)) continue;
    reader.report(Rule::bestand, *root.get(field.key),
                  say("`{}` is in no total: a file in a folder scenarios is read only when it is named", field.key),
                  say("move this file out of scenarios, or write [scenario] at its top"));
    return;
  }
}

// A text in the place of a file, of which the same is asked.
std::optional<Message> find_too_large(std::string_view text) {
  if (text.size() <= max_file_bytes) return std::nullopt;
  return say("is larger than {} MiB", std::to_string(max_file_bytes >> 20));
}

std::variant<std::string, Message> as_source(std::string_view text) {
  if (auto trouble = find_too_large(text)) return std::move(*trouble);
  return std::string(text);
}

// A scenario that cannot be read is told when it is named, and hinders no one before that.
void find_set_aside(PlanBase& base, const std::string& path, Findings& findings) {
  const std::variant<std::string, Message> source = read_source(path);
  const auto* text = std::get_if<std::string>(&source);
  if (text == nullptr || find_invalid_utf8(*text) || find_too_deep(*text)) return;
  Findings found;
  Part part;
  const FileId file = add_file(base, path);
  parse(file, *text, one_euro, found, part,
        [](Reader& reader, const toml::table& root, Part&) { find_set_aside(reader, root); });
  if (found.empty() || found.front().rule != Rule::bestand) base.files.pop_back();
  else findings.push_back(std::move(found.front()));
}

Findings tell_left_out(PlanBase& base, const std::vector<LeftOut>& all) {
  Findings findings;
  for (const LeftOut& one : all)
    findings.push_back({Rule::bestand, {add_file(base, one.path)}, one.message, {}, one.help});
  return findings;
}

}  // namespace

PlanBase load_base(const std::string& path, const TextSeen& seen) {
  PlanBase base;
  base.files.push_back(path);
  PlanFiles found = list_plan_files(path);
  if (found.trouble) {
    base.findings.push_back({Rule::bestand, {}, std::move(*found.trouble)});
    return base;
  }
  const bool is_folder = found.paths != base.files;
  if (is_folder) {
    base.files.reserve(1 + found.paths.size());
    std::move(found.paths.begin(), found.paths.end(), std::back_inserter(base.files));
  }
  ReadFiles read = read_files(is_folder ? 1 : 0, base.files.size(), shown_to(seen, on_disk(base.files)));
  Findings left_out = tell_left_out(base, found.left_out);
  for (const std::string& scenario : found.scenarios) find_set_aside(base, scenario, left_out);
  join_files(base, std::move(read), std::move(left_out));
  return base;
}

PlanBase load_base(const std::string& name, const std::vector<SourceText>& texts,
                   const std::vector<LeftOut>& left_out) {
  PlanBase base;
  base.files.push_back(name);
  for (const SourceText& text : texts) base.files.push_back(text.name);
  const auto source = [&texts](std::size_t file) { return as_source(texts[file - 1].text); };
  ReadFiles read = read_files(1, base.files.size(), source);
  join_files(base, std::move(read), tell_left_out(base, left_out));
  return base;
}

Findings look_over(FileId file, std::string_view text, Money unit) {
  Findings findings;
  Part part;
  if (auto trouble = find_too_large(text)) refuse(part, findings, Rule::bestand, {file}, std::move(*trouble));
  else if (!refuse_before_parsing(file, text, findings, part)) read_part(file, text, unit, findings, part);
  return findings;
}

Scenario load_scenario(PlanBase& base, const std::string& name) {
  const std::string path = scenario_path(base.files.front(), name);
  const bool named = path == name;  // else found in the folder of the plan, and no link may lead out of that
  const FileId file = add_file(base, path);
  std::atomic<std::uint64_t> bytes{0};
  Findings findings;
  Part part;
  if (!named && leads_out(base.files.front(), path))
    refuse(part, findings, Rule::bestand, {file}, left_out_link(path).message, left_out_link(path).help);
  else read_file(file, on_disk(base.files), bytes, base.joined.unit(), findings, read_scenario_part, part);
  if (base.complete) number_change_indexes(part.scenario.wijzigingen, part.index_names, base.joined, findings);
  base.complete = base.complete && !part.unreadable;
  part.scenario.file = file;
  sort_by_place(findings);
  std::move(findings.begin(), findings.end(), std::back_inserter(base.findings));
  return std::move(part.scenario);
}

void replace_afsluiting(PlanBase& base, Year year, const std::string& name, std::string_view text) {
  Findings findings;
  std::atomic<std::uint64_t> bytes{0};
  const auto source = [text](std::size_t) { return as_source(text); };
  Part part;
  read_file(add_file(base, name), source, bytes, base.joined.unit(), findings, read_part, part);
  base.complete = base.complete && !part.unreadable;
  for (Afsluiting& record : part.afsluitingen) {
    const bool goes_on = record.stand == Stand::tussentijds;
    std::vector<Afsluiting>& all = goes_on ? base.joined.tussentijds : base.joined.afsluitingen;
    std::erase_if(all, [&](const Afsluiting& other) {
      return other.jaar == year && (!goes_on || other.peildatum == record.peildatum);
    });
    all.push_back(std::move(record));
  }
  std::move(findings.begin(), findings.end(), std::back_inserter(base.findings));
}

LoadedPlan load_plan(const std::string& path) {
  PlanBase base = load_base(path);
  LoadedPlan loaded{std::move(base.joined), std::move(base.findings), std::move(base.files)};
  if (!base.complete) return loaded;
  finish_linking(loaded.plan, loaded.findings);
  sort_by_place(loaded.findings);
  return loaded;
}

}  // namespace saldo
