import { describe, expect, test } from "vitest";
import { Writer } from "#src/wire/writer.js";
import { hex } from "../../test/support/codec.js";

describe("Writer", () => {
  test("grows under appended bytes, zeros and room", () => {
    const out = new Writer(1);
    out.append(Uint8Array.of(1, 2, 3));
    out.zero(3);
    const at = out.room(2);
    out.view.setUint16(at, 0x0405);
    out.append(new Uint8Array(100).fill(7));
    const taken = out.take();
    expect(hex(taken.subarray(0, 8))).toBe("01020300 00000405");
    expect(taken).toHaveLength(108);
    expect(taken.at(-1)).toBe(7);
  });

  test("aligns with zeros, also over old content", () => {
    const out = new Writer();
    out.append(new Uint8Array(8).fill(0xff));
    out.take();
    out.append(Uint8Array.of(1));
    out.align();
    out.align();
    expect(hex(out.take())).toBe("01000000");
  });

  test("does not change bytes it has returned", () => {
    const out = new Writer();
    out.append(Uint8Array.of(1));
    const taken = out.take();
    out.append(Uint8Array.of(2));
    expect(taken).toEqual(Uint8Array.of(1));
    expect(out.take()).toEqual(Uint8Array.of(2));
    expect(out.take()).toHaveLength(0);
  });
});
