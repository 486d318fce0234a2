// Turns measured runs into figures, and figures into a Markdown table.
import { figures, isRate } from "./workloads.mjs";

const DISTURBED = 0.25; // CPUs in use by other processes; a round above it counts only if there is no quieter one

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

export const isQuiet = ({ noise }) => noise !== undefined && noise <= DISTURBED;

/** Three digits, with k and M: `4.25M`, `497k`, `4.8`. */
export function short(value) {
  if (value >= 999_500) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (value >= 9995) return `${Number((value / 1e3).toPrecision(3))}k`;
  return String(Number(value.toPrecision(value >= 1000 ? 4 : 3)));
}

/** One figure of one program over its rounds. */
function figureOf(figure, program, runs) {
  const good = runs.filter(({ problem }) => problem === undefined);
  const quiet = good.filter(isQuiet);
  const values = (quiet.length > 0 ? quiet : good).map(figure.of);
  const best = isRate(figure) ? Math.max : Math.min;
  return {
    ...figure,
    program,
    runs,
    rounds: runs.length,
    quiet: runs.filter(isQuiet).length,
    bad: runs.filter(({ problem }) => problem !== undefined),
    ...(values.length > 0 && {
      value: median(values),
      range: [Math.min(...values), Math.max(...values)],
      best: best(...values),
    }),
  };
}

const slower = (figure, mine, baseline) => (isRate(figure) ? baseline / mine : mine / baseline);

/** All figures of a results file, in order of the workloads: value, range, and how many times slower than the baseline. */
export function summarize({ programs, runs }) {
  return figures.flatMap((figure) => {
    const own = runs.filter(({ workload }) => workload === figure.workload);
    const rows = programs
      .map((program) =>
        figureOf(
          figure,
          program,
          own.filter((run) => run.program === program),
        ),
      )
      .filter(({ rounds }) => rounds > 0);
    const baseline = rows.find(({ program, value }) => program === "baseline" && value !== undefined);
    return rows.map((row) =>
      baseline === undefined || row.value === undefined
        ? row
        : {
            ...row,
            ratio: slower(figure, row.value, baseline.value),
            bestRatio: slower(figure, row.best, baseline.best),
          },
    );
  });
}

/** The share of events received in a storm. */
function ofCaused({ runs }) {
  const heard = runs.filter(({ problem, caused }) => problem === undefined && caused > 0);
  if (heard.length === 0) return "";
  const share = median(heard.map(({ result, caused }) => (result.received / caused) * 100));
  return `, received ${Number(share.toPrecision(3))} % of those caused`;
}

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
  const times = (ratio) => (ratio === undefined ? "" : ratio.toFixed(ratio < 10 ? 2 : 0));
  const range = row.range?.map(short).join(" to ");
  return [
    row.title,
    row.program,
    row.value === undefined ? "" : `${short(row.value)} ${row.unit} (${range})${ofCaused(row)}`,
    row.ratio === undefined ? "" : `${times(row.ratio)} (${times(row.bestRatio)})`,
    memory(row),
    verdict(row),
    `${row.quiet} of ${row.rounds}`,
  ];
}

const HEAD = [
  "workload",
  "program",
  "median (range)",
  "× baseline (best)",
  "peak memory",
  "counts",
  "quiet rounds",
];

/** A table whose columns are aligned, as on the other pages. */
function markdown(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join("\n");
}

/** Describes the noise of a results file in a sentence or two. */
export function noiseNote({ provisional, runs, load }) {
  const quiet = runs.filter(isQuiet).length;
  const noise = `${quiet} of ${runs.length} runs were quiet (other processes used at most ${DISTURBED} CPUs meanwhile); load average ${load.join(" at the start, ")} at the end.`;
  return provisional ? `**Provisional:** measured on a busy machine, to be replaced. ${noise}` : noise;
}

/** A results file as Markdown: where it was measured, how noisily, and the table. */
export function page(results) {
  const { measured, machine, settings } = results;
  const where = `Measured ${measured.slice(0, 10)}: ${machine.join("; ")}.`;
  const how = `${settings.routes} routes in the table, rounds: ${settings.rounds}.`;
  const rows = summarize(results).map(cells);
  return [`${where} ${how}`, noiseNote(results), markdown([HEAD, ...rows])].join("\n\n");
}
