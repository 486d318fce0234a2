// Runs the marble diagrams of the documentation in virtual time: what the site draws is what the operators do.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { delay, of } from "rxjs";
import { TestScheduler } from "rxjs/testing";
import { describe, expect, it } from "vitest";
import { FlowControl } from "../packages/core/dist/index.js";
import * as operators from "../packages/core/dist/operators.js";
import * as route from "../packages/route/dist/index.js";
import { read, root } from "./snippets.mjs";
import { draw, parse } from "./theme/marbles.mjs";

/** The sources of all packages, and the pages. */
const files = ["docs", ...readdirSync(join(root, "packages")).map((name) => `packages/${name}/src`)]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`),
  )
  .filter((file) => /\.(ts|md)$/.test(file));
const diagrams = files.flatMap((file) =>
  [...read(file).matchAll(/```marbles\n(.*?)```/gs)].map(([, text]) => {
    const [source, { code }, result] = parse(text.replace(/^ \* ?/gm, "")).rows;
    return { file, source, code, result };
  }),
);

/** Names that the operators of diagrams use. */
const scope = {
  ...operators,
  ...route,
  isUpperCase: (text) => text === text.toUpperCase(),
  lowerCase: (text) => text.toLowerCase(),
  work: (value) => of(value).pipe(delay(5)),
  dropped: () => {},
  watch: new FlowControl(),
};

const event = (type, previous, current) => ({ type, previous, current, revision: 0, inferred: false });
const flags = route.linkFlags.of("up", "lowerUp");
const [down, up] = [{ operstate: "down" }, { operstate: "up" }];
const isLink = { index: 2, operstate: "up", flags };
const ready = { index: 2, local: "2001:db8::1", flags: 0 };
const tentative = { ...ready, flags: route.addressFlags.of("tentative") };
const addresses = (...all) => new Map(all.entries());

/** Values of diagrams whose letters stand for something, and how long a column lasts. */
const MEANINGS = {
  "rate((bytes) => ({ bytes }))": {
    column: 100,
    values: { a: 0, b: 300, c: 300, d: 750, x: { bytes: 600 }, y: { bytes: 0 }, z: { bytes: 500 } },
  },
  'distinctField("operstate")': {
    values: {
      a: event("added", undefined, down),
      s: { type: "synced" },
      u: event("changed", down, up),
      m: event("changed", up, { ...up, mtu: 9000 }),
      d: event("changed", up, down),
      r: event("removed", down),
    },
    results: {
      u: { previous: "down", current: "up", value: up, revision: 0 },
      d: { previous: "up", current: "down", value: down, revision: 0 },
    },
  },
  "waitForUp()": {
    values: {
      a: { type: "absent" },
      d: { type: "present", link: { ...isLink, ...down } },
      u: { type: "present", link: isLink },
      l: isLink,
    },
  },
  "waitForAddress({ index: 2 })": {
    values: { n: addresses(), t: addresses(tentative), r: addresses(ready), a: ready },
  },
};

/** What an expression evaluates to, in the scope of the diagrams. */
const evaluate = (code) => new Function(...Object.keys(scope), `return ${code}`)(...Object.values(scope));

/** Lets each column of a stream last a number of milliseconds. */
function stretched(marbles, column) {
  if (column === 1) return marbles;
  return [...marbles].map((sign) => (sign === "-" ? `${column}ms ` : `${sign} ${column - 1}ms `)).join("");
}

/** What was emitted when; of errors, only that there was one. */
const seen = (messages) =>
  messages.map(({ frame, notification: { kind, value } }) => ({ frame, kind, value }));

describe("the marble diagrams", () => {
  it("are many", () => {
    expect(diagrams.length).toBeGreaterThan(8);
  });

  it.each(diagrams)("show what $code of $file does", ({ source, code, result }) => {
    const { column = 1, values, results = values } = MEANINGS[code] ?? {};
    const scheduler = new TestScheduler((actual, expected) => expect(seen(actual)).toEqual(seen(expected)));
    scheduler.run(({ cold, expectObservable }) => {
      const source$ = cold(stretched(source.marbles, column), values);
      expectObservable(source$.pipe(evaluate(code))).toBe(stretched(result.marbles, column), results);
    });
  });

  it("are drawn with each value in its column", () => {
    const svg = draw("source  -a-(b|)\n        map(f)\nresult  -#\nA note.\n");
    expect(svg.match(/<circle cx="\d+" cy="22"/g)).toEqual([
      '<circle cx="110" cy="22"',
      '<circle cx="144" cy="22"',
    ]);
    expect(svg).toContain("<title>error</title>");
    expect(svg).toContain(">map(f)</text>");
    expect(svg).toContain("<figcaption>A note.</figcaption>");
  });
});
