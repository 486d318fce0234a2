// Notation that tc shares among qdiscs.

import { redFlags } from "#src/tc/values/red-qopt.js";
import { shareOf, usOf } from "#src/tc/values/units.js";
import type { Json } from "../../../support/tc/case.js";

/** Formats a number as C prints `%g`. */
export const g = (value: number) => Number(value.toPrecision(6));
export const share = (value: number) => g(shareOf(value));
export const yes = (value: number | undefined) => value === 1;
export const probability = (maxP: number | undefined) => g((maxP ?? 0) / 2 ** 32);
export const clock = (id: number | undefined) => (id === 11 ? "TAI" : id);

/** Formats a size as iproute2's `sprint_size` does: in KiB if it is close to a multiple. */
const sizeAsTc = (size: number) =>
  size >= 1024 && Math.abs(1024 * Math.round(size / 1024) - size) < 16
    ? `${Math.round(size / 1024)}Kb`
    : `${Math.trunc(size)}b`;

/** Formats the bytes sent in a time in ticks, which tc truncates to µs. */
export const burst = (rate: number, ticks: number) =>
  sizeAsTc(Math.trunc((rate * Math.trunc(usOf(ticks))) / 1e6));

export const redFlagsAsTc = (flags: number) => ({
  ecn: redFlags.has(flags, "ecn"),
  harddrop: redFlags.has(flags, "harddrop"),
  adaptive: redFlags.has(flags, "adaptative"),
  nodrop: redFlags.has(flags, "nodrop"),
});

/** Returns members under tc's names. */
export function named<T extends object>(
  value: T | undefined,
  names: Readonly<Record<string, keyof T>>,
): Json {
  return Object.fromEntries(Object.entries(names).map(([name, key]) => [name, value![key]]));
}
