// Expressions as bytes, without a kernel.

import { DecodeError } from "@rxnetlink/core";
import { Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { type Expression, expressionList, formatExpressions } from "#src/nftables/index.js";
import { written } from "../support/nftables/written.js";

function encode(expressions: Expression[], request = false): Uint8Array {
  const out = new Writer(64, request);
  expressionList.write(out, expressions);
  return out.take();
}

/** Decodes bytes that lie between others. */
function decode(bytes: Uint8Array): Expression[] {
  const around = new Uint8Array(bytes.length + 8).fill(0xee);
  around.set(bytes, 4);
  return expressionList.read(new DataView(around.buffer), 4, 4 + bytes.length);
}

const unhex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(/\s/g, ""), "hex"));

const rules = written.map(([data, before = []]) => [...before, data].map((each) => ({ data: each })));

/** Decodes bytes, prints the result, and encodes it again; all may fail only as bytes that are no expressions do. */
function survives(bytes: Uint8Array): boolean {
  let value: Expression[];
  try {
    value = decode(bytes);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return false;
  }
  expect(formatExpressions(decode(encode(value)))).toBe(formatExpressions(value));
  return true;
}

describe("expressions", () => {
  test.each(rules.map((it) => [formatExpressions(it), it] as const))(
    "are decoded as encoded: %s",
    (_, expressions) => {
      const again = decode(encode(expressions));
      expect(again).toMatchObject(expressions);
      expect(encode(again)).toEqual(encode(expressions));
    },
  );

  test("have the bytes that nft sends", () => {
    // ip daddr 192.0.2.0/24 jump x
    const sent = unhex(`
      3400 0180 0c00 0100 7061796c6f616400 2400 0280
        0800 0100 00000001 0800 0200 00000001 0800 0300 00000010 0800 0400 00000003
      2c00 0180 0800 0100 636d7000 2000 0280
        0800 0100 00000001 0800 0200 00000000 0c00 0380 0700 0100 c0000200
      3800 0180 0e00 0100 696d6d6564696174 65000000 2400 0280
        0800 0100 00000000 1800 0280 1400 0280 0800 0100 fffffffd 0600 0200 78000000`);
    const expressions: Expression[] = [
      { name: "payload", data: { payload: { dreg: 1, base: "network", offset: 16, len: 3 } } },
      { name: "cmp", data: { cmp: { sreg: 1, op: "eq", data: { value: Uint8Array.of(192, 0, 2) } } } },
      {
        name: "immediate",
        data: { immediate: { dreg: 0, data: { verdict: { code: "jump", chain: "x" } } } },
      },
    ];
    expect(decode(sent)).toEqual(expressions);
    const bytes = encode(expressions);
    expect(Buffer.from(bytes).toString("hex")).toBe(Buffer.from(sent).toString("hex"));
  });

  test("keep what they do not know", () => {
    const unknown = unhex("2000 0180 0800 0100 6e657700 1400 0280 0800 0100 00000001 0800 0900 cafecafe");
    const value = decode(unknown);
    expect(value).toEqual([{ name: "new", data: { unknown: unknown.slice(16) } }]);
    expect(encode(value)).toEqual(unknown);

    const newer = unhex(
      "1c00 0180 0a00 0100 68617368 00000000 0c00 0280 0800 1e00 00000001".replace("0a00", "0900"),
    );
    const [hash] = decode(newer);
    expect(hash).toEqual({
      name: "hash",
      data: { hash: { unknown: [{ type: 30, bytes: Uint8Array.of(0, 0, 0, 1) }] } },
    });
  });

  test("take their name from their settings, and must not contradict it", () => {
    expect(decode(encode([{ data: { counter: { packets: 1n } } }]))[0]).toHaveProperty("name", "counter");
    expect(() => encode([{ name: "limit", data: { counter: {} } }])).toThrow("name is limit");
    expect(() => encode([{ data: { meta: { key: "marc" as never, dreg: 1 } } }])).toThrow(
      /\[0\].*meta.key.*mark/,
    );
  });

  test("are bytes that break in many ways, of which none is fatal", () => {
    let whole = 0;
    for (const bytes of rules.map((each) => encode(each))) {
      for (let at = 0; at < bytes.length; at++) {
        survives(bytes.slice(0, at));
        for (const value of [0, 1, 0x7f, 0xff]) {
          const changed = bytes.slice();
          changed[at] = value;
          if (survives(changed)) whole++;
        }
      }
    }
    expect(whole).toBeGreaterThan(1000);
  });
});
