// Turns measured runs into figures: medians of the quiet rounds, ratios, and what was reached.
import { isQuiet } from "../run/noise.mjs";
import { figures, isRate } from "../workloads.mjs";

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

const slower = (figure, mine, theirs) => (isRate(figure) ? theirs / mine : mine / theirs);

/** The runs of a program that count: good ones, and only the quiet among them if there are any. */
function counting(runs) {
  const good = runs.filter(({ problem }) => problem === undefined);
  const quiet = good.filter(isQuiet);
  return quiet.length > 0 ? quiet : good;
}

const known = (value) => value !== undefined && !Number.isNaN(value);

/** One figure of one program over its rounds; with a ratio if it refers to something in the same run. */
function figureOf(figure, program, runs) {
  const used = counting(runs);
  const values = used.map(figure.of).filter(known);
  const within = figure.against?.of;
  const ratios = within === undefined ? [] : used.map((run) => slower(figure, figure.of(run), within(run)));
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
      best: isRate(figure) ? Math.max(...values) : Math.min(...values),
    }),
    ...(ratios.length > 0 && { ratio: median(ratios), bestRatio: Math.min(...ratios) }),
  };
}

/** Adds the ratio to another program in the same results, if the figure refers to one. */
function relative(row, rows) {
  const reference = rows.find(({ program, value }) => program === row.against && value !== undefined);
  if (reference === undefined || row.value === undefined) return row;
  const ratio = slower(row, row.value, reference.value);
  return { ...row, ratio, bestRatio: slower(row, row.best, reference.best) };
}

/** All figures of a results file, in order of the workloads: value, range, and how many times slower than what. */
export function summarize({ programs, runs }) {
  return figures.flatMap((figure) => {
    const all = runs.filter(({ workload }) => workload === figure.workload);
    const rows = programs
      .map((program) => [program, all.filter((run) => run.program === program)])
      .filter(([, own]) => own.length > 0)
      .map(([program, own]) => figureOf(figure, program, own))
      .filter(({ value, bad }) => value !== undefined || bad.length > 0);
    return rows.map((row) => relative(row, rows));
  });
}

/** True if a figure is at its target, or better; `undefined` without a target or figure. */
export function reached({ target, ratio, value, unit }) {
  if (target?.ratio !== undefined) return ratio === undefined ? undefined : ratio <= target.ratio;
  if (target === undefined || value === undefined) return undefined;
  return isRate({ unit }) ? value >= target.value : value <= target.value;
}

/** The name of what the ratios of a figure refer to. */
export const referenceOf = ({ against }) => against?.name ?? against;
