// Run by in_node. Every plan file of the repository passes, and of each pair below the first passes and the second
// does not: in taplo, and in ajv, which also holds the schema against the meta-schema of draft-07.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [cache, saldo, source] = process.argv.slice(2);
const require = createRequire(join(cache, "node_modules", "x.js"));
const { parse } = require("smol-toml");
const Ajv = require("ajv").default;

const project = (rest) => `[[project]]\nnr = "1"\nnaam = "Een"\nprogrammalijn = "a"\n${rest}\n`;
const post = (rest) => project(`[[project.post]]\nnaam = "Post"\n${rest}`);
const lasten = (side) => post(`lasten = ${side}`);

const decided = (date, change) =>
  `[[begrotingswijziging]]\nnr = 1\n${date}\n[[begrotingswijziging.wijziging]]\nproject = "1"\npost = 1\n${change}\n`;

const pairs = {
  "unknown key": [project("budget = 1"), project("budgt = 1")],
  "unknown table": ["[check]\n", "[chek]\n"],
  "missing naam": ['[[programmalijn]]\nid = "a"\nnaam = "A"\n', '[[programmalijn]]\nid = "a"\n'],
  "missing naam of a post": [project('[[project.post]]\nnaam = "Post"'), project("[[project.post]]\nnr = 1")],
  "wrong type": [post("structureel = true"), post("structureel = 1")],
  "text for a number": [project('budget = "1.234,56"'), project('budget = "veel"')],
  "Dutch amount with a wrong group": [project('budget = "€ -25.000"'), project('budget = "€ -25.00"')],
  "date for an amount": [project("budget = -1"), project("budget = 2025-01-01")],
  "PM where an amount must be": [project('budget = "PM"'), project('ondergrens = "PM"')],
  "decimal number for a name": [project("dubbeling_met = [3]"), project("dubbeling_met = [3.1]")],
  "table for a list": [project("post = []"), project("post = {}")],
  "bad word": [project('soort = "reserve"'), project('soort = "fonds"')],
  "bad word for an amount": [lasten('{ 2025 = "sluitpost" }'), lasten('{ 2025 = "sluitpst" }')],
  "bad year": [lasten("{ 2025 = 1 }"), lasten("{ 225 = 1 }")],
  "bad key beside years": [lasten('{ totaal = 46_000, 2025 = "80%" }'), lasten('{ total = 46_000, 2025 = "80%" }')],
  "percentage without over": [lasten('{ percentage = 5.0, over = "2..11" }'), lasten("{ percentage = 5.0 }")],
  "over without percentage": [lasten('{ percentage = 5, over = [2, "3..4"] }'), lasten("{ over = [2] }")],
  "percentage and total": [lasten('{ totaal = 1, 2025 = "7/12" }'), lasten('{ totaal = 1, percentage = 1, over = 2 }')],
  "text for a total": [lasten('{ totaal = "onderbouwing", 2025 = "100 %" }'), lasten('{ totaal = "rest", 2025 = "80%" }')],
  "rounding to nothing": [post("afronding = 0.01"), post("afronding = 0")],
  "rounding without unit": [post('afronding = { eenheid = 100, op = "boven" }'), post('afronding = { op = "boven" }')],
  "factor that is text": [
    post('onderbouwing = [{ naam = "A", factoren = [46, 73.57] }]'),
    post('onderbouwing = [{ naam = "A", factoren = [46, "73,57"] }]'),
  ],
  "no factors": [post('onderbouwing = [{ naam = "A", factoren = [0] }]'), post('onderbouwing = [{ naam = "A", factoren = [] }]')],
  "too long a delay": [post('van = "2"\nvertraging = 99'), post('van = "2"\nvertraging = 100')],
  "year in quotes": [project("einde = 2027"), project('einde = "2027"')],
  "rate that takes all": ["[index]\nloon = -99.9\n", "[index]\nloon = -100\n"],
  "rate that is text": ["[index]\nloon = { 2026 = 2.3 }\n", '[index]\nloon = { 2026 = "2,3" }\n'],
  "rates and a blend": ['[index]\nx = { a = "2/3", b = "1/3" }\n', '[index]\nx = { 2026 = 2.3, b = "1/3" }\n'],
  "controle of no figure": ["[plan.controle]\nbaten = {}\n", "[plan.controle]\nbate = {}\n"].map(
    (text) => '[plan]\nnaam = "P"\neerste_jaar = 2025\nlaatste_jaar = 2028\n' + text),
  "controle in a list": [
    project('[[project.controle]]\nbron = "tabel 4"\nopening = 1\n[[project.controle]]\nopening = { 2026 = 1 }'),
    project('[[project.controle]]\nbron = "tabel 4"\n[[project.controle]]\nopening = "geen"'),
  ],
  "decision without a date": [decided("datum = 2025-06-30", "vervalt = true"), decided("", "vervalt = true")],
  "date that is none": [decided("datum = 2025-06-30", "maal = 1.04"), decided('datum = "juni"', "maal = 1.04")],
  "kasschuif without a year": [
    decided("datum = 2025-06-30", "kasschuif = { van = 2025, naar = 2026, bedrag = 5 }"),
    decided("datum = 2025-06-30", "kasschuif = { van = 2025, bedrag = 5 }"),
  ],
  "unknown key of a change": [decided("datum = 2025-06-30", "schuif = 1"), decided("datum = 2025-06-30", "verschuif = 1")],
  "rule nobody knows": ['[check]\npm-open = "fout"\n', '[check]\npm-oopen = "fout"\n'],
  "severity nobody knows": ['[check]\npm-open = "uit"\n', '[check]\npm-open = "aan"\n'],
  "negeer without a reason": ['[[negeer]]\nregel = "pm-open"\nreden = "Raad"\n', '[[negeer]]\nregel = "pm-open"\n'],
};

