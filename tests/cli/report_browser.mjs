// Run by in_node: report_browser.mjs CACHE FOLDER. Every demand on a paper (the pages FOLDER/*.html) is held in a real
// browser, which is started once. Each demand is also tried on a page with a fault of its kind planted in it, made of
// FOLDER/planted/page.html: a demand that finds nothing there would find nothing anywhere. Prints a line
// "DEMAND: PAGES pages" for each demand, and before it "DEMAND: PAGE: what is wrong" for all that is wrong.
import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const [cache, folder] = process.argv.slice(2);
const require = createRequire(join(cache, "node_modules", "x.js"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const run = promisify(execFile);

const found = (program) => {
  const which = spawnSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" });
  return which.status === 0 ? which.stdout.trim() : "";
};
const program = ["chromium", "chromium-browser", "google-chrome"].map(found).find((path) => path);
if (!program) {
  console.log("skipped: chromium is not installed");
  process.exit(0);
}

const pages = readdirSync(folder).filter((name) => name.endsWith(".html")).map((name) => join(folder, name)).sort();
const good = readFileSync(join(folder, "planted", "page.html"), "utf8");
const names = JSON.parse(readFileSync(join(folder, "names.json"), "utf8"));

// --- what the browser is asked within a page; each answers a list of what is wrong ---

// Colours as numbers, and how far they are apart (WCAG 2.1).
const colours = `
  const rgba = (text) => {
    const numbers = (text.match(/[\\d.]+/g) ?? []).map(Number);
    return /^rgb/.test(text) && (numbers.length < 4 || numbers[3] > 0) ? numbers.slice(0, 3) : null;
  };
  const light = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const marks = (svg) => [...svg.querySelectorAll("rect, path, circle, line, polygon, polyline, ellipse")]
    .filter((mark) => !mark.closest("defs") && !mark.matches(".vel, .as"));
`;

// What a mark is seen by must stand out 3 to 1 from the sheet, what is read 4,5 to 1 from what it stands on.
const markContrast = `(() => {
  ${colours}
  const faults = new Set();
  for (const svg of document.querySelectorAll("svg.beeld")) {
    const sheet = rgba(getComputedStyle(svg.querySelector(":scope > .vel")).fill);
    for (const mark of marks(svg)) {
      const style = getComputedStyle(mark);
      const seen = [style.fill, style.stroke].map(rgba).filter((colour) => colour).map((colour) => contrast(colour, sheet));
      const pattern = style.fill.match(/#([^")]+)/);
      if (pattern && /^url/.test(style.fill))
        for (const line of document.getElementById(pattern[1]).querySelectorAll(":scope > :not(.vel)")) {
          const colour = rgba(getComputedStyle(line).stroke) ?? rgba(getComputedStyle(line).fill);
          if (colour && line.getAttribute("class") !== "h-onder") seen.push(contrast(colour, sheet));
        }
      const isArea = mark.matches(".onder, .vak, .rel");
      if (seen.length > 0 && !isArea && Math.max(...seen) < 3)
        faults.add(svg.querySelector("title").textContent + ": " + mark.getAttribute("class") + " " +
          Math.max(...seen).toFixed(2) + " to 1");
    }
    const areas = marks(svg).map((mark) => ({ mark, box: mark.getBoundingClientRect(), fill: rgba(getComputedStyle(mark).fill) }))
      .filter((area) => area.fill && area.mark.localName === "rect");
    for (const text of svg.querySelectorAll("text")) {
      const style = getComputedStyle(text), box = text.getBoundingClientRect();
      const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
      const under = areas.filter(({ mark, box: area }) => area.left <= x && x <= area.right && area.top <= y && y <= area.bottom &&
        mark.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
      const halo = style.stroke !== "none" ? rgba(style.stroke) : null;
      const on = halo ?? under.at(-1)?.fill ?? sheet;
      const ratio = contrast(rgba(style.fill), on);
      if (ratio < 4.5) faults.add(svg.querySelector("title").textContent + ": the text " + text.textContent + " " + ratio.toFixed(2) + " to 1");
    }
  }
  return [...faults];
})()`;

// Marks of one picture that look different must differ in more than colour: in hatch, dash, shape, size, or be as far
// apart as 3 to 1; and what colour tells in the text is told by a sign or a word too.
const colourAlone = `(() => {
  ${colours}
  const faults = new Set();
  for (const svg of document.querySelectorAll("svg.beeld")) {
    const looks = new Map();
    for (const mark of marks(svg)) {
      const style = getComputedStyle(mark);
      const hatch = /^url/.test(style.fill) ? style.fill.replace(/.*-/, "") : "";
      const colour = hatch ? null : rgba(style.fill) ?? rgba(style.stroke);
      if (!colour || !/(^| )(staaf|lijn|punt|stang|goed|deels|niet|open)( |$)/.test(mark.getAttribute("class") ?? "")) continue;
      const shape = mark.localName === "path" && mark.matches(".goed, .deels, .niet, .open")
        ? mark.getAttribute("d").replace(/[\\d.\\s-]+/g, "") : mark.localName;
      const form = [shape, rgba(style.fill) ? "full" : "hollow", style.strokeDasharray, mark.matches(".som") ? "sum" : ""].join(" ");
      const others = looks.get(form) ?? looks.set(form, new Map()).get(form);
      others.set(String(colour), mark);
    }
    for (const [form, others] of looks) {
      const all = [...others];
      all.forEach(([a, mark], i) => all.slice(i + 1).forEach(([b, other]) => {
        if (contrast(a.split(","), b.split(",")) < 3)
          faults.add(svg.querySelector("title").textContent + ": only the colour tells " + mark.getAttribute("class") + " from " +
            other.getAttribute("class"));
      }));
    }
  }
  for (const cell of document.querySelectorAll(".neg"))
    if (!/^[\\u2212(]/.test(cell.textContent)) faults.add("only the colour tells that " + cell.textContent + " is negative");
  for (const finding of document.querySelectorAll(".finding"))
    if (!finding.querySelector(".severity")?.textContent) faults.add("only the colour tells how bad a finding is");
  return [...faults];
})()`;

const structure = `(() => {
  const faults = [];
  const expect = (holds, what) => holds || faults.push(what);
  expect(document.documentElement.lang === "nl", "the language is not told");
  expect(document.querySelectorAll("h1").length === 1, "not one h1");
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.localName[1]);
    expect(own <= level + 1, "a level is skipped before " + heading.textContent);
    level = own;
  }
  for (const table of document.querySelectorAll("table")) {
    const name = table.caption?.textContent;
    expect(name, "a table without caption");
    for (const head of table.querySelectorAll("th")) expect(head.scope, name + ": " + head.textContent + " is a heading of nothing");
    for (const row of table.tBodies[0].rows) expect(row.querySelector("th[scope=row]"), name + ": a row without name");
    const region = table.closest("[role=group]");
    expect(region?.tabIndex === 0 && region.getAttribute("aria-label"), name + ": its region has no name or no focus");
  }
  for (const figure of document.querySelectorAll("figure")) {
    const svg = figure.querySelector("svg[role=img]"), name = figure.querySelector("figcaption")?.textContent;
    expect(name && svg?.querySelector("title")?.textContent, "a picture without title");
    expect(svg?.querySelector("desc")?.textContent.length > 15, name + ": nothing tells what the picture shows");
    expect(figure.querySelector("table"), name + ": the figures of the picture are not there");
    const named = (svg?.getAttribute("aria-labelledby") ?? "").split(" ").filter((id) => id);
    expect(named.length > 0 && named.every((id) => svg.ownerDocument.getElementById(id)), name + ": its name leads nowhere");
  }
  for (const cell of document.querySelectorAll("td.n, dd.figure")) {
    expect(!/^-\\d/.test(cell.textContent), cell.textContent + " has no real minus");
    expect(cell.textContent !== "PM" || cell.querySelector("abbr[title]"), "PM is not spelled out");
    const value = cell.dataset.value;
    expect(value === undefined || /^-?\\d+(\\.\\d\\d)?$/.test(value), value + " is no plain amount");
  }
  return faults;
})()`;

const linksFromHere = `(() => [...document.querySelectorAll("a[href^='#']")]
  .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
  .map((link) => link.textContent + " leads to " + link.hash + ", which is not there"))()`;

// Wider than the window, or cut off in it, but for what scrolls by itself.
const tooWide = `(() => {
  const wide = document.documentElement.clientWidth, faults = [];
  if (document.documentElement.scrollWidth > wide) faults.push("the page is " + document.documentElement.scrollWidth + " wide in " + wide);
  for (const part of document.querySelectorAll("body *")) {
    if (part.closest(".scroll") && !part.matches(".scroll")) continue;
    if (part.closest("pre, svg, .skip")) continue;
    const box = part.getBoundingClientRect();
    if (box.width > 0 && box.right > wide + 1) faults.push(part.localName + " " + part.textContent.slice(0, 40) + " ends at " + Math.round(box.right));
    const style = getComputedStyle(part);
    if (style.overflowX === "hidden" && part.scrollWidth > part.clientWidth + 1) faults.push(part.localName + " is cut off");
  }
  return faults.slice(0, 5);
})()`;

// Of what is printed: a table as wide as its paper at most, on the sheet it is on.
const tooWideInPrint = (wide, lying) => `(() => [...document.querySelectorAll("main > section table, main > section pre")]
  .filter((one) => one.closest("main > section").matches(".wide, .lying") === ${lying})
  .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().width > ${wide} + 1)
  .map((one) => (one.caption?.textContent ?? "pre") + " is " + Math.round(one.getBoundingClientRect().width) + " wide on ${wide}"))()`;

const unfitForPrint = `(() => {
  const faults = [];
  const shown = (part) => part.getClientRects().length > 0;
  for (const part of document.querySelectorAll("nav, .skip")) if (shown(part)) faults.push(part.localName + " is printed");
  for (const head of document.querySelectorAll("thead"))
    if (shown(head) && getComputedStyle(head).display !== "table-header-group") faults.push("a head is not repeated");
  for (const part of document.querySelectorAll("tr, figure"))
    if (shown(part) && getComputedStyle(part).breakInside !== "avoid") { faults.push(part.localName + " is broken over pages"); break; }
  const ink = getComputedStyle(document.body).color;
  if (ink !== "rgb(0, 0, 0)") faults.push("the ink is " + ink);
  for (const part of document.querySelectorAll("h1, h2")) if (!shown(part) && !part.closest(".why")) faults.push(part.textContent + " is not printed");
  return faults;
})()`;

// A name is all of a cell or a summary, or what an item ends with.
const namesMissing = `((names) => {
  const there = [...document.querySelectorAll("th, td, summary, strong, li")].map((part) => part.textContent.replace(/^[\\u00a0]+|\\n$/g, ""));
  return names.filter((name) => !there.some((text) => text === name || text.endsWith(" " + name)))
    .map((name) => JSON.stringify(name) + " is not there as it is");
})`;

// --- demands: what a page is asked, and how it is spoilt so that something must be found ---

const openAll = (page) => page.evaluate(`document.querySelectorAll("details").forEach((one) => (one.open = true))`);
const closeAll = (page) => page.evaluate(`document.querySelectorAll("details").forEach((one) => (one.open = false))`);
const told = (violations) => violations.map((one) => `${one.id}: ${one.nodes.length} times: ${one.nodes[0].html.slice(0, 160)}`);
const replaced = (from, to) => (html) => html.replace(from, to);
const styled = (css) => (html) => html.replace(/<meta http-equiv[^>]*>/, "").replace("</head>", `<style>${css}</style></head>`);

async function axe(page, options) {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axeSource);
  const result = await page.evaluate((asked) => globalThis.axe.run(document, asked), { resultTypes: ["violations"], ...options });
  return told(result.violations);
}

// Rows and folds are alike: of each table and list the first and the last are enough to look at, and much quicker. What is
// between them is gone afterwards, so this comes last.
const thin = (page) => page.evaluate(`for (const [part, most] of [["tbody > tr", 5], [".findings > li", 4], ["details", 4], ["details li", 4]])
  for (const one of document.querySelectorAll(part)) {
    const all = [...one.parentElement.children].filter((other) => other.localName === one.localName), at = all.indexOf(one);
    if (at >= most && at < all.length - 2) one.className += " between";
  }
  document.querySelectorAll(".between").forEach((one) => one.remove())`);

async function inScheme(page, scheme, ask) {
  await page.emulateMedia({ colorScheme: scheme });
  const answer = await ask();
  await page.emulateMedia({ colorScheme: "light" });
  return answer;
}

const demands = {
  "asks for nothing": {
    check: async (page, seen) => seen.requests.concat(seen.said),
    spoil: (html) => html.replace(/<meta http-equiv[^>]*>/, "").replace("<main", '<img src="http://127.0.0.1:9/x.png" alt="x"><main'),
  },
  "lets nothing in": {
    check: async (page, seen) => {
      const policy = await page.evaluate(`document.querySelector("meta[http-equiv]")?.content ?? ""`);
      const faults = /^default-src 'none'; style-src 'sha256-[^']+'$/.test(policy) ? [] : [`the policy is ${policy}`];
      return faults.concat(await page.evaluate(`[...document.querySelectorAll("script, [style], link, iframe, img, [onclick]")].map((part) => "there is " + part.outerHTML.slice(0, 80))`), seen.said);
    },
    spoil: replaced("<main", '<p style="color: red">x</p><main'),
  },
  "is built as it should be": { check: (page) => page.evaluate(structure), spoil: replaced(/<caption>[^<]*<\/caption>/, "") },
  "has links that lead somewhere": { check: (page) => page.evaluate(linksFromHere), spoil: replaced(/href="#w-/, 'href="#nergens-') },
  "opens what a link leads to": {
    check: async (page) => {
      await closeAll(page);
      const hash = await page.evaluate(`[...document.querySelectorAll("td a[href^='#']")].map((a) => a.hash).find((hash) => document.getElementById(hash.slice(1))?.closest("details"))`);
      if (!hash) return ["no figure leads to its reasons"];
      await page.evaluate((to) => document.querySelector(`td a[href='${to}']`).click(), hash);
      await page.waitForTimeout(50);
      const faults = await page.evaluate((to) => {
        const target = document.getElementById(to.slice(1)), box = target.getBoundingClientRect();
        const shown = target.closest("details").open && box.height > 0;
        return shown && box.top >= 0 && box.top < innerHeight ? [] : [`${to} is not in sight`];
      }, hash);
      await page.evaluate(`history.replaceState(null, "", location.pathname); scrollTo(0, 0)`);
      return faults;
    },
    spoil: styled("details { content-visibility: hidden } details * { display: none }"),
  },
  "is as narrow as a window of 320": {
    check: async (page) => {
      await page.setViewportSize({ width: 320, height: 640 });
      const faults = await page.evaluate(tooWide);
      await openAll(page);
      faults.push(...(await page.evaluate(tooWide)));
      await closeAll(page);
      return faults;
    },
    spoil: styled("h1 { min-width: 400px }"),
  },
  "can be twice as large": {
    check: async (page) => {
      // 1280 wide at 200% is 640; and letters of twice the size in a window that stays.
      await page.setViewportSize({ width: 640, height: 400 });
      const faults = await page.evaluate(tooWide);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate(`document.documentElement.style.setProperty("font-size", "200%")`);
      faults.push(...(await page.evaluate(tooWide)));
      await page.evaluate(`document.documentElement.style.removeProperty("font-size")`);
      return faults;
    },
    spoil: styled(".keys { width: 1400px }"),
  },
  "shows its marks": { check: (page) => page.evaluate(markContrast), spoil: styled(".beeld .staaf, .beeld .staaf.r1 { fill: #e0e0e0; stroke: none }") },
  "shows its marks in the dark": {
    check: (page) => inScheme(page, "dark", () => page.evaluate(markContrast)),
    spoil: styled("@media (prefers-color-scheme: dark) { .beeld .zacht { fill: #555 } }"),
  },
  "needs no colour": { check: (page) => page.evaluate(colourAlone), spoil: styled(".beeld .staaf.r2 { fill: #d55e00 !important; stroke: #d55e00 }") },
  "can be printed": {
    check: async (page) => {
      const faults = [];
      await page.emulateMedia({ media: "print" });
      for (const [wide, lying] of [[673, false], [1016, true]]) {
        await page.setViewportSize({ width: wide, height: 900 });
        faults.push(...(await page.evaluate(tooWideInPrint(wide, lying))));
      }
      faults.push(...(await page.evaluate(unfitForPrint)));
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: 1280, height: 800 });
      return faults;
    },
    spoil: styled("@media print { table { width: 1200px } }"),
  },
  "is dark where that is asked": {
    check: (page) => inScheme(page, "dark", async () => {
      await thin(page);
      const light = await page.evaluate(`(() => { ${colours} return light(rgba(getComputedStyle(document.body).backgroundColor)) })()`);
      const faults = light < 0.05 ? [] : [`the paper is light: ${light}`];
      return faults.concat(await axe(page, { runOnly: ["color-contrast"] }));
    }),
    spoil: styled("@media (prefers-color-scheme: dark) { .about { color: #444 } }"),
  },
  "has no violation for axe": {
    check: async (page) => {
      await thin(page);
      await openAll(page);
      return axe(page, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    },
    spoil: replaced("<h1>", '<a href="#inhoud"></a><h1>'),
  },
};

// --- the keyboard: a page, from its top to its end ---

const focused = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  return { place: window.places.get(one), what: one.localName + " " + one.textContent.slice(0, 40),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
})()`;
const reachable = `(() => { window.places = new Map([...document.querySelectorAll("*")].map((one, at) => [one, at]));
  return [...document.querySelectorAll("a[href], summary, [tabindex='0']")].filter((one) => one.checkVisibility())
    .map((one) => window.places.get(one)) })()`;
// So are the figures of a row: the first and the last of its links are enough to come along.
const thinRows = `for (const row of document.querySelectorAll("tr")) for (const link of [...row.querySelectorAll("a")].slice(1, -1))
  link.replaceWith(link.textContent)`;

async function keyboard(page) {
  const faults = [];
  await thin(page);
  await page.evaluate(thinRows);
  await page.setViewportSize({ width: 360, height: 640 });
  const expected = await page.evaluate(reachable);
  const reached = [];
  for (let i = 0; i <= expected.length; ++i) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(focused);
    if (!now || (reached.length > 0 && now.place === reached[0])) break;
    if (reached.length === 0 && !/^a Naar de inhoud/.test(now.what)) faults.push(`the first is ${now.what}`);
    reached.push(now.place);
    if (!now.ring) faults.push(`nobody sees that ${now.what} has the focus`);
    if (!now.inSight) faults.push(`${now.what} has the focus out of sight`);
  }
  if (String(reached) !== String(expected)) faults.push(`Tab reaches ${reached.length} of ${expected.length}`);
  await page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
  await page.focus(".skip");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  if (!(await page.evaluate(`document.activeElement.closest("main") !== null`))) faults.push("the skip link does not skip");
  const region = await page.evaluate(`(() => { const wide = [...document.querySelectorAll(".scroll")].find((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 50);
    wide?.focus(); return Boolean(wide) })()`);
  if (!region) faults.push("no table scrolls at 360");
  for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(150);
  if (!(await page.evaluate("document.activeElement.scrollLeft > 0"))) faults.push("a table cannot be scrolled with arrows");
  await page.focus("summary");
  await page.keyboard.press("Enter");
  if (!(await page.evaluate("document.activeElement.parentElement.open"))) faults.push("Enter does not open what is folded");
  return faults.slice(0, 10);
}

// --- the programs beside the browser ---

async function htmlValidate(files) {
  const { HtmlValidate } = require("html-validate");
  const judge = new HtmlValidate({ extends: ["html-validate:recommended"], root: true, rules: { "long-title": "off", "no-inline-style": "error" } });
  const faults = [];
  for (const file of files) {
    const report = await judge.validateString(readFileSync(file, "utf8"), file);
    for (const result of report.results)
      for (const message of result.messages.slice(0, 5)) faults.push(`${basename(file)}: ${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
  }
  return faults;
}

