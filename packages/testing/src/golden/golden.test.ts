import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  decodeMessage,
  fromNotation,
  golden,
  toNotation,
  unknownAttributes,
  writeGolden,
} from "#src/golden/golden.js";
import { encoded, layout, layoutOf } from "../../test/support/thing.js";

const folder = mkdtempSync(join(tmpdir(), "golden-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("reads a golden file as it was written", () => {
  const value = { index: 3, name: "a name", unknown: [{ type: 9, bytes: Uint8Array.of(1, 2) }] };
  const file = { name: "thing", command: "make\nthing", kernel: "6.1", bytes: encoded(value), value };
  writeGolden(folder, file, layout);
  expect(golden(folder)).toEqual([{ ...file, command: "make; thing" }]);
  expect(decodeMessage(file.bytes, layoutOf).value).toEqual(value);
});

test("names each member of a message next to its bytes", () => {
  const text = readFileSync(join(folder, "thing.hex"), "utf8");
  expect(text.split("\n").map((line) => line.split("#")[1]?.trim())).toEqual([
    "command: make; thing",
    "kernel: 6.1",
    undefined,
    "nlmsghdr",
    "thing",
    "name",
    "[attribute 9]",
    undefined,
  ]);
});

test("reports unknown attributes and unknown kinds by path", () => {
  const value = {
    unknown: [{ type: 0x8009, bytes: new Uint8Array() }],
    rows: [{ data: { unknown: Uint8Array.of(1) } }],
  };
  expect(unknownAttributes(value)).toEqual(["message: attribute 9", "rows.0.data: no layout of this kind"]);
});

test("converts bigints and bytes in both directions", () => {
  const value = {
    big: -12n,
    bytes: Uint8Array.of(0, 255),
    none: new Uint8Array(),
    texts: ["12n", "hex:00", "text:x", "plain"],
    number: 12,
  };
  expect(JSON.parse(toNotation(value))).toEqual({
    big: "-12n",
    bytes: "hex:00 ff",
    none: "hex:",
    texts: ["text:12n", "text:hex:00", "text:text:x", "plain"],
    number: 12,
  });
  expect(fromNotation(toNotation(value))).toEqual(value);
});

test("rejects messages of other types", () => {
  expect(() => layoutOf(101)).toThrow("no layout for messages of type 101");
});