const folder = mkdtempSync(join(tmpdir(), "saldo-schema-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const failures = [];
const expect = (holds, what) => holds || failures.push(what);

const schemaFile = join(folder, "saldo.schema.json");
writeFileSync(schemaFile, execFileSync(saldo, ["schema"]));
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));

// ajv refuses, when it compiles, what the meta-schema does not allow; strict, also what it would pass over.
const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
const valid = ajv.compile(schema);
// Editors see a date as the text it is written in.
const inAjv = (file) => valid(JSON.parse(JSON.stringify(parse(readFileSync(file, "utf8")))));

// The files taplo calls invalid.
function invalidInTaplo(files, options = [`--schema=file://${schemaFile}`, "--no-auto-config"], cwd = folder) {
  const taplo = join(cache, "node_modules", ".bin", "taplo");
  const run = spawnSync(taplo, ["lint", "--colors=never", ...options, ...files], { cwd, encoding: "utf8" });
  const invalid = [...run.stderr.matchAll(/invalid file error=.* path="([^"]*)"/g)].map((found) => found[1]);
  expect((run.status === 0) === (invalid.length === 0), `taplo ended with ${run.status}: ${run.stderr}`);
  return new Set(invalid);
}

const tomlFiles = (root) =>
  readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".toml")).map((name) => join(root, name)).sort();

const good = [...tomlFiles(join(source, "data")), ...tomlFiles(join(source, "examples"))];
expect(good.length > 20, `only ${good.length} plan files found`);
const bad = [];
mkdirSync(join(folder, "pairs"));
for (const [name, texts] of Object.entries(pairs))
  texts.forEach((text, i) => {
    const file = join(folder, "pairs", `${name.replaceAll(" ", "-")}.${i === 0 ? "good" : "bad"}.toml`);
    writeFileSync(file, text);
    (i === 0 ? good : bad).push(file);
  });

const invalid = invalidInTaplo([...good, ...bad]);
for (const file of good) {
  expect(!invalid.has(file), `taplo refuses ${file}`);
  expect(inAjv(file), `ajv refuses ${file}: ${JSON.stringify(valid.errors)}`);
}
for (const file of bad) {
  expect(invalid.has(file), `taplo accepts ${file}`);
  expect(!inAjv(file), `ajv accepts ${file}`);
}

// What docs/editor.md says to write: a line at the top of a file, or a .taplo.toml.
const [line, rule] = [...readFileSync(join(source, "docs/editor.md"), "utf8").matchAll(/```toml\n(.*?)```/gs)].map((block) => block[1]);
for (const [name, top, config] of [["line", line, ""], ["rule", "", rule]]) {
  const here = join(folder, name);
  mkdirSync(here);
  writeFileSync(join(here, "saldo.schema.json"), readFileSync(schemaFile));
  if (config) writeFileSync(join(here, ".taplo.toml"), config);
  const files = pairs["unknown key"].map((text, i) => {
    const file = join(here, `${i}.toml`);
    writeFileSync(file, top + text);
    return file;
  });
  const found = [...invalidInTaplo(files, [], here)];
  expect(found.length === 1 && found[0] === files[1], `docs/editor.md: the ${name} does not lead taplo to the schema: ${found}`);
}

for (const failure of failures) console.log(failure);
console.log(`${good.length} good files, ${bad.length} broken ones, ${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;
