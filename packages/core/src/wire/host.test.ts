import { endianness } from "node:os";
import { describe, expect, test, vi } from "vitest";
import { writeMessage } from "#src/message/nlmsg.js";
import { u32 } from "#src/schema/types/scalar.js";
import { Writer } from "#src/wire/writer.js";
import { decode, encode, hex, unhex } from "../../test/support/codec.js";
import { codecs } from "../../test/support/codecs.js";

vi.mock("#src/wire/host.js", () => ({ littleEndian: false }));

describe("on a machine of the other byte order", () => {
  test.each(codecs)("$name becomes $big", ({ type, value, big }) => {
    expect(hex(encode(type, value))).toBe(big);
    expect(decode(type, unhex(big))).toEqual(value);
  });

  test("a message's header is big-endian too", () => {
    const out = new Writer();
    writeMessage(out, { type: 16, flags: 5, sequence: 7, layout: u32, value: 1 });
    expect(hex(out.take())).toBe("00000014 00100005 00000007 00000000 00000001");
  });
});

test("the byte order is that of the host", async () => {
  const { littleEndian } = await vi.importActual<typeof import("#src/wire/host.js")>("#src/wire/host.js");
  expect(littleEndian).toBe(endianness() === "LE");
});
