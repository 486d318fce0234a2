import { EncodeError } from "@rxnetlink/core";
import { type DataType, integer, parseNumber, unusable } from "./data-type.js";
import { single } from "./interval.js";

const UNITS = [
  ["d", 86_400_000n],
  ["h", 3_600_000n],
  ["m", 60_000n],
  ["s", 1000n],
  ["ms", 1n],
] as const;

/** Returns a duration as nft prints it: `"1d2h"`. */
export function durationText(ms: bigint): string {
  if (ms === 0n) return "0s";
  let [rest, text] = [ms, ""];
  for (const [unit, size] of UNITS) {
    if (rest >= size) text += `${rest / size}${unit}`;
    rest %= size;
  }
  return text;
}

/** Durations, in milliseconds. */
export const duration: DataType<number | bigint> = {
  ...integer(32, "host", { name: "time", id: 18, print: durationText }),
  printEnd: (ms) => (ms % 1000n === 0n ? `${ms / 1000n}s` : durationText(ms)),
};

const DATE = { name: "date", id: 43, bits: 64, order: "host" } as const;

/** Points in time: a date, or ns since 1970. */
export const date: DataType<Date | bigint> = {
  ...DATE,
  parse(value) {
    if (!(value instanceof Date)) return parseNumber(DATE, value);
    if (Number.isNaN(value.getTime())) throw new EncodeError("the date is invalid");
    return single(BigInt(value.getTime()) * 1_000_000n);
  },
  print: (value) => `"${new Date(Number(value / 1_000_000n)).toISOString().slice(0, 19).replace("T", " ")}"`,
};

const HOUR = { name: "hour", id: 44, bits: 32, order: "host" } as const;
const two = (number: bigint) => String(number).padStart(2, "0");

/** Times of the day in UTC: `"17:00"`, `"17:00:01"`, or seconds since midnight. */
export const hour: DataType<string | number> = {
  ...HOUR,
  parse(value) {
    if (typeof value === "number") return parseNumber(HOUR, value);
    const parts = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(value);
    if (parts === null) throw unusable(HOUR, value);
    const [, hours, minutes, seconds = "0"] = parts;
    return single(BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)));
  },
  print(value) {
    const [hours, minutes, seconds] = [value / 3600n, (value / 60n) % 60n, value % 60n];
    return `"${two(hours)}:${two(minutes)}${seconds === 0n ? "" : `:${two(seconds)}`}"`;
  },
};

const CLASSID = { name: "classid", id: 23, bits: 32, order: "host" } as const;

/** Classes of traffic control: `"1:10"` in hexadecimal, `"root"`, `"none"`, or the number. */
export const classid: DataType<string | number> = {
  ...CLASSID,
  parse(value) {
    if (value === "root") return single(0xffffffffn);
    if (value === "none") return single(0n);
    const parts = /^([0-9a-f]{1,4}):([0-9a-f]{0,4})$/i.exec(String(value));
    if (parts === null) return parseNumber(CLASSID, value);
    return single((BigInt(`0x${parts[1]}`) << 16n) | BigInt(`0x${parts[2] || "0"}`));
  },
  print(value) {
    if (value === 0xffffffffn) return "root";
    return value === 0n ? "none" : `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  },
};
