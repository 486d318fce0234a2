import { EncodeError } from "@rxnetlink/core";
import { Writer } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { commentUserdata } from "#src/nftables/userdata/comment.js";
import { setUserdata } from "#src/nftables/userdata/set.js";

const read = <T>(layout: { read(view: DataView, at: number, end: number): T }, ...bytes: number[]): T =>
  layout.read(new DataView(Uint8Array.from(bytes).buffer), 0, bytes.length);
function written<T>(layout: { write(out: Writer, value: T): void }, value: T): number[] {
  const out = new Writer();
  layout.write(out, value);
  return [...out.take()];
}

const comment = [0, 3, 0x68, 0x69, 0];

test("a comment", () => {
  expect(read(commentUserdata, ...comment)).toEqual({ comment: "hi" });
  expect(written(commentUserdata, { comment: "hi" })).toEqual(comment);
});

test.each([
  [
    "a member that is unknown",
    [...comment, 9, 2, 1, 2],
    { comment: "hi", unknown: [{ type: 9, bytes: Uint8Array.of(1, 2) }] },
  ],
  ["bytes that are no members", [1, 2, 3], { raw: Uint8Array.of(1, 2, 3) }],
  ["a length that reaches too far", [0, 9, 0x68], { raw: Uint8Array.of(0, 9, 0x68) }],
  ["a comment without its NUL", [0, 1, 0x68], { raw: Uint8Array.of(0, 1, 0x68) }],
  ["members in another order", [9, 0, ...comment], { raw: Uint8Array.from([9, 0, ...comment]) }],
  [
    "a member that comes twice",
    [...comment, ...comment],
    { comment: "hi", unknown: [{ type: 0, bytes: Uint8Array.of(0x68, 0x69, 0) }] },
  ],
  ["nothing", [], {}],
])("%s is kept, and written as it was", (_, bytes, value) => {
  expect(read(commentUserdata, ...bytes)).toEqual(value);
  expect(written(commentUserdata, value)).toEqual(bytes);
});

test("the notes of nft about a set, one inside another", () => {
  const value = {
    keyByteorder: "bigEndian",
    mergeElements: 1,
    keyTypeof: { expr: 7, data: Uint8Array.of(1) },
    comment: "x",
  } as const;
  const bytes = written(setUserdata, value);
  expect(bytes.slice(0, 2)).toEqual([0, 4]);
  expect(read(setUserdata, ...bytes)).toEqual(value);
});

test("errors name the member", () => {
  expect(() => written(commentUserdata, { comment: "x".repeat(255) })).toThrow(EncodeError);
  expect(() => written(commentUserdata, { comment: 5 as never })).toThrow("comment");
});
