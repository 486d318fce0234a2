import { endianness } from "node:os";
import { type AnyType, align, type ByteOrder, NLMSG_HDRLEN, viewOf, Writer } from "@rxnetlink/core/schema";
import { describe, expect, test } from "vitest";
import { expectGolden } from "../golden/expect-golden.js";
import { decodeMessage, golden, hexDump, unknownAttributes } from "../golden/golden.js";
import { byHand, type Messages, named } from "./messages.js";

/** Facts about the golden files of a family. */
export interface GoldenRules extends Messages {
  /** Number of messages that there are at least. */
  readonly atLeast: number;
  /** Members, as in a dump, that need not be encoded the same. */
  readonly oneWay?: RegExp;
}

/** Nests, whose members are compared one by one. */
const NEST = /^\S+( ..){4}$/;

/** Returns each member of a message with its bytes, without `NLA_F_NESTED`, which the kernel sets inconsistently. */
function membersOf(bytes: Uint8Array, layout: AnyType): string[] {
  const pieces = hexDump(bytes, layout).matchAll(/^(.*?) *# (.*)\n((?:[^#\n]+\n)*)/gm);
  return Array.from(pieces, ([, first, name, more]) =>
    `${name} ${first} ${more}`
      .replace(/\s+/g, " ")
      .replace(/^(\S+ .. .. ..) 8/, "$1 0")
      .trim(),
  );
}

/** Encodes the value of a message again. */
function encodeAgain(bytes: Uint8Array, layout: AnyType, value: unknown, byteOrder?: ByteOrder): Uint8Array {
  const out = new Writer(undefined, false, false, byteOrder);
  out.append(bytes.subarray(0, NLMSG_HDRLEN));
  layout.write(out, value);
  out.align();
  return out.take();
}

/** Returns a message with the padding of its last attribute, which the kernel omits from some. */
function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(align(bytes.length));
  whole.set(bytes);
  return whole;
}

/** Decodes and re-encodes a message, compares its members, and returns the decoded value. */
function thereAndBack(bytes: Uint8Array, { layoutOf, oneWay }: GoldenRules): unknown {
  const { layout, value } = decodeMessage(bytes, layoutOf);
  const again = encodeAgain(bytes, layout, value);
  expect(layout.read(viewOf(again), NLMSG_HDRLEN, again.length)).toEqual(value);
  const big = encodeAgain(bytes, layout, value, "big");
  expect(layout.read(viewOf(big, "big"), NLMSG_HDRLEN, big.length)).toEqual(value);
  const carried = membersOf(padded(bytes), layout).filter((it) => !NEST.test(it) && !oneWay?.test(it));
  expect(membersOf(again, layout)).toEqual(expect.arrayContaining(carried));
  return value;
}

/** Tests that golden files are decoded to their values, and encoded again to their bytes. */
export function goldenGate(rules: GoldenRules): void {
  const { folder, layoutOf, atLeast } = rules;
  const files = golden(folder);
  describe.skipIf(endianness() === "BE")("messages of a real kernel", () => {
    test("are numerous", () => expect(files.length).toBeGreaterThanOrEqual(atLeast));

    test.for(named(files))("%s", ([name, file]) => {
      const value = thereAndBack(file.bytes, rules);
      expect(value).toEqual(expectGolden(folder, name, layoutOf));
      for (const unknown of unknownAttributes(value)) console.log(`${name}: unknown ${unknown}`);
    });
  });

  const assembled = byHand(rules);
  describe.skipIf(endianness() === "BE" || assembled.length === 0)(
    "messages assembled from the kernel's headers",
    () => {
      test.for(named(assembled))("%s", ([, file]) => {
        const value = thereAndBack(file.bytes, rules);
        expect(value).toEqual(file.value);
        expect(unknownAttributes(value)).toEqual([]);
      });
    },
  );
}
