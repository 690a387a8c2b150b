// The look of the pages: colours of the editor's theme where there is one, else our own, for light, dark and print.

/** The style sheet of every page. It names no address, so nothing is fetched. */
export const styles = `
:root {
  --paper: var(--vscode-editor-background, #ffffff);
  --ink: var(--vscode-editor-foreground, #1d2530);
  --quiet: var(--vscode-descriptionForeground, #55606e);
  --rule: var(--vscode-contrastBorder, var(--vscode-panel-border, #d5dae1));
  --panel: var(--vscode-textBlockQuote-background, #f5f7f9);
  --link: var(--vscode-textLink-foreground, #0a5ca8);
  --focus: var(--vscode-focusBorder, #0a5ca8);
  --error: var(--vscode-editorError-foreground, #b3261e);
  --warning: var(--vscode-editorWarning-foreground, #8a5a00);
  --info: var(--vscode-editorInfo-foreground, #0a5ca8);
  --good: var(--vscode-charts-green, #2e7d4f);
  --condition: var(--vscode-charts-purple, #7b4fa6);
  --treated: var(--vscode-charts-green, #2e7d4f);
  --avoided: var(--vscode-charts-red, #b3261e);
  --pain: var(--vscode-charts-orange, #b8570a);
  --line-one: var(--vscode-charts-orange, #b8570a);
  --line-two: var(--vscode-charts-blue, #0a5ca8);
  --skin: color-mix(in srgb, #c99b74 22%, var(--paper));
  --skin-line: color-mix(in srgb, #a9744a 45%, var(--ink));
  --skin-inner: color-mix(in srgb, var(--skin-line) 45%, var(--paper));
}
* { box-sizing: border-box; }
html { background: var(--paper); }
body.page {
  margin: 0 auto; padding: 1.5rem 1.75rem 3rem; max-width: 60rem; color: var(--ink); background: var(--paper);
  font: 0.9375rem/1.5 var(--vscode-font-family, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif);
}
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0; font-weight: 600; }
h2 { font-size: 1.1rem; margin: 0 0 0.6rem; font-weight: 600; }
h3 { font-size: 0.95rem; margin: 0.9rem 0 0.3rem; font-weight: 600; }
p, ul, dl { margin: 0 0 0.6rem; }
ul { padding-left: 1.2rem; }
li { margin: 0.15rem 0; }
a { color: var(--link); }
.part { padding: 1.1rem 0; border-top: 1px solid var(--rule); }
.part:first-of-type { border-top: 0; }
.quiet { color: var(--quiet); }
.words { unicode-bidi: isolate; overflow-wrap: break-word; white-space: pre-line; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.date { white-space: nowrap; }
.letterhead { display: flex; justify-content: space-between; gap: 2rem; flex-wrap: wrap; padding-bottom: 1rem;
  border-bottom: 3px double var(--rule); margin-bottom: 1rem; }
.letterhead .practice { font-size: 1.15rem; font-weight: 600; margin: 0; }
.letterhead p { margin: 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.6rem 1.5rem; margin: 1rem 0; }
.facts dt { color: var(--quiet); font-size: 0.8rem; }
.facts dd { margin: 0; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 0.75rem 2rem; }
.alerts { list-style: none; padding: 0; }
.alerts > li { border: 1px solid var(--rule); border-left: 4px solid var(--info); padding: 0.6rem 0.8rem; margin: 0 0 0.6rem; }
.alerts > li.error { border-left-color: var(--error); }
.alerts > li.warning { border-left-color: var(--warning); }
.alerts p { margin: 0; }
.alerts ul { margin: 0.3rem 0; }
.level { font-weight: 600; }
.level::after { content: ": "; }
.tag { display: inline-block; border: 1px solid var(--rule); border-radius: 0.25rem; padding: 0 0.35rem; font-size: 0.8rem; }
.better::before { content: "▲ "; color: var(--good); }
.worse::before { content: "▼ "; color: var(--error); }
table { border-collapse: collapse; width: 100%; margin: 0 0 0.6rem; font-size: 0.875rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--rule); }
th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
details { margin: 0.3rem 0 0.6rem; }
summary { cursor: pointer; color: var(--link); }
button, select { font: inherit; cursor: pointer; max-width: 100%; color: var(--vscode-button-secondaryForeground, var(--ink)); padding: 0.25rem 0.6rem;
  background: var(--vscode-button-secondaryBackground, var(--panel)); border: 1px solid var(--rule); border-radius: 0.2rem; }
button.plain { display: inline; padding: 0; border: 0; background: none; color: var(--link); text-align: left; cursor: pointer;
  text-decoration: underline dotted; text-underline-offset: 0.2em; }
/* A button of several lines stands on its last one; the mark of its list belongs to the first. */
li > button.plain { vertical-align: top; }
button.plain:hover { text-decoration-style: solid; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.body { display: flex; gap: 0.5rem 1.5rem; justify-content: center; }
.body figure { margin: 0; flex: 1 1 8rem; max-width: 17rem; text-align: center; }
.body figcaption { color: var(--quiet); }
.body svg { width: 100%; height: auto; max-height: 34rem; display: block; overflow: visible; }
.skin { fill: var(--skin); }
.edge { fill: none; stroke: var(--skin-line); stroke-width: 1.1; stroke-linejoin: round; }
.inner { fill: none; stroke: var(--skin-inner); stroke-width: 0.7; stroke-linecap: round; }
.side-letter { fill: var(--quiet); font-size: 11px; text-anchor: middle; }
.area { stroke-linejoin: round; stroke-width: 1.2; }
.area.condition { fill: var(--condition); fill-opacity: 0.3; stroke: var(--condition); }
.area.treated { stroke: var(--treated); }
.area.avoided { stroke: var(--avoided); stroke-dasharray: 3 2; }
.area.unsure { stroke-dasharray: 1 2; }
.hatch-treated { stroke: var(--treated); stroke-width: 1.1; }
.hatch-avoided { stroke: var(--avoided); stroke-width: 1; }
.mark { fill: none; stroke: var(--ink); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.mark .ground { fill: var(--paper); stroke: var(--skin-inner); stroke-width: 0.6; }
.mark .dot { fill: var(--ink); stroke: none; }
.mark.pain { stroke: var(--pain); stroke-width: 2; }
.pick { fill: transparent; cursor: pointer; }
.pick:hover { fill: var(--focus); fill-opacity: 0.25; }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; list-style: none; padding: 0; justify-content: center; font-size: 0.8125rem; }
.legend svg { width: 1.3rem; height: 1.3rem; vertical-align: middle; margin-right: 0.3rem; }
.chart > svg { width: 100%; height: auto; display: block; }
.chart figcaption { font-weight: 600; }
.chart { margin: 0 0 0.5rem; }
.grid { stroke: var(--rule); stroke-width: 1; }
.tick { fill: var(--quiet); font-size: 12px; }
.line { fill: none; stroke-width: 2.25; stroke-linejoin: round; }
.line.one { stroke: var(--line-one); }
.line.two { stroke: var(--line-two); stroke-dasharray: 5 3; }
.point.one { fill: var(--line-one); }
.point.two { fill: var(--paper); stroke: var(--line-two); stroke-width: 2; }
.goal { stroke: var(--good); stroke-width: 1.25; stroke-dasharray: 2 3; }
.foot { color: var(--quiet); font-size: 0.8125rem; border-top: 1px solid var(--rule); padding-top: 0.8rem; margin-top: 1rem; }
@media (max-width: 25rem) {
  body.page { padding: 1rem 0.75rem 2rem; }
  h1 { font-size: 1.3rem; }
  .facts { grid-template-columns: repeat(auto-fit, minmax(min(8rem, 100%), 1fr)); gap: 0.5rem 1rem; }
  .letterhead { gap: 0.5rem; }
  .body { flex-direction: column; align-items: center; }
  .body figure { flex: 0 1 auto; width: 100%; }
  .alerts > li { padding: 0.5rem 0.6rem; }
  th, td { padding-right: 0.5rem; }
}
@media (prefers-color-scheme: dark) {
  html.standalone {
    --paper: #16191d; --ink: #e3e7ec; --quiet: #a7b0bb; --rule: #3a424c; --panel: #20252b; --link: #7db9f5; --focus: #7db9f5;
    --error: #ff8a80; --warning: #e7b455; --info: #7db9f5; --good: #7fcf9b; --condition: #c39ae8; --treated: #7fcf9b;
    --avoided: #ff8a80; --pain: #f2a65a; --line-one: #f2a65a; --line-two: #7db9f5; color-scheme: dark;
  }
}
.vscode-high-contrast .area, .vscode-high-contrast-light .area { stroke-width: 2; }
.vscode-high-contrast .skin, .vscode-high-contrast-light .skin { fill: var(--paper); }
.vscode-high-contrast .edge, .vscode-high-contrast-light .edge { stroke: var(--ink); }
@media (forced-colors: active) {
  :root { --paper: Canvas; --ink: CanvasText; --quiet: CanvasText; --rule: CanvasText; --panel: Canvas; --link: LinkText;
    --focus: Highlight; --error: CanvasText; --warning: CanvasText; --info: CanvasText; --good: CanvasText; --condition: Highlight;
    --treated: CanvasText; --avoided: CanvasText; --pain: CanvasText; --line-one: CanvasText; --line-two: LinkText;
    --skin: Canvas; --skin-line: CanvasText; --skin-inner: GrayText; }
  svg { forced-color-adjust: none; }
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --quiet: #444444; --rule: #bbbbbb; --panel: #ffffff; --link: #000000; --error: #9b1c14;
    --warning: #6b4500; --info: #08487f; --good: #1f6b3f; --condition: #6a3f95; --treated: #1f6b3f; --avoided: #9b1c14;
    --pain: #9b4a05; --line-one: #9b4a05; --line-two: #08487f; --skin: #f6ece3; --skin-line: #6b5a4c; --skin-inner: #b8a899; }
  html.standalone { --paper: #ffffff; --ink: #000000; --quiet: #444444; --rule: #bbbbbb; color-scheme: light; }
  @page { margin: 16mm 15mm; }
  .new-page { break-before: page; }
  body.page { max-width: none; padding: 0; font-size: 10pt; }
  .screen { display: none; }
  .part, .alerts > li, tr, figure { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .body svg { max-height: 95mm; }
  a { text-decoration: none; }
}
`.trim();
