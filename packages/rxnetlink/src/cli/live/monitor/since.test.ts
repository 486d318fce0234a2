import { expect, it } from "vitest";
import { timeBefore } from "#src/cli/live/monitor/since.js";

const now = new Date(2026, 10, 30, 18, 30, 5, 250);
const at = (...[hours, minutes = 0, seconds = 0, ms = 0]: [number, number?, number?, number?]) =>
  new Date(2026, 10, 30, hours, minutes, seconds, ms).getTime();

it.each([
  ["90s", at(18, 28, 35, 250)],
  ["1h30m", at(17, 0, 5, 250)],
  ["250ms", at(18, 30, 5)],
  ["today", at(0)],
  ["yesterday", at(-24)],
  ["9:05", at(9, 5)],
  ["18:29:59", at(18, 29, 59)],
  ["2026-11-30T18:00:00Z", Date.UTC(2026, 10, 30, 18)],
  ["2026-11-30T18:00", at(18)],
])("%s is a time", (text, time) => expect(timeBefore(text, now.getTime())).toBe(time));

it.each(["", "soon", "10", "10x", "18:5"])("refuses %j", (text) =>
  expect(() => timeBefore(text, now.getTime())).toThrow("It must be a duration"),
);
