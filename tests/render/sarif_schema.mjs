// Run by in_node. The files named pass the published schema of SARIF 2.1.0, formats of URIs included; a copy with a fault does
// not, or the judge would be asleep.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [cache, ...files] = process.argv.slice(2);
const require = createRequire(join(cache, "node_modules", "x.js"));
const Ajv = require("ajv-draft-04").default;
const addFormats = require("ajv-formats").default;

const schema = join(cache, "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const valid = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));

const failures = [];
const faults = {
  "no version": (log) => delete log.version,
  "a level nobody knows": (log) => log.runs[0].tool.driver.rules.forEach((rule) => (rule.defaultConfiguration.level = "fatal")),
  "a URI with a space": (log) => (log.runs[0].tool.driver.informationUri = "not a uri"),
};
for (const file of files) {
  const text = readFileSync(file, "utf8");
  if (!valid(JSON.parse(text))) failures.push(`${file}: ${JSON.stringify(valid.errors)}`);
  for (const [name, spoil] of Object.entries(faults)) {
    const log = JSON.parse(text);
    spoil(log);
    if (valid(log)) failures.push(`${file}: the schema accepts ${name}`);
  }
}
for (const failure of failures) console.log(failure);
console.log(`${files.length} files, ${failures.length} failures`);
process.exitCode = failures.length === 0 && files.length > 0 ? 0 : 1;
