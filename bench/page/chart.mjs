// `npm run bench:chart`: writes the chart and the tables of docs/performance.md from bench/results.json and, for libraries
// that are not on npm, from bench/peers.md.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { workloads } from "../workloads.mjs";
import { barsOf, between, dayOf, keptReport } from "./peers.mjs";
import { summarize } from "./summary.mjs";
import { draw } from "./svg.mjs";
import { everything, explained, measuredNote, noiseNote, short, targets } from "./table.mjs";

const OWN = "rxnetlink";
/** Parts of the page that are written here. */
const markersOf = (part) => [`<!-- ${part}: written by npm run bench:chart -->`, `<!-- /${part} -->`];
/** Figures that other libraries have too, and those of netfilter. */
const DRAWN = [
  ...["dump", "stream", "rtt", "insert", "delete", "events", "paced-process", "command"],
  ...["nflog", "nfqueue", "conntrack"],
];

function barOf({ program, ratio, value, unit, bad }) {
  if (ratio === undefined) return { program, bad: bad[0]?.died ? `died of ${bad[0].died}` : bad[0]?.problem };
  return { program, own: program === OWN, ratio, value: `${short(value)} ${unit}` };
}

/** The same figures with ratios to the baseline, whatever they refer to elsewhere. */
const toBaseline = (rows) => {
  const floor = rows.find(({ program, value }) => program === "baseline" && value !== undefined);
  return floor === undefined
    ? []
    : rows.map((row) => (row.value === undefined ? row : { ...row, ratio: ratioOf(row, floor) }));
};
const ratioOf = ({ value, unit }, floor) => (unit.endsWith("/s") ? floor.value / value : value / floor.value);

/** The groups of the chart: one per figure, with the programs from the fastest to the slowest. */
export function groupsOf(results, report = "") {
  const rows = summarize(results);
  const elsewhere = barsOf(report).filter(({ program }) => !results.programs.includes(program));
  return DRAWN.map((id) => toBaseline(rows.filter((row) => row.id === id)))
    .filter((same) => same.length > 0)
    .map((same) => {
      const { id, title, value, unit } = same.find(({ program }) => program === "baseline");
      const here = same.filter(({ program }) => program !== "baseline").map(barOf);
      const bars = [...here, ...elsewhere.filter((bar) => bar.id === id)];
      bars.sort((a, b) => (a.ratio ?? Infinity) - (b.ratio ?? Infinity));
      return { title, note: `baseline: ${short(value)} ${unit}`, bars };
    })
    .filter(({ bars }) => bars.length > 0);
}

function elsewhereNote({ programs }, report) {
  const names = [...new Set(barsOf(report).map(({ program }) => program))].filter(
    (program) => !programs.includes(program),
  );
  return `From another run (${dayOf(report)}), against the baseline of that run: ${names.join(", ")}`;
}

/** The chart as SVG. */
export function chart(results, report) {
  const { measured, machine, provisional } = results;
  return draw({
    title: "How many times slower than raw system calls in C",
    subtitle: "Shorter is better. The axis is logarithmic and begins at the C baseline.",
    groups: groupsOf(results, report),
    footers: [
      `${measured.slice(0, 10)}; ${machine.join("; ")}`,
      ...(report ? [elsewhereNote(results, report)] : []),
    ],
    warning: provisional ? "Provisional: taken on a busy machine." : "",
  });
}

/** The page with its tables replaced. */
export function fill(page, results, report = "") {
  const notes = `${measuredNote(results)}\n\n${noiseNote(results)}`;
  const parts = {
    targets: `${targets(results, barsOf(report))}\n\n${notes}`,
    workloads: explained(workloads),
    everything: everything(results),
  };
  return Object.entries(parts).reduce(
    (text, [part, content]) => between(text, markersOf(part), content),
    page,
  );
}

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const FILES = {
  results: path("results.json"),
  page: path("../docs/performance.md"),
  chart: path("../docs/assets/performance.svg"),
};

/** The chart and the page as they must be. */
export function made() {
  const results = JSON.parse(readFileSync(FILES.results, "utf8"));
  const report = keptReport();
  const pairs = [
    [FILES.chart, chart(results, report)],
    [FILES.page, fill(readFileSync(FILES.page, "utf8"), results, report)],
  ];
  return new Map(pairs);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(path("../docs/assets"), { recursive: true });
  for (const [file, text] of made()) writeFileSync(file, text);
}
