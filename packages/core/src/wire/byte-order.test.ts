import { describe, expect, test } from "vitest";
import { attributes } from "#src/schema/attributes.js";
import { LEARNED_FROM } from "#src/schema/expected.js";
import { struct } from "#src/schema/struct.js";
import { eitherOrder } from "#src/schema/types/byte-order.js";
import { string } from "#src/schema/types/bytes.js";
import { be16, u16, u32 } from "#src/schema/types/scalar.js";
import { type ByteOrder, byteOrderOf, hostOrder, isForeign, viewOf } from "#src/wire/byte-order.js";
import { Writer } from "#src/wire/writer.js";
import { hex, unhex } from "../../test/support/codec.js";
import { codecs } from "../../test/support/codecs.js";

const otherOrder: ByteOrder = hostOrder === "little" ? "big" : "little";

describe("what a machine of the other byte order said", () => {
  test.each(codecs)("$name is written and read in its order", (codec) => {
    const out = new Writer(1, false, false, otherOrder);
    codec.type.write(out, codec.value);
    expect(hex(out.take())).toBe(codec[otherOrder]);
    const bytes = unhex(codec[otherOrder]);
    expect(codec.type.read(viewOf(bytes, otherOrder), 0, bytes.length)).toEqual(codec.value);
  });

  test("is read after the usual order of attributes was learned from this machine, too", () => {
    const set = attributes("set", "SET_", { id: [4, u32], port: [8, be16], name: [9, string] });
    const value = { id: 1, port: 80, name: "a" };
    const read = (byteOrder: ByteOrder) => {
      const out = new Writer(64, false, false, byteOrder);
      set.write(out, value);
      const bytes = out.take();
      return set.read(viewOf(bytes, byteOrder), 0, bytes.length);
    };
    for (let i = 0; i <= LEARNED_FROM; i++) expect(read(hostOrder)).toEqual(value);
    expect(read(otherOrder)).toEqual(value);
    expect(read(hostOrder)).toEqual(value);
  });

  test("is known by its view", () => {
    const [own, other] = [hostOrder, otherOrder].map((order) => viewOf(new Uint8Array(4), order)) as [
      DataView,
      DataView,
    ];
    expect([isForeign(own), isForeign(other)]).toEqual([false, true]);
    expect([byteOrderOf(own), byteOrderOf(other)]).toEqual([hostOrder, otherOrder]);
    expect(byteOrderOf(viewOf(new Uint8Array()))).toBe(hostOrder);
  });
});

describe("the halves of a number", () => {
  const lower = { id: u16 };
  const upper = { proto: be16 };
  const halves = eitherOrder<typeof lower & typeof upper>(
    struct("halves", { ...lower, ...upper }),
    struct("halves", { ...upper, ...lower }),
  );

  test.each([
    ["little", "0100abcd"],
    ["big", "abcd0001"],
  ] as const)("lie as on a %s-endian machine", (byteOrder, bytes) => {
    const out = new Writer(4, false, false, byteOrder);
    halves.write(out, { id: 1, proto: 0xabcd });
    expect(hex(out.take())).toBe(bytes);
    expect(halves.read(viewOf(unhex(bytes), byteOrder), 0, 4)).toEqual({ id: 1, proto: 0xabcd });
  });
});