async function nu(files) {
  const jar = join(cache, "node_modules/vnu-jar/build/dist/vnu.jar");
  // A property of today that its list of properties does not have yet.
  const known = ".*Property .paint-order. doesn.t exist.*";
  const args = ["-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", jar, "--format", "gnu", "--errors-only", "--filterpattern", known, ...files];
  const judged = await run("java", args, { maxBuffer: 1 << 26 }).catch((failed) => failed);
  const text = String(judged.stderr ?? judged);
  return text.split("\n").filter((line) => line).map((line) => line.replace(/^"?file:[^"]*\//, "").slice(0, 300));
}

async function judgePdf(file) {
  const info = (await run("pdfinfo", [file])).stdout;
  const faults = [];
  if (!/^Tagged: +yes$/m.test(info)) faults.push("it has no tags");
  if (!/^Title: +\S/m.test(info)) faults.push("it has no title");
  if (!/^Page size:.*\(A4\)$/m.test(info)) faults.push("it is not on A4");
  return faults.map((fault) => `${basename(file)}: ${fault}`);
}

// As docs/rapport.md says it is made.
async function printed(file) {
  const out = file.replace(/html$/, "pdf");
  const profile = `--user-data-dir=${join(folder, "planted", "profile")}`;
  await run(program, ["--headless", "--no-sandbox", "--disable-gpu", profile, "--no-pdf-header-footer", `--print-to-pdf=${out}`, pathToFileURL(file).href]);
  return out;
}

// --- all of it ---

const failures = new Map();
const fail = (demand, what) => failures.set(demand, [...(failures.get(demand) ?? []), what]);
const foundIn = (demand, planted) => planted.length > 0 || fail(demand, "what was planted is not found");
const plant = (name, html) => {
  const file = join(folder, "planted", `${name}.html`);
  if (html === good) fail(name, "nothing could be planted");
  writeFileSync(file, html);
  return file;
};

const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });

