// Tests what is written from results: figures, tables, the chart and the page.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chart, fill, groupsOf, made } from "./chart.mjs";
import { barsOf, between } from "./peers.mjs";
import { reached, summarize } from "./summary.mjs";
import { everything, noiseNote, short, targets } from "./table.mjs";

const rtt = (program, micros, more) => ({
  workload: "rtt",
  program,
  noise: 0,
  max_rss_kb: 2048,
  result: { p50_us: micros },
  ...more,
});
const events = (program, rate, more) => ({
  workload: "events",
  program,
  noise: 0.1,
  caused: 4000,
  result: { received: 3000, events_per_s: rate },
  ...more,
});
const imports = (program, rxjs, own) => ({
  workload: "import",
  program,
  noise: 0,
  result: { rxjs: { ms: rxjs, cpu_ms: rxjs }, own: { ms: own, cpu_ms: own } },
});
const died = { result: undefined, died: "SIGABRT", problem: "SIGABRT" };

const sample = {
  measured: "2026-01-02T03:04:05.000Z",
  provisional: false,
  machine: ["kernel 6.1", "2 × CPU"],
  load: ["0.10", "0.20"],
  settings: { routes: 1000, rounds: 3 },
  programs: ["baseline", "rxnetlink", "<other>"],
  runs: [
    rtt("baseline", 5),
    rtt("baseline", 4),
    rtt("baseline", 6),
    rtt("rxnetlink", 50),
    rtt("rxnetlink", 40),
    rtt("rxnetlink", 900, { noise: 1.5 }),
    events("baseline", 600_000),
    events("rxnetlink", 150_000),
    events("<other>", 0, died),
  ],
};

describe("the figures", () => {
  it("are medians of the quiet rounds, and ratios of medians", () => {
    const row = summarize(sample).find(({ id, program }) => id === "rtt" && program === "rxnetlink");
    expect(row).toMatchObject({ value: 45, range: [40, 50], ratio: 9, bestRatio: 10, quiet: 2, rounds: 3 });
  });

  it("are ratios the other way round, where more is better", () => {
    const row = summarize(sample).find(({ id, program }) => id === "events" && program === "rxnetlink");
    expect(row.ratio).toBe(4);
  });

  it("come from disturbed rounds if there are no others", () => {
    const runs = [rtt("baseline", 5), rtt("rxnetlink", 10, { noise: 2 })];
    expect(summarize({ ...sample, runs }).map(({ ratio }) => ratio)).toEqual([1, 2]);
  });

  it("have no ratio without a baseline", () => {
    const runs = [rtt("rxnetlink", 10, { noise: undefined, max_rss_kb: undefined })];
    expect(summarize({ ...sample, runs })[0]).toMatchObject({ value: 10, quiet: 0 });
    expect(rowsOf(everything({ ...sample, runs }))[2].slice(2, 4)).toEqual(["10 µs (10 to 10)", ""]);
  });

  it("refer to rxjs in the same process, run by run", () => {
    const runs = [
      imports("rxnetlink", 100, 50),
      imports("rxnetlink", 200, 80),
      imports("rxnetlink", 100, 90),
    ];
    expect(summarize({ ...sample, runs })[0]).toMatchObject({
      id: "import",
      value: 80,
      ratio: 0.5,
      bestRatio: 0.4,
    });
  });

  it("reach their targets from the right side", () => {
    const at = (target, row) => reached({ unit: "µs", ...row, target });
    expect(at({ ratio: 2 }, { ratio: 2, value: 9 })).toBe(true);
    expect(at({ ratio: 2 }, { ratio: 2.1, value: 9 })).toBe(false);
    expect(at({ value: 20 }, { value: 21 })).toBe(false);
    expect(at({ value: 90 }, { value: 91, unit: "%" })).toBe(true);
    expect(at({ ratio: 2 }, { value: 1 })).toBe(undefined);
    expect(at(undefined, { value: 1 })).toBe(undefined);
  });

  it.each([
    [4.25e6, "4.25M"],
    [999_600, "1M"],
    [497_123, "497k"],
    [5039, "5039"],
    [4.81, "4.81"],
  ])("%d are spelt %s", (value, text) => expect(short(value)).toBe(text));
});

/** The rows of a Markdown table as cells, its head and rule among them. */
const rowsOf = (markdown) =>
  markdown
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe("the table of everything", () => {
  const rows = rowsOf(everything(sample));

  it("has a row for each program and figure", () => {
    expect(rows.slice(2).map(([figure, program]) => `${figure}: ${program}`)).toEqual([
      "First 5000 round trips, p50: baseline",
      "First 5000 round trips, p50: rxnetlink",
      "Storm: baseline",
      "Storm: rxnetlink",
      "Storm: <other>",
      "Storm, received: baseline",
      "Storm, received: rxnetlink",
      "Storm, received: <other>",
      "Storm, one event: <other>",
    ]);
  });

  it("shows range, ratio, memory, counts and quiet rounds", () => {
    expect(rows[3].slice(2)).toEqual(["45 µs (40 to 50)", "9 (10) × baseline", "2 MiB", "ok", "2 of 3"]);
  });

  it("shows which program died", () => {
    expect(rows.at(-1).slice(2)).toEqual(["", "", "", "**1 of 1 bad**: died of SIGABRT", "1 of 1"]);
  });

  it("reports noise, and provisional results", () => {
    expect(noiseNote(sample)).toMatch(/^8 of 9 runs were quiet/);
    expect(noiseNote({ ...sample, provisional: true })).toMatch(/^\*\*Provisional/);
  });
});

