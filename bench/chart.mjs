// `npm run bench:chart`: writes the chart and the table of docs/performance.md from bench/results.json and, if it exists,
// bench/comparison.md: the report of `npm run bench`, which compares with libraries that are not on npm.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { draw } from "./svg.mjs";
import { page, short, summarize } from "./table.mjs";

const OWN = "rxnetlink";
const MARKERS = ["<!-- measured: written by npm run bench:chart -->", "<!-- /measured -->"];

/** The name of the baseline in that report. */
const FLOOR = "floor";

/** Figures of the report by workload, in the order of its ratios. */
const FIGURES = {
  dump: ["dump"],
  rtt: ["rtt"],
  insert: ["insert", "delete"],
  events: ["events"],
  startup: ["startup"],
};

/** The rows of a report as bars by figure: `| dump | libnl | 1.96M routes/s (…), … | 2.17 (2.18) | ok | … |`. */
export function readComparison(report) {
  const bars = [];
  for (const line of report.split("\n")) {
    const [workload, program, said = "", ratios = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    const values = said.split(/, (?=[\d.]+k? (?:adds|dels))/);
    const numbers = ratios.split(" / ").map((text) => Number.parseFloat(text));
    FIGURES[workload]?.forEach((id, i) => {
      const value = values[i]
        ?.replace(/ \(.*|,.*/s, "")
        .replace(/^p50 |(?<=k )(adds|dels)/g, (word) => (word.startsWith("p50") ? "" : "routes"))
        .replace(" us", " µs");
      if (program !== FLOOR && numbers[i] > 0) bars.push({ id, program, ratio: numbers[i], value });
    });
  }
  return bars;
}

function barOf({ program, ratio, value, unit, bad }) {
  if (ratio === undefined) return { program, bad: bad[0]?.died ? `died of ${bad[0].died}` : bad[0]?.problem };
  return { program, own: program === OWN, ratio, value: `${short(value)} ${unit}` };
}

/** The groups of the chart: one per figure, with the programs from the fastest to the slowest. */
export function groupsOf(results, report = "") {
  const rows = summarize(results);
  const elsewhere = readComparison(report).filter(({ program }) => !results.programs.includes(program));
  return rows
    .filter(({ program, value }) => program === "baseline" && value !== undefined)
    .map(({ id, title, value, unit }) => {
      const here = rows.filter((row) => row.id === id && row.program !== "baseline").map(barOf);
      const bars = [...here, ...elsewhere.filter((bar) => bar.id === id)];
      bars.sort((a, b) => (a.ratio ?? Infinity) - (b.ratio ?? Infinity));
      return { title, note: `baseline: ${short(value)} ${unit}`, bars };
    })
    .filter(({ bars }) => bars.length > 0);
}

function elsewhereNote({ programs }, report) {
  const names = [...new Set(readComparison(report).map(({ program }) => program))].filter(
    (program) => !programs.includes(program),
  );
  const date = /^Date (\d{4}-\d\d-\d\d)/m.exec(report)?.[1] ?? "another day";
  return `From another run (${date}), against the baseline of that run: ${names.join(", ")}`;
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

/** The page with the table between its markers replaced. */
export function fill(markdown, results) {
  const [start, end] = MARKERS.map((mark) => markdown.indexOf(mark));
  if (start < 0 || end < start) throw new Error(`the page lacks its markers: ${MARKERS.join(" … ")}`);
  const before = markdown.slice(0, start + MARKERS[0].length);
  return `${before}\n\n${page(results)}\n\n${markdown.slice(end)}`;
}

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const FILES = {
  results: path("results.json"),
  comparison: path("comparison.md"),
  page: path("../docs/performance.md"),
  chart: path("../docs/assets/performance.svg"),
};

/** The chart and the page as they must be. */
export function made() {
  const results = JSON.parse(readFileSync(FILES.results, "utf8"));
  const report = existsSync(FILES.comparison) ? readFileSync(FILES.comparison, "utf8") : "";
  const pairs = [
    [FILES.chart, chart(results, report)],
    [FILES.page, fill(readFileSync(FILES.page, "utf8"), results)],
  ];
  return new Map(pairs);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(path("../docs/assets"), { recursive: true });
  for (const [file, text] of made()) writeFileSync(file, text);
}
