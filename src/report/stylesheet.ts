/** The one stylesheet of the report: screen in light and dark, A4 in print. Colours are never the only sign. */
export const STYLESHEET = `
:root { --ink: #1b1f24; --soft: #57606a; --paper: #ffffff; --line: #d3d9e0; --band: #f3f5f8;
  --bad: #a8201a; --bad-bg: #fdeceb; --open: #7a4f00; --open-bg: #fff5da; --good: #17643a; --good-bg: #e7f5ec;
  --prior: #1f5fa8; --planned: #a94a00; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ed; --soft: #a4adb8; --paper: #15181c; --line: #39414a; --band: #1e2329;
    --bad: #ff9d94; --bad-bg: #3a1816; --open: #f0c35c; --open-bg: #32280d; --good: #83d6a0; --good-bg: #12301e;
    --prior: #7fb4f0; --planned: #f2a45c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1rem 1.5rem 3rem; background: var(--paper); color: var(--ink);
  font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans CJK SC", "Noto Sans CJK JP", "PingFang SC", "Microsoft YaHei", sans-serif;
  overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: .4rem 0 .2rem; }
h2 { font-size: 1.2rem; line-height: 1.25; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
p { margin: .3rem 0 .6rem; }
ul { margin: .2rem 0 .6rem; padding-left: 1.2rem; }
.small, .notice, footer, .tally { font-size: .85em; color: var(--soft); font-weight: normal; }
.block { display: block; }
.nowrap { white-space: nowrap; }
.notice { border-bottom: 1px solid var(--line); padding-bottom: .3rem; margin: 0; }
.identity { margin-bottom: 1rem; }
code { font: .9em ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.exceeded { --tone: var(--bad); --tint: var(--bad-bg); }
.open { --tone: var(--open); --tint: var(--open-bg); }
.met { --tone: var(--good); --tint: var(--good-bg); }
.placed { --tone: var(--open); --tint: var(--open-bg); }
.advisory { --tone: var(--open); --tint: transparent; }
.plain { --tone: var(--soft); --tint: var(--band); }
.verdict .head, .verdict .group { border-left: 6px solid var(--tone); padding: .5rem 1rem; margin-bottom: .35rem; background: var(--tint); }
.verdict .head { border: 2px solid var(--tone); border-left-width: 6px; }
.verdict h2 { margin: 0; font-size: 1.45rem; color: var(--tone); }
.verdict .tally { font-size: .95em; color: var(--ink); margin: .35rem 0 .2rem; } .tally .badge { margin-right: .3rem; }
.verdict h3 { color: var(--tone); margin: 0 0 .2rem; }
.verdict ul { list-style: none; padding: 0; margin: 0; }
.verdict li { display: grid; grid-template-columns: minmax(6rem, 12rem) 1fr; gap: 0 .9rem; padding: .2rem 0; border-top: 1px solid var(--line); }
.verdict li > b { overflow-wrap: anywhere; } .verdict li.more { display: block; color: var(--soft); }
.verdict .plain li { font-size: .9em; } .verdict .plain li > span { overflow-wrap: anywhere; }
.said { margin: 0; overflow-wrap: anywhere; } .said + .said { margin-top: .35rem; }
.missing { margin: .3rem 0 0; font-weight: 600; color: var(--ink); }
.assumed, .nothing-left { border: 1px dashed var(--open); border-radius: 4px; padding: .3rem .6rem; background: var(--open-bg); color: var(--ink); }
.findings { list-style: none; padding: 0; }
.findings li { display: grid; grid-template-columns: 6.2rem 1fr; gap: .7rem; padding: .3rem 0; border-top: 1px solid var(--line); }
.findings .error .severity { color: var(--bad); } .findings .warning .severity { color: var(--open); } .findings .info .severity { color: var(--soft); }
.findings .small { display: block; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9em; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .28rem .5rem; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--line); font-size: .92em; }
tbody { border-bottom: 1px solid var(--line); }
th.n, td.n { text-align: right; white-space: nowrap; }
tbody th { font-weight: 600; overflow-wrap: anywhere; }
.goals { table-layout: fixed; } .goals th, .goals td { overflow-wrap: anywhere; } .goals thead th:nth-child(1) { width: 16%; } .goals thead th:nth-child(2) { width: 22%; } .goals thead th:nth-child(3) { width: 11%; } .goals thead th:nth-child(4) { width: 9%; } .goals thead th:nth-child(5) { width: 17%; } .goals td.n .small { white-space: normal; } .goals .goal > td:first-child, .goals .rules td { padding-left: 1rem; } .goals .goal > td:last-child { overflow-wrap: anywhere; }
.organ th { background: var(--band); padding-top: .4rem; }
.goals .goal > td { padding-bottom: 0; } .goals tr + tr.goal > td { border-top: 1px dotted var(--line); }
.goals .rules td { font-size: .86em; color: var(--soft); padding-top: .05rem; }
.reason { color: var(--open); display: block; } td.reason { display: table-cell; }
.mark { white-space: nowrap; }
.badge { display: inline-block; padding: 0 .45em; border-radius: 3px; white-space: nowrap; font-weight: 600; color: var(--tone); background: var(--tint); border: 1px solid var(--tone); } .goals .badge.placed { white-space: normal; }
.footnotes { list-style: none; padding: 0; font-size: .84em; color: var(--soft); }
.footnotes li { display: grid; grid-template-columns: 1.6rem 1fr; padding: .1rem 0; }
.doses { table-layout: fixed; } .doses .name { width: 15%; } .doses .unit { width: 3.2rem; }
.doses th.over { text-align: center; } .doses thead .over { border-bottom: 1px solid var(--line); }
.doses tbody tr:not(.organ) th { font-weight: normal; padding-left: 1rem; } .doses td.total .small { white-space: normal; }
.doses .total { font-weight: 600; } .doses td.none { white-space: normal; color: var(--open); font-size: .86em; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 25rem), 1fr)); gap: 1.2rem; }
figure { margin: 0; border: 1px solid var(--line); border-radius: 4px; padding: .6rem .6rem .2rem; display: flex; flex-direction: column; justify-content: space-between; }
figcaption { overflow-wrap: anywhere; line-height: 1.3; margin-bottom: .3rem; }
svg { width: 100%; height: auto; display: block; } svg text { font-size: 11px; fill: var(--soft); } svg .title { fill: var(--ink); }
svg path { fill: none; } .axis, .tick { stroke: var(--soft); } .grid { stroke: var(--line); stroke-width: .6; }
.curve { stroke-width: 1.8; stroke-linejoin: round; }
.curve.prior { stroke: var(--prior); stroke-dasharray: 3 2.5; } .curve.planned { stroke: var(--planned); stroke-dasharray: 9 4; }
.curve.cumulative { stroke: var(--ink); stroke-width: 2.4; }
svg .direct, svg .limit text { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; } svg .direct { font-weight: 600; }
svg .direct.prior { fill: var(--prior); } svg .direct.planned { fill: var(--planned); } svg .direct.cumulative { fill: var(--ink); }
.limit path { stroke: var(--tone); stroke-width: 1.2; } svg .limit text { fill: var(--tone); font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; font-size: .93em; } dt { color: var(--soft); } dd { margin: 0; }
.phases { margin: 0; padding-left: 1.1rem; } .phases li { overflow-wrap: anywhere; }
.files td:first-child { overflow-wrap: anywhere; } .files code { font-size: .86em; }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
.field { border-bottom: 1px solid var(--soft); min-height: 2.5rem; } .field span { font-size: .85em; color: var(--soft); } .decision { margin-top: 1rem; }
.signatures td, .signatures th { border: 1px solid var(--line); } .signatures tbody td, .signatures tbody th { height: 2.4rem; vertical-align: middle; } .signatures th:first-child { width: 22%; } .signatures th:last-child { width: 16%; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .4rem; }
@media screen and (max-width: 820px) {
  body { padding: .8rem .8rem 2rem; } table { font-size: .8em; } th, td { padding: .22rem .3rem; }
  .verdict li { grid-template-columns: minmax(5rem, 8rem) 1fr; } .fields { grid-template-columns: 1fr; } .files td { word-break: break-all; }
}
@page { size: A4; margin: 13mm 13mm 16mm; @bottom-left { font: 7.5pt system-ui, sans-serif; color: #57606a; } @bottom-right { font: 7.5pt system-ui, sans-serif; color: #57606a; content: counter(page) " / " counter(pages); } }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  h1 { font-size: 15pt; } h2 { font-size: 12pt; margin-top: 5mm; } .verdict h2 { font-size: 13.5pt; } h3 { font-size: 10pt; }
  .verdict { font-size: 9pt; } .verdict .head, .verdict .group { padding: 1.2mm 3mm; margin-bottom: 1mm; } .verdict li { padding: .5mm 0; grid-template-columns: 34mm 1fr; } .said + .said { margin-top: 1mm; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .verdict .group { display: table; width: 100%; box-sizing: border-box; } .verdict .group h3 { display: table-header-group; break-inside: avoid; } .verdict .group ul { display: table-row-group; }
  h2, h3, .organ, tr.goal, .lead-in { break-after: avoid; } figure, tr, li, .signoff, .goals tbody, .doses tbody, .head { break-inside: avoid; }
  thead { display: table-header-group; } .wide { overflow: visible; }
  th, td { padding: .8mm 1.4mm; } .pictures { display: block; font-size: 0; }
  figure { display: inline-block; width: 49%; margin: 0 2% 3mm 0; vertical-align: top; font-size: 9pt; } figure:nth-child(2n) { margin-right: 0; }
  p { orphans: 3; widows: 3; }
}
`;
