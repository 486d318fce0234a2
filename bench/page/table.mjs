// Writes figures as Markdown: a table of what was reached, and one of everything that was measured.
import { DISTURBED, isQuiet } from "../run/noise.mjs";
import { isRate } from "../workloads.mjs";
import { median, reached, referenceOf, summarize } from "./summary.mjs";

/** Programs of the report of `npm run bench` that the page names. */
const OTHERS = {
  "rust-rtnetlink": "Rust",
  libnl: "libnl",
  "go-netlink": "Go",
  "npm-netlink": "npm `netlink`",
};

/** Three digits, with k and M: `4.25M`, `497k`, `4.8`. */
export function short(value) {
  if (value >= 999_500) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (value >= 9995) return `${Number((value / 1e3).toPrecision(3))}k`;
  return String(Number(value.toPrecision(value >= 1000 ? 4 : 3)));
}

const times = (ratio) => `${Number(ratio.toPrecision(ratio < 10 ? 3 : 2))}`;

/** A table whose columns are aligned, as on the other pages. */
function markdown(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join("\n");
}

const amount = (value, unit) => `${short(value)}${unit === "%" ? " %" : ` ${unit}`}`;

/** What this project has: its value and ratio, and the ratio of `directTransport()` where that was measured too. */
function now(own, direct) {
  if (own?.value === undefined) return "";
  const ratio = own.ratio === undefined ? "" : `, ${times(own.ratio)} × ${referenceOf(own)}`;
  const besides =
    direct?.value === undefined || own.against === "direct"
      ? ""
      : `; direct ${direct.ratio === undefined ? amount(direct.value, own.unit) : `${times(direct.ratio)} ×`}`;
  return `${amount(own.value, own.unit)}${ratio}${besides}`;
}

/** What others have: ratios if the target is one and refers to the same, amounts elsewhere. */
function others(own, rows, bars) {
  const elsewhere = bars.filter(({ id }) => id === own.id);
  const here = rows
    .filter(({ program, value }) => program === "npm-netlink" && value !== undefined)
    .map((row) => ({ ...row, value: amount(row.value, row.unit), sameRun: true }));
  const known = [
    ...elsewhere,
    ...here.filter(({ program }) => !elsewhere.some((bar) => bar.program === program)),
  ];
  const asRatio = ({ ratio, sameRun }) =>
    own.target.ratio !== undefined && ratio !== undefined && (sameRun || own.against === "baseline");
  return known
    .filter(({ program }) => Object.hasOwn(OTHERS, program))
    .sort((a, b) => a.ratio - b.ratio)
    .map((bar) => `${OTHERS[bar.program]} ${asRatio(bar) ? `${times(bar.ratio)} ×` : bar.value}`)
    .join(", ");
}

function goal(row) {
  const { target, unit } = row;
  const bound = isRate({ unit }) && target.ratio === undefined ? "at least" : "at most";
  const text = target.ratio === undefined ? amount(target.value, unit) : `${target.ratio} ×`;
  const yes = reached(row);
  return `${bound} ${text}${yes === undefined ? "" : yes ? ": reached" : ": **not reached**"}`;
}

/** The table of figures with a target; `bars` are those of other libraries. */
export function targets(results, bars = []) {
  const rows = summarize(results);
  const own = rows.filter(({ program, target }) => program === "rxnetlink" && target !== undefined);
  const lines = own.map((row) => {
    const same = rows.filter(({ id }) => id === row.id);
    const direct = same.find(({ program }) => program === "direct");
    return [row.title, now(row, direct), others(row, same, bars), goal(row)];
  });
  return markdown([["what", "now", "others", "target"], ...lines]);
}

/** The table of workloads. */
export const explained = (workloads) =>
  markdown([
    ["workload", "what it does"],
    ...Object.entries(workloads).map(([name, { does }]) => [`\`${name}\``, does]),
  ]);

function memory({ runs }) {
  const peaks = runs.map(({ max_rss_kb: peak }) => peak).filter((peak) => peak !== undefined);
  return peaks.length === 0 ? "" : `${Math.round(median(peaks) / 1024)} MiB`;
}

function verdict({ bad, rounds }) {
  if (bad.length === 0) return "ok";
  const died = bad.find((run) => run.died);
  return `**${bad.length} of ${rounds} bad**${died ? `: died of ${died.died}` : ""}`;
}

function cells(row) {
  const range = row.range?.map(short).join(" to ");
  return [
    row.title,
    row.program,
    row.value === undefined ? "" : `${amount(row.value, row.unit)} (${range})`,
    row.ratio === undefined ? "" : `${times(row.ratio)} (${times(row.bestRatio)}) × ${referenceOf(row)}`,
    memory(row),
    verdict(row),
    `${row.quiet} of ${row.rounds}`,
  ];
}

const HEAD = ["figure", "program", "median (range)", "ratio (best)", "peak memory", "counts", "quiet rounds"];

/** The table of everything that was measured. */
export const everything = (results) => markdown([HEAD, ...summarize(results).map(cells)]);

/** Describes the noise of a results file in a sentence or two. */
export function noiseNote({ provisional, runs, load }) {
  const quiet = runs.filter(isQuiet).length;
  const noise = `${quiet} of ${runs.length} runs were quiet (other processes used at most ${DISTURBED} CPUs meanwhile); load average ${load.join(" at the start, ")} at the end.`;
  return provisional ? `**Provisional:** measured on a busy machine, to be replaced. ${noise}` : noise;
}

/** Describes where and how a results file was measured. */
export function measuredNote({ measured, machine, settings: { routes, rounds } }) {
  return `Measured ${measured.slice(0, 10)}: ${machine.join("; ")}. ${routes} routes in the table, rounds: ${rounds}.`;
}

/** A results file as Markdown: where it was measured, how noisily, and both tables. */
export const page = (results) =>
  [measuredNote(results), noiseNote(results), targets(results), everything(results)].join("\n\n");
