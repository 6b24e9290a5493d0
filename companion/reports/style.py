"""How a report looks on a screen, a phone and paper: quiet, black on white, marks that differ in shape."""

# Text is at least 7 to 1 on white. Marks are borders, since browsers leave backgrounds off the paper.
STYLE = """\
:root { --ink: #16191d; --quiet: #474e57; --line: #c9ced4; --fill: #6f8ca5; --deep: #12324a; --warm: #833410;
  --tone: #e2eaf1; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 47rem; padding: 2rem 1.25rem 3rem; background: #fff; color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial,
    sans-serif;
  overflow-wrap: break-word; }
h1 { margin: 0 0 .35rem; font-size: 1.7rem; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 2.6rem 0 .5rem; padding-top: .55rem; border-top: 2px solid var(--ink); font-size: 1.15rem;
  line-height: 1.3; font-weight: 650; }
p { margin: 0 0 .5rem; white-space: pre-line; }
header p { margin: 0; color: var(--quiet); }
figure { margin: 1.1rem 0 1.5rem; }
figcaption { color: var(--quiet); font-size: .9rem; line-height: 1.45; }
figure ul { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; margin: .1rem 0 .35rem; padding: 0;
  list-style: none; font-size: .82rem; }
figure li { display: flex; align-items: center; gap: .45rem; }
i { flex: none; }
i.bar { border: .36rem solid var(--fill); }
i.thin { border: .1rem solid var(--fill); padding: .26rem; }
i.point { border: .25rem solid var(--deep); border-radius: 50%; }
i.ring { border: .14rem solid var(--ink); border-radius: 50%; padding: .14rem; }
i.diamond { border: .26rem solid var(--warm); transform: rotate(45deg); }
i.square { border: .26rem solid var(--deep); }
i.triangle { border: .34rem solid transparent; border-top-width: 0; border-bottom: .62rem solid var(--warm); }
i.mean { width: 1.3rem; border-top: .18rem solid var(--deep); }
i.floor { width: 1.3rem; border-top: .14rem dashed var(--warm); }
i.band { width: 1.3rem; border: .36rem solid var(--tone); outline: 1px solid var(--fill); }
i.missing::before { content: "\\00d7"; font-style: normal; font-weight: 700; color: var(--quiet); }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg path { fill: none; stroke: none; }
svg text { font-size: 12.5px; fill: var(--quiet); font-variant-numeric: tabular-nums; }
svg .axis, svg .last, svg .name { text-anchor: end; }
svg .left { text-anchor: start; }
svg .mid { text-anchor: middle; }
svg .name { fill: var(--ink); paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round; }
svg .grid { stroke: var(--line); stroke-width: .75px; }
svg .base, svg .tick { stroke: var(--quiet); stroke-width: 1px; }
svg .band { fill: var(--tone); }
svg .bar { fill: var(--fill); }
svg .thin { fill: #fff; stroke: var(--fill); stroke-width: 1px; }
svg .course { stroke: var(--fill); stroke-width: 1.5px; }
svg .point { stroke: var(--deep); stroke-width: 6.5px; stroke-linecap: round; }
svg .missing { stroke: var(--quiet); stroke-width: 1.25px; }
svg .mean { stroke: var(--deep); stroke-width: 2.5px; stroke-linejoin: round; }
svg .floor { stroke: var(--warm); stroke-width: 2px; stroke-dasharray: 7 4; }
svg .line { stroke: var(--ink); stroke-width: 1px; stroke-dasharray: 2 3; }
svg .triangle, svg .diamond { fill: var(--warm); stroke: #fff; stroke-width: 1px; }
svg .ring { fill: #fff; stroke: var(--ink); stroke-width: 2px; }
svg .square { fill: var(--deep); stroke: #fff; stroke-width: 1px; }
.table { overflow-x: auto; margin: 1.1rem 0 1.5rem; }
.table:focus-visible { outline: 2px solid var(--deep); outline-offset: 3px; }
@media screen {
  .table[tabindex] { display: grid; grid-template-columns: auto .8rem; justify-content: start; }
  .table[tabindex]::after, .table[tabindex]::before { content: ""; grid-area: 1 / 2; background: #fff; }
  .table[tabindex]::after { position: sticky; right: 0; z-index: 1;
    background: linear-gradient(to left, #bfc4ca, #fff 75%); }
  .table[tabindex]::before { position: relative; z-index: 2; }
  .table[tabindex] table { min-width: auto; }
}
table { min-width: 62%; border-collapse: collapse; font-size: .9rem; line-height: 1.4;
  font-variant-numeric: tabular-nums lining-nums; }
caption { padding-bottom: .4rem; text-align: left; font-weight: 600; }
th, td { padding: .28rem 1rem .28rem 0; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; font-weight: 400; white-space: pre-line; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1.5px solid var(--ink); color: var(--quiet); vertical-align: bottom; }
.n { text-align: right; }
.brief tbody th { white-space: nowrap; }
footer { margin-top: 3rem; padding-top: .7rem; border-top: 1px solid var(--ink); color: var(--quiet);
  font-size: .82rem; line-height: 1.5; }
a { color: inherit; }
@media screen and (max-width: 34rem) {
  body { padding: 1.25rem 1rem 2rem; }
  h1 { font-size: 1.4rem; }
  svg text { font-size: 20px; }
  svg .mid, svg .tick { display: none; }
  svg .few { display: inline; }
  table { font-size: .8rem; }
  th, td { padding-right: .42rem; }
  .n + td:not(.n), .n + th:not(.n) { padding-left: .5rem; }
  .brief tr > :first-child { position: sticky; left: 0; background: #fff; }
}
@page { margin: 15mm 15mm 17mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, Arial, sans-serif; } }
@media print {
  :root { --ink: #000; --quiet: #333; --tone: #eee; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.38; orphans: 3; widows: 3; }
  h1 { font-size: 17pt; }
  h2 { margin: 13pt 0 4pt; padding-top: 4pt; border-top-width: 1.25pt; font-size: 11.5pt; }
  header p { display: inline; }
  p { margin-bottom: 3pt; }
  h1, h2, caption, thead { break-after: avoid; }
  section > p { break-inside: avoid; }
  section > p:not(:last-child) { break-after: avoid; }
  figure { display: grid; grid-template: auto 1fr / 62% 1fr; gap: 3pt 14pt; margin: 7pt 0 9pt; }
  figure svg { grid-row: 1 / 3; }
  figure ul { margin: 14pt 0 0; }
  figure ul, figcaption { font-size: 8.5pt; line-height: 1.35; }
  section:first-of-type figure { grid-template-columns: 52% 1fr; margin: 5pt 0 6pt; }
  svg text { font-size: 18px; }
  svg .point { stroke-width: 8.5px; }
  svg .mid, svg .tick { display: none; }
  svg .few { display: inline; }
  .table { overflow: visible; margin: 7pt 0 9pt; }
  table { font-size: 8.75pt; line-height: 1.3; }
  th, td { padding-top: 1.5pt; padding-bottom: 1.5pt; }
  thead { display: table-header-group; }
  figure, tr, footer p { break-inside: avoid; }
  tbody tr:nth-child(-n + 2):not(:last-child), tbody tr:nth-last-child(2) { break-after: avoid; }
  .band { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  footer { margin-top: 16pt; font-size: 7.75pt; line-height: 1.35; break-inside: avoid; }
  a { text-decoration: none; }
}
"""
