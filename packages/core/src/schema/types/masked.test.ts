import { expect, test } from "vitest";
import { EncodeError } from "#src/errors/errors.js";
import { attributes } from "#src/schema/attributes.js";
import { message } from "#src/schema/message.js";
import { struct } from "#src/schema/struct.js";
import type { AnyType } from "#src/schema/type.js";
import { flags } from "#src/schema/types/flags.js";
import { masked, maskOf } from "#src/schema/types/masked.js";
import { u8 } from "#src/schema/types/scalar.js";
import { Writer } from "#src/wire/writer.js";
import { hex } from "../../../test/support/codec.js";

const bits = flags("F_", u8, { up: 1, promisc: 2, top: 0x80 });
const inStruct = struct("s", { flags: masked(bits, "mask"), mask: maskOf(bits) });
const inMessage = message(
  "m",
  struct("h", { flags: masked(bits, "mask"), mask: maskOf(bits) }),
  attributes("a", "A_", {}),
);
const inSet = attributes("a", "A_", { flags: [1, masked(u8, "mask")], mask: [2, maskOf(u8)] });

/** Returns the bytes written in a request, or elsewhere. */
function written(type: AnyType, value: unknown, request = true): string {
  const out = new Writer(64, request);
  type.write(out, value);
  return hex(out.take()).replaceAll(" ", "");
}

test.each([
  [inStruct, { flags: 5 }, "0505"],
  [inStruct, { flags: 0, mask: 4 }, "0004"],
  [inStruct, { flags: 5, mask: 0 }, "0505"],
  [inStruct, { flags: 0, mask: 0 }, "0000"],
  [inStruct, { flags: { up: true, promisc: false } }, "0103"],
  [inStruct, { flags: { promisc: false }, mask: 0x80 }, "0002"],
  [inMessage, { flags: { top: true, up: false } }, "80810000"],
  [inMessage, {}, "00000000"],
  [inSet, { mask: 3, flags: 1 }, "05000200030000000500010001000000"],
])("%o of %o is %s", (type, value, bytes) => {
  expect(written(type, value)).toBe(bytes);
});

test("writes anything but requests unchanged", () => {
  expect(written(inStruct, { flags: 0 }, false)).toBe("0000");
  expect(written(inStruct, { flags: 5, mask: 0 }, false)).toBe("0500");
  expect(written(inStruct, { flags: { promisc: true } }, false)).toBe("0200");
});

test("a change looks up no mask", () => {
  expect(inStruct.lacks?.({ flags: 5 } as never)).toBeUndefined();
  expect(inStruct.complete?.({ flags: { up: true } } as never, { flags: 7, mask: 7 })).toEqual({
    flags: { up: true },
  });
});

test.each([
  [inStruct, "flags: 0 selects no bit; name those to clear: { up: false }, or by mask"],
  [inMessage, "flags: 0 selects no bit; name those to clear: { up: false }, or by mask"],
  [inSet, "flags: 0 selects no bit; name those to clear: by mask"],
])("0 alone names nothing", (type, text) => {
  expect(() => written(type, { flags: 0 })).toThrow(new EncodeError(text));
});
