import { attributes } from "#src/schema/attributes.js";
import { lazy } from "#src/schema/lazy.js";
import { message } from "#src/schema/message.js";
import { pad, struct } from "#src/schema/struct.js";
import { subMessage } from "#src/schema/sub-message.js";
import type { AnyType, Type } from "#src/schema/type.js";
import { ip, ipv4, ipv6 } from "#src/schema/types/address/ip.js";
import { lladdr, mac } from "#src/schema/types/address/lladdr.js";
import { array, indexedArray, packed, records, repeated } from "#src/schema/types/array.js";
import { binary, bytes, chars, string, unterminated } from "#src/schema/types/bytes.js";
import { enumeration, flags } from "#src/schema/types/flags.js";
import {
  be16,
  be32,
  be64,
  flag,
  s8,
  s16,
  s32,
  s32be,
  s64,
  u8,
  u16,
  u32,
  u64,
  uint,
} from "#src/schema/types/scalar.js";

/** One value and its bytes on a little-endian and on a big-endian machine. */
export interface Codec {
  readonly name: string;
  readonly type: AnyType;
  readonly value: unknown;
  readonly little: string;
  readonly big: string;
}

function codec<T>(type: Type<T>, value: T, little: string, big: string = little): Codec {
  return { name: `${type.name} ${little}`, type, value, little, big };
}

const point = struct("point", { x: u8, gap: pad(1), y: u16 });
const inner = attributes("inner-attrs", "INNER_", { id: [1, u32], port: [2, be16] });
const hop = message("hop", struct("hop", { length: u16, weight: u16 }), inner);
interface Tree {
  id?: number;
  child?: Tree;
}
const tree: Type<Tree> = attributes("tree-attrs", "TREE_", {
  id: [1, u8],
  child: [2, lazy((): Type<Tree> => tree)],
});
const info = attributes("info-attrs", "INFO_", {
  kind: [1, string],
  data: [2, subMessage("kind", { one: inner, two: point })],
});

/** Values of all types of layouts, written out by hand. */
export const codecs: readonly Codec[] = [
  codec(u8, 0xfe, "fe"),
  codec(u16, 0x1234, "3412", "1234"),
  codec(u32, 0xfffefdfc, "fcfdfeff", "fffefdfc"),
  codec(u64, 0x8000_0000_0000_0001n, "01000000 00000080", "80000000 00000001"),
  codec(s8, -2, "fe"),
  codec(s16, -2, "feff", "fffe"),
  codec(s32, -2, "feffffff", "fffffffe"),
  codec(s64, -2n, "feffffff ffffffff", "ffffffff fffffffe"),
  codec(be16, 0x1234, "1234"),
  codec(be32, 0xfffefdfc, "fffefdfc"),
  codec(be64, 0x0102_0304_0506_0708n, "01020304 05060708"),
  codec(s32be, -2, "fffffffe"),
  codec(uint, 0xffff_ffffn, "ffffffff"),
  codec(uint, 0x1_0000_0000n, "00000000 01000000", "00000001 00000000"),
  codec(binary, Uint8Array.of(1, 2, 3), "010203"),
  codec(bytes(2), Uint8Array.of(1, 2), "0102"),
  codec(string, "lo", "6c6f00"),
  codec(unterminated, "lo", "6c6f"),
  codec(chars(4), "lo", "6c6f0000"),
  codec(ipv4, "192.0.2.1", "c0000201"),
  codec(ipv6, "2001:db8::1", "20010db8 00000000 00000000 00000001"),
  codec(ip, "10.0.0.1", "0a000001"),
  codec(mac, "02:00:00:00:00:01", "02000000 0001"),
  codec(lladdr, "0a:0b", "0a0b"),
  codec(enumeration("E_", u16, { one: 1 }), "one", "0100", "0001"),
  codec(flags("F_", u32, { up: 1 }), 0x8000_0001, "01000080", "80000001"),
  codec(point, { x: 1, y: 2 }, "01000200", "01000002"),
  codec(packed(u16), [1, 2], "01000200", "00010002"),
  codec(array(u16, 2), [1, 2], "01000200", "00010002"),
  codec(indexedArray(u8), [7], "05000100 07000000", "00050001 07000000"),
  codec(
    records(hop),
    [
      { length: 12, weight: 1, port: 80 },
      { length: 4, weight: 2 },
    ],
    "0c000100 06000200 00500000 04000200",
    "000c0001 00060002 00500000 00040002",
  ),
  codec(
    attributes("many-attrs", "", { names: [3, repeated(string)], on: [4, flag] }),
    { names: ["a", "b"], on: true },
    "06000300 61000000 06000300 62000000 04000400",
    "00060003 61000000 00060003 62000000 00040004",
  ),
  codec(
    info,
    { kind: "one", data: { one: { id: 5, port: 80 } } },
    "08000100 6f6e6500 14000280 08000100 05000000 06000200 00500000",
    "00080001 6f6e6500 00148002 00080001 00000005 00060002 00500000",
  ),
  codec(
    info,
    { kind: "two", data: { two: { x: 1, y: 2 } } },
    "08000100 74776f00 08000280 01000200",
    "00080001 74776f00 00088002 01000002",
  ),
  codec(
    tree,
    { id: 1, child: { id: 2 } },
    "05000100 01000000 0c000200 05000100 02000000",
    "00050001 01000000 000c0002 00050001 02000000",
  ),
];
