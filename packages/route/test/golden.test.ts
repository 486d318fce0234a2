import { endianness } from "node:os";
import { type AnyType, NLMSG_HDRLEN, Writer } from "@rxnetlink/core/schema";
import { expectGolden } from "@rxnetlink/testing";
import {
  decodeMessage,
  type Golden,
  golden,
  hexDump,
  layoutsOf,
  unknownAttributes,
} from "@rxnetlink/testing/golden";
import { describe, expect, test } from "vitest";
import { objects } from "./support/objects.js";

const folder = new URL("../../test/golden/", import.meta.url);
/** Messages assembled by hand from the kernel's headers, which no available kernel sends. */
const byHand = golden(new URL("../../test/golden/by-hand/", import.meta.url));
const layoutOf = layoutsOf(...objects);

/** Member that need not be encoded the same: the kernel sends a byte but accepts a flag. */
const ONE_WAY = /^linkinfo\.data\.vxlan\.ttlInherit 05 00 1c 00/;

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
function encodeAgain(bytes: Uint8Array, layout: AnyType, value: unknown): Uint8Array {
  const out = new Writer();
  out.append(bytes.subarray(0, NLMSG_HDRLEN));
  layout.write(out, value);
  out.align();
  return out.take();
}

/** Decodes and re-encodes a message, compares its members, and returns the decoded value. */
function thereAndBack(bytes: Uint8Array): unknown {
  const { layout, value } = decodeMessage(bytes, layoutOf);
  const again = encodeAgain(bytes, layout, value);
  const view = new DataView(again.buffer, again.byteOffset, again.length);
  expect(layout.read(view, NLMSG_HDRLEN, again.length)).toEqual(value);
  // The table of an action holds nothing else, so the headers of both belong to the message.
  const nest = /^\S+( ..){4}$|^action( ..){12}$/;
  const carried = membersOf(bytes, layout).filter((it) => !nest.test(it) && !ONE_WAY.test(it));
  expect(membersOf(again, layout)).toEqual(expect.arrayContaining(carried));
  return value;
}

const named = (files: Golden[]) => files.map((file) => [file.name, file] as const);

describe.skipIf(endianness() === "BE")("messages of a real kernel", () => {
  const files = golden(folder);
  test("are numerous", () => expect(files.length).toBeGreaterThan(24));

  test.for(named(files))("%s", ([name, file]) => {
    const value = thereAndBack(file.bytes);
    expect(value).toEqual(expectGolden(folder, name, layoutOf));
    for (const unknown of unknownAttributes(value)) console.log(`${name}: unknown ${unknown}`);
  });
});

describe.skipIf(endianness() === "BE")("messages assembled from the kernel's headers", () => {
  test.for(named(byHand))("%s", ([, file]) => {
    const value = thereAndBack(file.bytes);
    expect(value).toEqual(file.value);
    expect(unknownAttributes(value)).toEqual([]);
  });
});
