import { packetSource } from "../../header/packet.js";
import { integer } from "../../value/data-type.js";
import { type WritableField, writable } from "../writable.js";

const BASES = { ll: "link", nh: "network", th: "transport", ih: "inner" } as const;

/**
 * Returns bits of the packet by their place: `payload("th", 16, 16).eq(22)`, in nft `@th,16,16 22`.
 *
 * @param base - Header: `"ll"` of the link layer, `"nh"` of the network layer, `"th"` of the transport layer, `"ih"` after it.
 * @param offset - Bits before them.
 * @param length - Number of bits.
 */
export function payload(
  base: keyof typeof BASES,
  offset: number,
  length: number,
): WritableField<number | bigint> {
  const type = integer(length, "network", { print: (value) => `0x${value.toString(16)}` });
  return writable(
    packetSource({ name: base, base: BASES[base] }, `@${base},${offset},${length}`, offset, length),
    type,
  );
}
