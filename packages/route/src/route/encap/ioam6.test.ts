// No kernel under test adds traces to packets: the layout is checked against the bytes that iproute2 sends.
import { Writer } from "@rxnetlink/core/schema";
import { expect, it } from "vitest";
import { type Ioam6Encap, ioam6EncapAttributes } from "#src/route/encap/ioam6.js";

/** `encap ioam6 freq 1/2 mode encap tundst 2001:db8::5 trace prealloc type 0x800000 ns 0x1234 size 12`. */
const HEX = `
  0500 0100 02000000
  1400 0200 20010db8000000000000000000000005
  0c00 0300 1234 00 03 80000000
  0800 0400 01000000
  0800 0500 02000000`;

const bytes = Uint8Array.from(Buffer.from(HEX.replaceAll(/\s/g, ""), "hex"));
const trace = { namespaceId: 0x1234, nodelen: 0, remlen: 3, type: 0x8000_0000 };
const value: Ioam6Encap = { mode: "encap", dst: "2001:db8::5", trace, freqK: 1, freqN: 2 };

it("encodes IOAM traces as iproute2 does", () => {
  expect(ioam6EncapAttributes.read(new DataView(bytes.buffer), 0, bytes.length)).toEqual(value);
  const out = new Writer();
  ioam6EncapAttributes.write(out, value);
  expect(out.take()).toEqual(bytes);
});
