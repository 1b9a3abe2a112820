// saldo schema: the file format for TOML editors.
#include "render/schema.h"

#include "cli/command.h"
#include "plan/format.h"

namespace saldo {

namespace {

constexpr SchemaHead head{"urn:saldo:plan", "saldo plan",
                          marked("A budget of saldo: programmalijnen, projects, posts and the money between them.")};

void add_options(CLI::App& app, Request& request) {
  app.add_option("--hover", request.hover, "language of the texts an editor shows on a key: en (default) or nl")
      ->check(CLI::IsMember({"en", "nl"}))
      ->type_name("LANGUAGE");
}

// The language is asked for, never taken from the environment: the schema is committed and shared beside a plan.
int run(const Request& request, const Console& console) {
  return write_output(console, render_schema(head, plan_format(), request.hover == "nl" ? Language::nl : Language::en));
}

}  // namespace

const Command schema_command{
    "schema", marked("the file format as a JSON Schema, for completion and red lines in an editor"),
    marked("  saldo schema > saldo.schema.json             docs/editor.md says how an editor finds it\n"
           "  saldo schema --hover nl > saldo.schema.json  explained in Dutch\n"
           "  taplo lint --schema file://$PWD/saldo.schema.json plan.toml\n"),
    add_options, run};

}  // namespace saldo
