import { EncodeError } from "@rxnetlink/core";
import { Writer } from "@rxnetlink/core/schema";
import { expect, test } from "vitest";
import { unixName } from "#src/unix/name.js";

function written(name: string): string {
  const out = new Writer();
  unixName.write(out, name);
  return new TextDecoder("latin1").decode(out.take());
}
function read(text: string): string {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  return unixName.read(new DataView(bytes.buffer), 0, bytes.length);
}

test.each([
  ["a path", "/run/x", "/run/x\0"],
  ["an abstract name", "@x", "\0x"],
  ["an abstract name with NULs", "@x\0\0y\0", "\0x\0\0y\0"],
  ["an abstract name without characters", "@", "\0"],
])("%s", (_, name, bytes) => {
  expect(read(bytes)).toBe(name);
  expect(written(name)).toBe(bytes);
});

test("what cannot be a name is refused", () => {
  expect(read("")).toBe("");
  for (const wrong of ["/a\0b", 1, null]) expect(() => written(wrong as string)).toThrow(EncodeError);
});
