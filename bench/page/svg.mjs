// Draws groups of bars as SVG: factors relative to the baseline, on a logarithmic axis that begins at 1.

const WIDTH = 880;
const MARGIN = 32;
const NAMES = 300; // where the names of the programs end
const AXIS = 314; // where the bars begin
const LABELS = 164; // room for the label after the longest bar
const HEAD = 104;
const ROW = 26;
const BAR = 14;
const GAP = 20; // between groups

const STYLE = `
  svg:root { color-scheme: light dark }
  .card { fill: light-dark(#ffffff, #0f172a); stroke: light-dark(#e2e8f0, #273449) }
  .title { font-size: 20px; font-weight: 650; fill: light-dark(#0f172a, #f1f5f9) }
  .group { font-size: 14px; font-weight: 600; fill: light-dark(#0f172a, #f1f5f9) }
  .note, .tick, .value { font-size: 12px; font-weight: 400; fill: light-dark(#64748b, #94a3b8) }
  .program { font-size: 13px; fill: light-dark(#475569, #b8c4d4) }
  .program.own { font-weight: 600; fill: light-dark(#0f172a, #f1f5f9) }
  .ratio { font-size: 13px; font-weight: 600; fill: light-dark(#334155, #dbe3ee) }
  .grid { stroke: light-dark(#e9eef4, #1e293b) }
  .baseline { stroke: light-dark(#94a3b8, #64748b); stroke-width: 1.5 }
  .bar { fill: light-dark(#b6c2d1, #475569) }
  .bar.own { fill: light-dark(#7c3aed, #a78bfa) }
  .bad { font-size: 12px; fill: light-dark(#b91c1c, #fca5a5) }
  .warn { font-size: 12px; fill: light-dark(#b45309, #fbbf24) }`;

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function element(name, attributes, content) {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return content === undefined
    ? `<${name}${list.join("")}/>`
    : `<${name}${list.join("")}>${content}</${name}>`;
}

const text = (x, y, kind, words, more = {}) =>
  element("text", { x, y, class: kind, ...more }, escaped(words));

/** The lines of the axis: 1, 2, 5, 10, 20 …, or only powers of ten if that would be too many. */
function ticksTo(highest) {
  const digits = highest > 60 ? [1] : [1, 2, 5];
  const decades = Array.from({ length: Math.ceil(Math.log10(highest)) + 1 }, (_, power) => 10 ** power);
  return decades.flatMap((decade) => digits.map((digit) => digit * decade)).filter((tick) => tick <= highest);
}

function scale(groups) {
  const ratios = groups.flatMap(({ bars }) => bars.map(({ ratio }) => ratio ?? 1));
  const highest = Math.max(...ratios, 2);
  const room = WIDTH - MARGIN - LABELS - AXIS;
  const x = (ratio) => AXIS + (Math.log(Math.max(ratio, 1)) / Math.log(highest)) * room;
  return { ticks: ticksTo(highest), x: (ratio) => Number(x(ratio).toFixed(1)) };
}

/** `3.1 ×`, `24 ×` */
const times = (ratio) => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} ×`;

function bar({ program, own, ratio, value, bad }, y, x) {
  const mark = own ? " own" : "";
  const textY = y + BAR - 2;
  const name = text(NAMES, textY, `program${mark}`, program, { "text-anchor": "end" });
  if (ratio === undefined) return [name, text(AXIS + 8, textY, "bad", bad ?? "not measured")];
  const length = Math.max(x(ratio) - AXIS, 2).toFixed(1);
  const words = `${escaped(times(ratio))}${element("tspan", { class: "value", dx: 8 }, escaped(value))}`;
  return [
    name,
    element("rect", { x: AXIS, y, width: length, height: BAR, rx: 3, class: `bar${mark}` }),
    element("text", { x: AXIS + Number(length) + 8, y: textY, class: "ratio" }, words),
  ];
}

function drawGroup({ title, note, bars }, top, x) {
  const heading = [text(MARGIN, top + 12, "group", title), text(MARGIN, top + 30, "note", note)];
  return [...heading, ...bars.flatMap((one, i) => bar(one, top + i * ROW, x))];
}

const heightOf = ({ bars }) => Math.max(bars.length * ROW, 36) + GAP;

function axis({ ticks, x }, bottom) {
  return ticks.flatMap((tick) => [
    element("line", {
      x1: x(tick),
      x2: x(tick),
      y1: HEAD - 14,
      y2: bottom,
      class: tick === 1 ? "baseline" : "grid",
    }),
    text(x(tick), HEAD - 22, "tick", tick === 1 ? "baseline" : `${tick} ×`, { "text-anchor": "middle" }),
  ]);
}

/** `groups`: `{ title, note, bars: [{ program, own, ratio, value, bad }] }`; `footers`: lines below them. */
export function draw({ title, subtitle, groups, footers, warning }) {
  const { ticks, x } = scale(groups);
  const bottom = HEAD + groups.reduce((sum, group) => sum + heightOf(group), 0) - GAP / 2;
  const lines = [...footers, warning].filter(Boolean);
  const height = bottom + 22 + lines.length * 18;
  let top = HEAD;
  const body = groups.flatMap((group) => {
    const drawn = drawGroup(group, top, x);
    top += heightOf(group);
    return drawn;
  });
  const parts = [
    element("title", {}, escaped(title)),
    element("desc", {}, escaped(subtitle)),
    element("style", {}, STYLE),
    element("rect", { x: 0.5, y: 0.5, width: WIDTH - 1, height: height - 1, rx: 12, class: "card" }),
    text(MARGIN, 40, "title", title),
    text(MARGIN, 61, "note", subtitle),
    ...axis({ ticks, x }, bottom),
    ...body,
    ...lines.map((line, i) => text(MARGIN, bottom + 26 + i * 18, line === warning ? "warn" : "note", line)),
  ];
  const size = { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` };
  const font = { "font-family": "Inter, system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif" };
  const root = { xmlns: "http://www.w3.org/2000/svg", ...size, role: "img", ...font };
  return `${element("svg", root, `\n${parts.join("\n")}\n`)}\n`;
}