const report = `Date 2026-03-04 09:54:01 UTC; kernel 6.18
| rtt | floor | p50 4.8 us (4.7..4.9), p99 7.2 us | 1.00 (1.00) | ok | 5 of 5 |
| rtt | libnl | p50 12.4 us (12.2..12.7), p99 51.8 us | 2.57 (2.62) | ok | 5 of 5 |
| insert | libnl | 171k adds/s (122k..182k), 203k dels/s (151k..208k) | 2.92 (3.15) / 2.71 (3.56) | ok | 5 of 5 |
| paced | floor | 10.0k events/s (10.0k..10.0k), received 30.0k of 30.0k, 1.6 us CPU each | - | ok | 5 of 5 |
| paced | libnl | 10.0k events/s (10.0k..10.0k), received 30.0k of 30.0k, 4.8 us CPU each | - | ok | 5 of 5 |`;

describe("the table of targets", () => {
  const rows = rowsOf(targets(sample, barsOf(report)));

  it("shows what there is now, what others have, and what is to be reached", () => {
    expect(rows[0]).toEqual(["what", "now", "others", "target"]);
    expect(rows.slice(2)).toEqual([
      ["First 5000 round trips, p50", "45 µs, 9 × baseline", "libnl 2.57 ×", "at most 4 ×: **not reached**"],
      ["Storm", "150k events/s, 4 × baseline", "", "at most 1.1 ×: **not reached**"],
      ["Storm, received", "75 %", "", "at least 90 %: **not reached**"],
    ]);
  });

  it("shows directTransport() where it was measured too", () => {
    const runs = [...sample.runs, rtt("direct", 10)];
    const both = { ...sample, programs: [...sample.programs, "direct"], runs };
    expect(rowsOf(targets(both))[2][1]).toBe("45 µs, 9 × baseline; direct 2 ×");
  });
});

describe("the chart", () => {
  /** The names of all elements; fails where they are not nested as they must be. */
  function elements(svg) {
    const open = [];
    const names = [];
    for (const [, end, name, alone] of svg.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
      if (end) expect(open.pop()).toBe(name);
      else names.push(name);
      if (!end && !alone) open.push(name);
    }
    expect(open).toEqual([]);
    return names;
  }

  it("is well-formed and has a bar for each program that has a figure", () => {
    const svg = chart(sample, "");
    expect(elements(svg).filter((name) => name === "rect")).toHaveLength(1 + 2);
    expect(svg).not.toMatch(/NaN|undefined|<other>/);
    expect(svg).toContain("died of SIGABRT");
  });

  it("orders by speed, those without a figure last", () => {
    expect(groupsOf(sample).map(({ title, note }) => [title, note])).toEqual([
      ["First 5000 round trips, p50", "baseline: 5 µs"],
      ["Storm", "baseline: 600k events/s"],
    ]);
    expect(groupsOf(sample)[1].bars.map(({ program }) => program)).toEqual(["rxnetlink", "<other>"]);
  });

  it("takes further libraries from the report of `npm run bench`", () => {
    expect(barsOf(report)).toEqual([
      { id: "rtt", program: "libnl", ratio: 2.57, value: "12.4 µs" },
      { id: "insert", program: "libnl", ratio: 2.92, value: "171k routes/s" },
      { id: "delete", program: "libnl", ratio: 2.71, value: "203k routes/s" },
      { id: "paced-process", program: "libnl", ratio: expect.closeTo(3), value: "4.8 µs of CPU" },
    ]);
    const svg = chart(sample, report);
    expect(elements(svg).filter((name) => name === "rect")).toHaveLength(1 + 3);
    expect(svg).toContain("From another run (2026-03-04)");
  });
});

describe("the page", () => {
  it("is filled between its markers, and again", () => {
    const empty = readFileSync(new URL("../../docs/performance.md", import.meta.url), "utf8");
    const once = fill(empty, sample);
    expect(once).toContain("First 5000 round trips");
    expect(fill(once, sample)).toBe(once);
    expect(() => fill("no markers", sample)).toThrow("markers");
    expect(between("a<b>c<d>e", ["<b>", "<d>"], " new ")).toBe("a<b>\n\nnew\n\n<d>e");
  });

  it("and the chart show what bench/results.json holds (npm run bench:chart)", () => {
    for (const [file, text] of made()) expect(readFileSync(file, "utf8")).toBe(text);
  });
});
