import { expect, it } from "vitest";
import { hexdump } from "#src/cli/text/hexdump.js";

it("has the columns of hexdump -C", () => {
  const bytes = Uint8Array.from([...Buffer.from("eth0"), 0, 0x7f, 0xff, ...Buffer.alloc(9), 1]);
  expect(hexdump(bytes)).toEqual([
    "00000000  65 74 68 30 00 7f ff 00  00 00 00 00 00 00 00 00  |eth0............|",
    "00000010  01                                                |.|",
  ]);
  expect(hexdump(new Uint8Array())).toEqual([]);
});
