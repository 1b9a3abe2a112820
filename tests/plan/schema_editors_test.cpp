// The programs of editors read the schema of `saldo schema` as saldo means it.
#include "support/catch.h"
#include "support/support.h"

TEST_CASE("taplo and ajv pass every plan of the repository by the schema and refuse broken ones") {
  const std::string judged =
      judged_in_node("plan/schema_taplo.mjs", "'" + saldo_program() + "' '" SALDO_SOURCE_DIR "'");
  if (judged.starts_with("skipped: ")) SKIP(judged.substr(9));
  INFO(judged);
  CHECK(judged.ends_with(", 0 failures\n"));
}
