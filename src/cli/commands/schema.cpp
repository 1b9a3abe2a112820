// saldo schema: the file format for TOML editors.
#include "render/schema.h"

#include "cli/carry_out.h"
#include "cli/command.h"
#include "plan/plan_files.h"
#include "render/format_page.h"

namespace saldo {

namespace of_schema {
namespace {

constexpr SchemaHead head{"urn:saldo:plan", "saldo plan",
                          marked("A budget of saldo: programmalijnen, projects, posts and the money between them.")};

constexpr Option hover{
    .name = "--hover",
    .takes = Takes::word,
    .label = marked("LANGUAGE"),
    .description = marked("language of the texts an editor shows on a key: en (default) or nl"),
    .words = option::languages,
};
constexpr Option page{
    .name = "--page",
    .description = marked("every key on a page for people instead, in Markdown: docs/format.md"),
};
constexpr Option options[] = {hover, page};

struct Asked {
  Language hover = Language::en;
  bool page = false;
};

// The language is asked for, never taken from the environment: the schema is committed and shared beside a plan.
Asked read(Reading& reading) { return {reading.one_of(hover, {Language::en, Language::nl}), reading.has(page)}; }

int run(const Asked& asked, const Console& console) {
  if (asked.page) return write_output(console, render_format_page(plan_format()));
  return write_output(console, render_schema(head, plan_format(), asked.hover));
}

constexpr Example examples[] = {
    {"saldo schema > saldo.schema.json", marked("docs/editor.md says how an editor finds it")},
    {"saldo schema --hover nl > saldo.schema.json", marked("explained in Dutch")},
    {"taplo lint --schema file://$PWD/saldo.schema.json plan.toml"},
};

}  // namespace
}  // namespace of_schema

extern const Command schema_command{
    .name = "schema",
    .summary = marked("the file format as a JSON Schema, for completion and red lines in an editor"),
    .options = of_schema::options,
    .examples = of_schema::examples,
    .run = carry_out<Needs::nothing, of_schema::read, of_schema::run>,
};

}  // namespace saldo
