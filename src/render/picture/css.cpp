#include "render/picture/svg.h"

namespace saldo {

// Blue 5.2, orange 3.9 and green 3.4 to 1 on white; on the dark sheet 8.1, 8.6 and 8.4.
const std::string_view picture_css = R"(.beeld {
  display: block; width: 100%; max-width: 34rem; height: auto;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  font-size: 13px; font-variant-numeric: tabular-nums;
}
.beeld text { fill: #1a1a1a; }
.beeld .mid { text-anchor: middle; }
.beeld .eind { text-anchor: end; }
.beeld .kop { font-size: 15px; font-weight: 700; }
.beeld text.som { font-weight: 700; }
.beeld .klein { font-size: 11px; }
.beeld .zacht { fill: #595959; }
.beeld .rand { paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round; }
.beeld .vel { fill: #fff; }
.beeld .as { stroke: #d9d9d9; }
.beeld .nul { stroke: #595959; }
.beeld .grens { stroke: #1a1a1a; stroke-width: 1.5; stroke-dasharray: 5 3; }
.beeld .draad { stroke: #767676; stroke-dasharray: 1 2; }
.beeld .bij, .beeld .r1 { fill: #0072b2; stroke: #0072b2; }
.beeld .af, .beeld .r2 { stroke: #d55e00; stroke-width: 1.5; }
.beeld .r3 { stroke: #009e73; stroke-width: 1.5; }
.beeld .r4, .beeld .staaf.som { fill: #595959; stroke: #595959; }
.beeld .staaf.bij, .beeld .staaf.r1, .beeld .staaf.som { stroke: none; }
.beeld .lijn { fill: none; stroke-width: 2; }
.beeld .lijn.r2 { stroke-dasharray: 6 3; }
.beeld .punt.r2 { fill: #fff; stroke-width: 2; }
.beeld .punt.r3 { fill: #009e73; }
.beeld .punt.hol { fill: #fff; stroke: #1a1a1a; stroke-width: 2; }
.beeld .stang { stroke-width: 4; }
.beeld .band { stroke: #0072b2; stroke-width: 0.8; }
.beeld .b1 { fill: #d6e8f3; }
.beeld .b2 { fill: #9cc7e0; }
.beeld .b3 { fill: #5fa5cd; }
.beeld .h-streep { stroke: #d55e00; stroke-width: 1.8; }
.beeld .h-stip { fill: #009e73; }
.beeld .h-onder { stroke: #b3b3b3; }
.beeld path.pm { fill: #fff; stroke: #1a1a1a; stroke-width: 1.5; }
.beeld .goed { fill: #009e73; }
.beeld .deels { fill: #d55e00; }
.beeld .niet { fill: #a4262c; }
.beeld .open { fill: #fff; stroke: #595959; stroke-width: 2; }
@media screen and (prefers-color-scheme: dark) {
  .beeld text { fill: #f0f0f0; }
  .beeld .zacht { fill: #b8b8b8; }
  .beeld .rand { stroke: #1b1b1b; }
  .beeld .vel, .beeld .punt.hol, .beeld .punt.r2, .beeld path.pm, .beeld .open { fill: #1b1b1b; }
  .beeld .as { stroke: #444; }
  .beeld .nul { stroke: #b8b8b8; }
  .beeld .grens, .beeld .punt.hol, .beeld path.pm { stroke: #f0f0f0; }
  .beeld .draad { stroke: #8a8a8a; }
  .beeld .bij, .beeld .r1 { fill: #56b4e9; stroke: #56b4e9; }
  .beeld .af, .beeld .r2 { stroke: #e69f00; }
  .beeld .r3 { stroke: #2bc79a; }
  .beeld .r4, .beeld .staaf.som { fill: #b8b8b8; stroke: #b8b8b8; }
  .beeld .lijn { fill: none; }
  .beeld .deels { fill: #e69f00; }
  .beeld .punt.r3, .beeld .h-stip, .beeld .goed { fill: #2bc79a; }
  .beeld .band { stroke: #56b4e9; }
  .beeld .b1 { fill: #17384c; }
  .beeld .b2 { fill: #235a7c; }
  .beeld .b3 { fill: #3180ad; }
  .beeld .h-streep { stroke: #e69f00; }
  .beeld .h-onder { stroke: #5c5c5c; }
  .beeld .niet { fill: #ff7b72; }
  .beeld .open { stroke: #b8b8b8; }
}
@media print {
  .beeld { break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

}  // namespace saldo
