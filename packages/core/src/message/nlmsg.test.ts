import { describe, expect, test } from "vitest";
import { DecodeError, EncodeError } from "#src/errors/errors.js";
import { eachMessage, type MessageHeader, writeMessage } from "#src/message/nlmsg.js";
import { chars, unterminated } from "#src/schema/types/bytes.js";
import { u32 } from "#src/schema/types/scalar.js";
import { Writer } from "#src/wire/writer.js";
import { hex, thrown, unhex, viewOf } from "../../test/support/codec.js";

/** Returns a message whose header has the length `length`, followed by `payload`. */
function bytesOf(length: number, payload: string): string {
  const word = (x: number) => x.toString(16).padStart(8, "0").match(/../g)!.reverse().join("");
  return `${word(length)} 1000 0500 07000000 e8030000 ${payload}`;
}

interface Visit {
  readonly header: MessageHeader;
  readonly payload: string;
}
function visits(text: string): { seen: Visit[]; error?: unknown } {
  const view = viewOf(unhex(text));
  const seen: Visit[] = [];
  const walk = () =>
    eachMessage(view, 0, view.byteLength, (header, all, at, end) => {
      seen.push({ header, payload: hex(new Uint8Array(all.buffer, all.byteOffset + at, end - at)) });
    });
  try {
    walk();
    return { seen };
  } catch (error) {
    return { seen, error };
  }
}

describe("eachMessage", () => {
  test("visits the messages of one datagram in order, each without its padding", () => {
    const { seen, error } = visits(bytesOf(18, "0102 0000") + bytesOf(16, "") + bytesOf(20, "0a0b0c0d"));
    expect(error).toBeUndefined();
    expect(seen.map(({ payload }) => payload)).toEqual(["0102", "", "0a0b0c0d"]);
    expect(seen[0]?.header).toEqual({ length: 18, type: 16, flags: 5, sequence: 7, portId: 1000 });
  });

  test("the last message may lack its padding; a tail shorter than a header is ignored", () => {
    expect(visits(bytesOf(17, "01")).seen).toHaveLength(1);
    expect(visits(`${bytesOf(16, "")} ffffffff ffffff`)).toMatchObject({ seen: [{ payload: "" }] });
    expect(visits("")).toEqual({ seen: [] });
  });

  test.each([0, 1, 15, 21, 0x7fff_ffff, 0xffff_ffff])(
    "a length of %i is refused after those before it",
    (length) => {
      const { seen, error } = visits(bytesOf(16, "") + bytesOf(length, "01020304"));
      expect(seen).toHaveLength(1);
      expect(error).toBeInstanceOf(DecodeError);
      expect(error).toHaveProperty("message", `a message of type 16 claims ${length} bytes, but 20 are left`);
    },
  );

  test("begins and ends at the given offsets", () => {
    const view = viewOf(unhex(`ffffffff ${bytesOf(16, "")} ffffffff ffffffff ffffffff ffffffff`));
    const seen: number[] = [];
    eachMessage(view, 4, 20, (_header, _view, at, end) => seen.push(at, end));
    expect(seen).toEqual([20, 20]);
  });
});

describe("writeMessage", () => {
  test("counts the header but not the padding", () => {
    const out = new Writer(1);
    writeMessage(out, { type: 16, flags: 5, sequence: 7, layout: unterminated, value: "ab" });
    writeMessage(out, { type: 17, flags: 0, sequence: 8, portId: 1000, layout: u32, value: 1 });
    expect(hex(out.take())).toBe(
      hex(unhex("12000000 10000500 07000000 00000000 61620000 14000000 11000000 08000000 e8030000 01000000")),
    );
  });

  test("appends nothing if the value does not fit", () => {
    const out = new Writer();
    writeMessage(out, { type: 16, flags: 5, sequence: 7, layout: u32, value: 1 });
    const error = thrown(() =>
      writeMessage(out, { type: 16, flags: 5, sequence: 8, layout: chars(4), value: "long" }),
    );
    expect(error).toBeInstanceOf(EncodeError);
    expect(out.take()).toHaveLength(20);
  });
});
