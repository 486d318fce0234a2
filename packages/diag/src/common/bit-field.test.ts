import { EncodeError } from "@rxnetlink/core";
import { struct, u8, u32, Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { bit, bitField, continued } from "#src/common/bit-field.js";

const flags = struct("flags", {
  low: bitField(u8, 0, 4),
  high: continued(u8, 4, 4),
  on: bit(u8, 0),
  mode: continued(u8, 1, 2),
  _: u8,
  wide: bitField(u32, 0, 8),
  rest: continued(u32, 8, 24),
});

function written(value: object): number[] {
  const out = new Writer();
  flags.write(out, value as never);
  return [...out.take()];
}
const read = (bytes: number[]) => flags.read(new DataView(Uint8Array.from(bytes).buffer), 0, bytes.length);
const little = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

describe.skipIf(!little)("bit fields", () => {
  const value = { low: 7, high: 10, on: true, mode: 2, _: 0, wide: 0x12, rest: 0x34_56_78 };
  const bytes = [0xa7, 0x05, 0, 0x12, 0x78, 0x56, 0x34];

  test("share the bytes of their unit", () => {
    expect(read(bytes)).toEqual(value);
    expect(written(value)).toEqual(bytes);
    expect(flags.size).toBe(bytes.length);
  });

  test("are 0 where they are absent", () => {
    expect(written({ high: 1, mode: 1, rest: 1 })).toEqual([0x10, 2, 0, 0, 1, 0, 0]);
  });

  test("refuse what does not fit", () => {
    for (const wrong of [{ low: 16 }, { high: -1 }, { on: 1 }, { mode: 0.5 }])
      expect(() => written(wrong)).toThrow(EncodeError);
  });

  test("match alone", () => {
    const matches = flags.member!("high")!.matcher!(10);
    expect([matches(10), matches(7)]).toEqual([true, false]);
    expect(() => flags.member!("high")!.matcher!(16)).toThrow(EncodeError);
  });
});
