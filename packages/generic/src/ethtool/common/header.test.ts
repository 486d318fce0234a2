import { DecodeError, EncodeError } from "@rxnetlink/core";
import { attributes, readOnly, u32, Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { header, ofLink } from "#src/ethtool/common/header.js";

const set = attributes("things", "THING_", { header: [1, header], size: [2, u32], most: [3, readOnly(u32)] });
const thing = ofLink("thing", set);
const flagged = { devIndex: 2, devName: "eth0", size: 5 };

function written(value: object, request = true): Writer {
  const out = new Writer(undefined, request);
  thing.write(out, value as never);
  return out;
}

function nested(value: object, request = true) {
  const out = written(value, request);
  return set.read(out.view, 4, out.at);
}

describe("the header of a message", () => {
  test("is nested when it is sent", () => {
    expect(nested({ devName: "eth0", headerFlags: 4, phyIndex: 1, size: 5 })).toEqual({
      header: { devName: "eth0", flags: 4, phyIndex: 1 },
      size: 5,
    });
  });

  test("is in each request, even if it names no link", () => {
    expect(nested({ size: 5 })).toEqual({ header: {}, size: 5 });
    expect(nested({ size: 5 }, false)).toEqual({ size: 5 });
  });

  test("is flat when it is read, and keeps what is unknown", () => {
    const out = new Writer();
    const unknown = [{ type: 9, bytes: Uint8Array.of(1) }];
    out.zero(4);
    set.write(out, { header: { devIndex: 2, devName: "eth0", unknown }, size: 5 });
    const value = thing.read(out.view, 0, out.at);
    expect(value).toEqual({ ...flagged, header: { unknown } });
    expect(nested(value, false)).toEqual({ header: { devIndex: 2, devName: "eth0", unknown }, size: 5 });
  });

  test("is left out by a layout that reads other members", () => {
    const out = written(flagged, false);
    const read = (...keys: string[]) => thing.only!(new Set(keys)).read(out.view, 0, out.at);
    expect(read("size")).toEqual({ size: 5 });
    expect(read("devName")).toEqual({ devName: "eth0" });
    expect(read("devIndex", "size")).toEqual({ devIndex: 2, size: 5 });
  });

  test("has no place in errors", () => {
    expect(() => written({ devIndex: "x" })).toThrow(expect.objectContaining({ path: "devIndex" }));
    expect(() => written({ headerFlags: { nonsense: true } })).toThrow(
      expect.objectContaining({ path: "headerFlags.nonsense" }),
    );
    expect(() => written({ size: "x" })).toThrow(expect.objectContaining({ path: "size" }));
    const out = written(flagged, false);
    expect(thing.locate!(out.view, 0, out.at, 8).path).toEqual(["devIndex"]);
    expect(() => thing.read(out.view, 0, out.at - 2)).toThrow(DecodeError);
  });
});

describe("a read-only member", () => {
  test("is refused if it was written by hand", () => {
    expect(() => written({ devName: "eth0", most: 9 })).toThrow(EncodeError);
    expect(() => written({ devName: "eth0", most: 9 })).toThrow(expect.objectContaining({ path: "most" }));
  });

  test("is left out of a listed value", () => {
    expect(nested({ ...flagged, most: 9 })).toEqual({ header: { devIndex: 2, devName: "eth0" }, size: 5 });
  });
});
