// How a paper looks: on a screen, light or dark and of any width, and on A4. The page allows this style and no other, by
// its hash.
#pragma once

#include <string_view>

namespace saldo {

inline constexpr std::string_view style_sheet = R"css(
:root {
  color-scheme: light dark;
  --ink: #1d2126; --soft: #4f5761; --rule: #c6ccd3; --faint: #f1f4f7; --paper: #fff; --accent: #154273;
  --link: #0b4f8f; --alarm: #8a1c0f; --alarm-faint: #fdf3f0; --mark: #fff3c4; --draft: #8a1c0f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e7eaee; --soft: #b3bac3; --rule: #434b55; --faint: #20262d; --paper: #14181d; --accent: #a9cbee;
    --link: #8fc1f5; --alarm: #ffb4a6; --alarm-faint: #33201d; --mark: #4d4214; --draft: #ffb4a6;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 "Source Sans 3", "Segoe UI", system-ui, Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--paper); z-index: 2; }
header, nav, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1, h2, h3 { color: var(--accent); line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.1rem; margin: 0 0 .4rem; font-weight: 650; }
h2 { font-size: 1.5rem; margin: 3.25rem 0 1rem; padding-top: .6rem; border-top: 2px solid var(--accent); font-weight: 650; }
h3 { font-size: 1.12rem; margin: 2.1rem 0 .6rem; font-weight: 650; }
p, ul, ol { max-width: 44rem; margin: .6rem 0; }
li { margin: .2rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.about { color: var(--soft); margin: 0; }
.draft { display: inline-block; margin: 0 0 1rem; padding: .15rem .7rem; border: 2px solid var(--draft); color: var(--draft);
  font-weight: 700; letter-spacing: .08em; text-transform: uppercase; }
.mark { display: none; }
nav { margin-top: 1.6rem; }
nav ol { columns: 17rem 3; max-width: none; padding: .9rem 1rem .9rem 2.4rem; background: var(--faint); margin: 0; }
nav li { break-inside: avoid; margin: 0; padding: .2rem 0; }
.note { color: var(--soft); font-size: .9rem; margin: .35rem 0; }
.box { border-left: .35rem solid var(--accent); background: var(--faint); padding: .7rem 1.1rem; margin: 1.2rem 0; max-width: 60rem; }
.box p { margin: .2rem 0; max-width: none; }
.box.alarm { border-color: var(--alarm); background: var(--alarm-faint); }
.keys { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 1rem; margin: 1.2rem 0; }
.keys > div { border-top: 3px solid var(--accent); background: var(--faint); padding: .7rem .9rem .8rem; display: flex;
  flex-direction: column; }
.keys dt { font-size: .92rem; color: var(--soft); }
.keys dd { margin: 0; }
.keys .figure { font-size: 1.5rem; font-weight: 650; font-variant-numeric: tabular-nums; white-space: nowrap; }
.keys .figure a { color: inherit; text-decoration-thickness: 1px; }
.scroll { overflow-x: auto; margin: 1.1rem 0 .5rem; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.35; }
caption { text-align: left; font-weight: 650; padding: 0 0 .5rem; font-size: 1rem; }
th, td { padding: .32rem .55rem; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--rule); }
thead th { vertical-align: bottom; font-weight: 650; color: var(--soft); border-bottom: 2px solid var(--accent); }
thead th.group { text-align: center; color: var(--ink); border-bottom: 1px solid var(--rule); border-left: 1px solid var(--rule); }
tbody th { min-width: 12rem; } tbody th.n { min-width: 0; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead .n { white-space: normal; }
.g { border-left: 1px solid var(--rule); }
td a { color: inherit; text-decoration: none; }
td a:hover, td a:focus { color: var(--link); text-decoration: underline; }
.neg { color: var(--alarm); }
.wide table { font-size: .8rem; }
.wide th, .wide td { padding: .28rem .3rem; }
.wide tbody th { min-width: 8.5rem; }
.posts td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.posts td:first-child, .posts td:nth-child(3), .posts td:last-child { text-align: left; }
.posts td:last-child { white-space: normal; min-width: 18rem; color: var(--soft); font-size: .92em; }
.sub > * { font-weight: 650; }
.total > * { font-weight: 650; border-top: 2px solid var(--ink); }
.l1 { padding-left: 1.5rem; } .l2 { padding-left: 2.5rem; } .l3 { padding-left: 3.5rem; } .l4 { padding-left: 4.5rem; }
.l5 { padding-left: 5.5rem; } .l6 { padding-left: 6.5rem; }
abbr { text-decoration: none; }
:target { background: var(--mark); scroll-margin-top: 3rem; }
h2:target, h3:target { background: none; }
details { border-bottom: 1px solid var(--rule); padding: .35rem 0; }
summary { cursor: pointer; padding: .2rem 0; }
details[open] > summary { font-weight: 650; }
details ul { max-width: 60rem; font-size: .9rem; }
.finding { border-top: 1px solid var(--rule); padding: .6rem 0; max-width: 60rem; }
.finding p { max-width: none; margin: .15rem 0; }
.finding .where { font-size: .85rem; color: var(--soft); }
.finding code { padding: .1rem .4rem; background: var(--faint); overflow-wrap: anywhere; }
.findings { list-style: none; padding: 0; max-width: none; }
.severity { font-weight: 650; }
.error .severity { color: var(--alarm); }
figure { display: inline-block; vertical-align: top; width: min(100%, 34rem); margin: 1.4rem 2rem .6rem 0; }
figure svg { width: 100%; max-width: 34rem; height: auto; display: block; }
figure details { border: 0; }
figcaption { font-weight: 650; margin-bottom: .4rem; }
footer { margin-top: 3rem; padding-bottom: 3rem; color: var(--soft); font-size: .9rem; }
@media (max-width: 40rem) {
  h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; }
  header, nav, main, footer { padding-left: .9rem; padding-right: .9rem; }
  tbody th { min-width: 9rem; }
  figure { margin-right: 0; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --rule: #b8bec5; --faint: #f4f6f8; --paper: #fff; --accent: #154273;
    --link: #000; --alarm: #8a1c0f; --alarm-faint: #fdf3f0; --mark: transparent; --draft: #8a1c0f; }
  html { font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  header { padding-top: 0; }
  nav, .skip, .why { display: none; }
  h2, h3, caption { break-after: avoid; }
  h2 { margin-top: 1.3rem; } h3 { margin-top: 1.2rem; } li { margin: 0; }
  .box, .keys > div, figure, tr, .finding { break-inside: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child, tr.total { break-before: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .16rem .35rem; }
  tbody th { min-width: 6rem; }
  p, ul, ol, .box, .finding { max-width: none; }
  .findings { columns: 2; column-gap: 1.2rem; }
  .finding { font-size: 7.5pt; line-height: 1.25; padding: .2rem 0; }
  .finding p { margin: 0; }
  .finding .where { font-size: 6.5pt; }
  figure { width: 48%; margin: .8rem 1% .4rem 0; }
  figure details, .long { display: none; }
  a { color: inherit; text-decoration: none; }
  .wide, .lying { page: lying; }
  .lying p, .lying ul, .lying ol, .lying .box { max-width: 44rem; }
  .wide table { font-size: 7pt; }
  .wide th, .wide td { padding: .16rem .3rem; }
  .keys { grid-template-columns: repeat(5, 1fr); gap: .5rem; }
  .keys .figure { font-size: 1.2rem; }
  .mark { display: block; position: fixed; top: 35%; left: 0; right: 0; margin: 0; max-width: none; text-align: center;
    font-size: 64pt; font-weight: 700; color: rgba(138, 28, 15, .1); transform: rotate(-20deg);
    z-index: -1; }
}
@page { size: A4; margin: 18mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt; } }
@page lying { size: A4 landscape; margin: 16mm 14mm; }
)css";

// Beside that, of a draft.
inline constexpr std::string_view draft_style_sheet = R"css(
@page { @top-right { content: "Concept"; color: #8a1c0f; font-size: 9pt; font-weight: 700; } }
@page lying { @top-right { content: "Concept"; color: #8a1c0f; font-size: 9pt; font-weight: 700; } }
)css";

}  // namespace saldo