async function open(file) {
  const page = await context.newPage();
  const seen = { requests: [], said: [] };
  page.on("request", (request) => request.url().split("#")[0] === pathToFileURL(file).href || seen.requests.push(`asks for ${request.url()}`));
  page.on("console", (message) => seen.said.push(`the browser says ${message.text().slice(0, 200)}`));
  page.on("pageerror", (error) => seen.said.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return { page, seen };
}

const times = {};
const timed = async (name, work) => {
  const before = Date.now();
  const answer = await work();
  times[name] = (times[name] ?? 0) + Date.now() - before;
  return answer;
};

async function holdPage(file) {
  const { page, seen } = await open(file);
  for (const [demand, { check }] of Object.entries(demands))
    for (const fault of await timed(demand, () => check(page, seen))) fail(demand, `${basename(file)}: ${fault}`);
  await page.close();
}

async function holdPlanted() {
  for (const [demand, { check, spoil }] of Object.entries(demands)) {
    const { page, seen } = await open(plant(demand, spoil(good)));
    foundIn(demand, await timed("planted", () => check(page, seen)));
    await page.close();
  }
}

async function holdKeyboard() {
  const demand = "needs no mouse";
  for (const file of pages) {
    const { page } = await open(file);
    for (const fault of await timed(demand, () => keyboard(page))) fail(demand, `${basename(file)}: ${fault}`);
    await page.close();
  }
  const { page } = await open(plant(demand, styled("a:focus-visible { outline: none !important }")(good)));
  foundIn(demand, await keyboard(page));
  await page.close();
}

async function holdNames() {
  const demand = "gives back every name";
  const { page } = await open(join(folder, "namen.html"));
  for (const fault of await page.evaluate(`${namesMissing}(${JSON.stringify(names)})`)) fail(demand, fault);
  foundIn(demand, await page.evaluate(`${namesMissing}(${JSON.stringify(["R&amp;D"])})`));
  // As a forge shows Markdown.
  const markdown = require("markdown-it")({ html: true, linkify: true });
  await page.setContent(markdown.render(readFileSync(join(folder, "namen.md"), "utf8")));
  for (const fault of await page.evaluate(`${namesMissing}(${JSON.stringify(names)})`)) fail(demand, `in Markdown ${fault}`);
  await page.close();
}

async function holdPrograms() {
  const broken = plant("broken", good.replace("<main", '<p id="inhoud" id="twee"><div></p><main'));
  for (const [demand, judge, needs] of [["is valid for html-validate", htmlValidate, ""], ["is valid for the Nu checker", nu, "java"]]) {
    if (needs && !found(needs)) {
      fail(demand, `skipped: ${needs} is not installed`);
      continue;
    }
    const judged = await timed(demand, () => judge([...pages, broken]));
    for (const fault of judged.filter((line) => !line.startsWith("broken.html"))) fail(demand, fault);
    foundIn(demand, judged.filter((line) => line.startsWith("broken.html")));
  }
  const demand = "becomes a pdf with tags";
  if (!found("pdfinfo")) return fail(demand, "skipped: pdfinfo is not installed");
  await timed(demand, async () => {
    for (const file of pages) for (const fault of await judgePdf(await printed(file))) fail(demand, fault);
  });
  const { page } = await open(join(folder, "planted", "page.html"));
  const untagged = join(folder, "planted", "untagged.pdf");
  await page.pdf({ path: untagged, tagged: false });
  foundIn(demand, await judgePdf(untagged));
  await page.close();
}

mkdirSync(join(folder, "planted"), { recursive: true });
try {
  await Promise.all([
    holdPrograms(),
    (async () => {
      for (const file of pages) await holdPage(file);
      await holdKeyboard();
      await holdNames();
      await holdPlanted();
    })(),
  ]);
} finally {
  await browser.close();
}
for (const demand of [...Object.keys(demands), "needs no mouse", "gives back every name", "is valid for html-validate",
  "is valid for the Nu checker", "becomes a pdf with tags"]) {
  for (const fault of failures.get(demand) ?? []) console.log(`${demand}: ${fault.replaceAll("\n", " ")}`);
  console.log(`${demand}: ${pages.length} pages`);
}
if (process.env.SALDO_TIMES) console.error(times);
