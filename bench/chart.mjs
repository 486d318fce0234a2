// `npm run bench:chart`: makes the chart and the table of docs/performance.md out of bench/results.json and, where it is
// there, out of bench/peers.md: the report of `npm run bench`, which compares with libraries that are not on npm.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { draw } from "./svg.mjs";
import { page, short, summarize } from "./table.mjs";

const OWN = "rxnetlink";
const MARKS = ["<!-- measured: written by npm run bench:chart -->", "<!-- /measured -->"];

/** Figures of the peers' report whose ratio is one of two, by workload. */
const FIGURES = {
  dump: ["dump"],
  rtt: ["rtt"],
  insert: ["insert", "delete"],
  events: ["events"],
  startup: ["startup"],
};

/** The peers of a report as bars by figure: `| dump | libnl | 1.96M routes/s (…), … | 2.17 (2.18) | ok | … |`. */
export function readPeers(report) {
  const bars = [];
  for (const line of report.split("\n")) {
    const [workload, peer, said = "", ratios = ""] = line
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
      if (peer !== "floor" && numbers[i] > 0) bars.push({ id, peer, ratio: numbers[i], value });
    });
  }
  return bars;
}

function barOf({ peer, ratio, value, unit, bad }) {
  if (ratio === undefined) return { peer, bad: bad[0]?.died ? `died of ${bad[0].died}` : bad[0]?.problem };
  return { peer, own: peer === OWN, ratio, value: `${short(value)} ${unit}` };
}

/** The groups of the chart: a figure each, the peers from the fastest to the slowest. */
export function groupsOf(results, report = "") {
  const rows = summarize(results);
  const elsewhere = readPeers(report).filter(({ peer }) => !results.peers.includes(peer));
  return rows
    .filter(({ peer, value }) => peer === "floor" && value !== undefined)
    .map(({ id, title, value, unit }) => {
      const here = rows.filter((row) => row.id === id && row.peer !== "floor").map(barOf);
      const bars = [...here, ...elsewhere.filter((bar) => bar.id === id)];
      bars.sort((a, b) => (a.ratio ?? Infinity) - (b.ratio ?? Infinity));
      return { title, note: `floor: ${short(value)} ${unit}`, bars };
    })
    .filter(({ bars }) => bars.length > 0);
}

function elsewhereNote({ peers }, report) {
  const names = [...new Set(readPeers(report).map(({ peer }) => peer))].filter(
    (peer) => !peers.includes(peer),
  );
  const date = /^Date (\d{4}-\d\d-\d\d)/m.exec(report)?.[1] ?? "another day";
  return `From another run (${date}), against the floor of that run: ${names.join(", ")}`;
}

/** The chart as SVG. */
export function chart(results, report) {
  const { measured, machine, provisional } = results;
  return draw({
    title: "How many times slower than raw system calls in C",
    subtitle: "Shorter is better. The axis is logarithmic and begins at the C floor.",
    groups: groupsOf(results, report),
    footers: [
      `${measured.slice(0, 10)}; ${machine.join("; ")}`,
      ...(report ? [elsewhereNote(results, report)] : []),
    ],
    warning: provisional ? "Provisional: taken on a busy machine." : "",
  });
}

/** The page with the table between its marks replaced. */
export function fill(markdown, results) {
  const [start, end] = MARKS.map((mark) => markdown.indexOf(mark));
  if (start < 0 || end < start) throw new Error(`the page lacks its marks: ${MARKS.join(" … ")}`);
  const before = markdown.slice(0, start + MARKS[0].length);
  return `${before}\n\n${page(results)}\n\n${markdown.slice(end)}`;
}

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const FILES = {
  results: path("results.json"),
  peers: path("peers.md"),
  page: path("../docs/performance.md"),
  chart: path("../docs/assets/performance.svg"),
};

/** The chart and the page as they must be. */
export function made() {
  const results = JSON.parse(readFileSync(FILES.results, "utf8"));
  const report = existsSync(FILES.peers) ? readFileSync(FILES.peers, "utf8") : "";
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
