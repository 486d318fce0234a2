import { EncodeError } from "@rxnetlink/core";
import { describe, expect, it } from "vitest";
import {
  bytesPerSecond,
  nsOf,
  PSCHED,
  parsePsched,
  probabilityOf,
  shareOf,
  ticksOf,
  usOf,
  xmitSize,
  xmitTime,
} from "#src/tc/values/units.js";

describe("bytesPerSecond", () => {
  it.each([
    ["10mbit", 1_250_000],
    ["8000", 1000],
    ["8000bit", 1000],
    ["1kbit", 125],
    ["1kibit", 128],
    ["1.5mbit", 187_500],
    ["10mbps", 10_000_000],
    ["1mibps", 1_048_576],
    ["40Gbit", 5_000_000_000],
    ["1tbit", 125_000_000_000],
    ["7", 0],
  ])("%s is %i bytes/s", (text, rate) => expect(bytesPerSecond(text)).toBe(rate));

  it.each(["", "fast", "10 mbit", "10m", "-1mbit", "1e6bit"])("rejects %j", (text) =>
    expect(() => bytesPerSecond(text)).toThrow(EncodeError),
  );
});

describe("the clock of the packet scheduler", () => {
  it("is parsed from /proc/net/psched", () => {
    expect(parsePsched("000003e8 00000040 000f4240 3b9aca00\n")).toEqual(PSCHED);
    expect(parsePsched("000003e8 00000400 000f4240 000f4240\n").ticksPerUs).toBeCloseTo(1000 / 1024);
  });

  it("counts whole µs of 15.625 ticks", () => {
    expect(ticksOf(1)).toBe(15);
    expect(ticksOf(1.9)).toBe(15);
    expect(ticksOf(1000)).toBe(15_625);
    expect(usOf(15_625)).toBe(1000);
  });

  it("expresses bursts as transmission times", () => {
    expect(xmitTime(125_000, 10_240)).toBe(1_280_000);
    expect(xmitSize(125_000, 1_280_000)).toBe(10_240);
    expect(xmitTime(5_000_000_000n, 1605)).toBe(0);
  });
});

it("probabilities and times have the kernel's units", () => {
  expect([0, 0.5, 1].map(probabilityOf)).toEqual([0, 0x8000_0000, 0xffff_ffff]);
  expect(shareOf(0xffff_ffff)).toBe(1);
  expect(nsOf(1.5)).toBe(1_500_000_000n);
});
