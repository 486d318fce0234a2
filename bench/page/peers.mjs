// The comparison with libraries that are not on npm: `node bench/page/peers.mjs REPORT` writes the report of ../shared/peers
// into bench/peers.md. Read back, it gives the bars of the chart and the column of others on the page Performance.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../peers.md", import.meta.url));
const MARKERS = ["<!-- measured: written by npm run bench -->", "<!-- /measured -->"];

/** The name of the baseline in that report. */
const FLOOR = "floor";

/** Figures of the report by workload, in the order of its ratios. */
const FIGURES = {
  dump: ["dump"],
  rtt: ["rtt"],
  insert: ["insert", "delete"],
  events: ["events"],
  paced: ["paced-process"],
  startup: ["command"],
};

const cellsOf = (line) =>
  line
    .split("|")
    .slice(1)
    .map((cell) => cell.trim());

/** CPU time of an event in microseconds, as the report has it: `10.0k events/s (…), 4.6 us CPU each`. */
const cpuOf = (said = "") => Number.parseFloat(/([\d.]+) us CPU each/.exec(said)?.[1]);

/** Values of a row as text, one for each of its figures. */
function valuesOf(workload, said) {
  if (workload === "paced") return [`${cpuOf(said)} µs of CPU`];
  return said.split(/, (?=[\d.]+k? (?:adds|dels))/).map((value) =>
    value
      .replace(/ \(.*|,.*/s, "")
      .replace(/^p50 |(?<=k )(adds|dels)/g, (word) => (word.startsWith("p50") ? "" : "routes"))
      .replace(" us", " µs"),
  );
}

/** The rows of a report as bars by figure: `| dump | libnl | 1.96M routes/s (…), … | 2.17 (2.18) | ok | … |`. */
export function barsOf(report) {
  const rows = report.split("\n").map(cellsOf);
  const floor = cpuOf(rows.find(([workload, program]) => workload === "paced" && program === FLOOR)?.[2]);
  return rows.flatMap(([workload, program, said = "", ratios = ""]) => {
    const numbers =
      workload === "paced"
        ? [cpuOf(said) / floor]
        : ratios.split(" / ").map((text) => Number.parseFloat(text));
    const values = valuesOf(workload, said);
    return (FIGURES[workload] ?? [])
      .map((id, i) => ({ id, program, ratio: numbers[i], value: values[i] }))
      .filter(({ ratio }) => program !== FLOOR && ratio > 0);
  });
}

/** The day of a report. */
export const dayOf = (report) => /^Date (\d{4}-\d\d-\d\d)/m.exec(report)?.[1] ?? "another day";

/** The report that is kept, or nothing. */
export const keptReport = () => (existsSync(FILE) ? readFileSync(FILE, "utf8") : "");

/** A text with all between the markers replaced. */
export function between(text, markers, content) {
  const [start, end] = markers.map((mark) => text.indexOf(mark));
  if (start < 0 || end < start) throw new Error(`the page lacks its markers: ${markers.join(" … ")}`);
  return `${text.slice(0, start + markers[0].length)}\n\n${content.trim()}\n\n${text.slice(end)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = readFileSync(process.argv[2], "utf8").replace(/^#+ .*\n/, "");
  writeFileSync(FILE, between(keptReport(), MARKERS, report));
}
