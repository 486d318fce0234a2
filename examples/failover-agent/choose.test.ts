import { TestScheduler } from "rxjs/testing";
import { expect, test } from "vitest";
import { choose } from "./choose.js";
import type { Health } from "./uplink.js";

const values: Record<string, readonly Health[]> = {
  b: ["ok", "ok"],
  f: ["ok", "noCarrier"],
  s: ["gatewaySilent", "ok"],
  n: ["absent", "noCarrier"],
};
const chosen = { 0: 0, 1: 1, x: undefined };

test.each([
  ["prefers the first one", "b----|", "0----|"],
  ["leaves one that fails at once", "b--s-|", "0--1-|"],
  ["returns once the first one has been healthy for some time", "b--s--b-------|", "0--1------0---|"],
  ["does not return to one that fails again meanwhile", "b--s--b--s--b-----|", "0--1------------0-|"],
  ["does not wait if nothing else is healthy", "s--n--f-----|", "1--x--0-----|"],
  ["stays where it is while none has proved itself", "n--s-b------|", "x--1-----0--|"],
  ["needs no proof of those that were healthy before", "s---b-------|", "1-------0---|"],
])("choose(4) %s", (_, input, output) => {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(
    ({ hot, expectObservable }) => {
      expectObservable(hot(input, values).pipe(choose(4))).toBe(output, chosen);
    },
  );
});
