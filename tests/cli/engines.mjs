// Run by in_node: what DuckDB and `datapackage` make of an export; and, where a folder has chdb, what ClickHouse does.
//   duckdb FOLDER QUERY...   runs load.sql in FOLDER and prints the rows of each query, "|" between the values; or the error
//   clickhouse FOLDER QUERY...   the same of ClickHouse, a statement of load.sql at a time
//   datapackage FOLDER       whether it is valid, the rows of each table, and those of bedrag
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [cache, what, folder, ...queries] = process.argv.slice(2);
const require = createRequire(join(cache, "node_modules", "x.js"));
const print = (values) => console.log(values.map((value) => (value === null ? "" : String(value))).join("|"));

async function duckdb() {
  const { DuckDBInstance } = require("@duckdb/node-api");
  process.chdir(folder);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    await connection.run(readFileSync("load.sql", "utf8"));
    for (const query of queries) for (const row of (await connection.runAndReadAll(query)).getRowsJson()) print(row);
  } catch (error) {
    console.log(`error: ${error.message}`);
  }
}

function clickhouse() {
  const { Session } = require("chdb");
  process.chdir(folder);
  const session = new Session();
  try {
    const statements = readFileSync("load.sql", "utf8").split(/;\n/);
    for (const statement of statements) if (statement.replace(/^--.*$/gm, "").trim()) session.query(statement, "TSV");
    for (const query of queries) process.stdout.write(String(session.query(query, "TSV")).replaceAll("\t", "|"));
  } catch (error) {
    console.log(`error: ${error.message}`);
  }
  session.cleanup();
}

async function datapackage() {
  const { Package } = require("datapackage");
  const found = await Package.load(join(folder, "datapackage.json"), { strict: false, basePath: folder });
  print([found.valid ? "valid" : found.errors.map((error) => error.message)]);
  for (const resource of found.resources) print([resource.name, (await resource.read()).length]);
  const column = (row, name) => row[name];
  for (const row of await found.getResource("bedrag").read({ keyed: true }))
    print(["project", "post", "jaar", "kant", "bedrag", "pm"].map((name) => column(row, name)));
}

await { duckdb, clickhouse, datapackage }[what]();
