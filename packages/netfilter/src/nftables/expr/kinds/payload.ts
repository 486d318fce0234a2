import { attributes, be32, enumeration, flags, type Infer } from "@rxnetlink/core/schema";
import { register } from "../../common/register.js";
import { hex, numberOf, wordOf } from "../words.js";

/** Part of the packet from whose start `offset` counts (`NFT_PAYLOAD_*_HEADER`). */
export const payloadBase = enumeration("NFT_PAYLOAD_", be32, {
  /** Link-layer header, such as Ethernet. */
  link: 0,
  /** Network header: IPv4, IPv6, ARP. */
  network: 1,
  /** Transport header, such as TCP. */
  transport: 2,
  /** Data after the transport header; since 5.17. */
  inner: 3,
  /** Header of a tunnel, inside the expression `inner`; since 6.2. */
  tun: 4,
});

/** Checksum that a change of the packet updates (`NFT_PAYLOAD_CSUM_*`). */
export const payloadCsumType = enumeration("NFT_PAYLOAD_CSUM_", be32, {
  none: 0,
  /** Internet checksum. */
  inet: 1,
  /** CRC32C of SCTP; since 5.10. */
  sctp: 2,
});

/** Flags of a change of the packet (`NFT_PAYLOAD_*`). */
export const payloadCsumFlags = flags("NFT_PAYLOAD_", be32, {
  /** The bytes belong to the pseudo header, so the checksum of the transport header changes too. */
  l4csumPseudohdr: 1,
});

/** Attributes of `payload` (`NFTA_PAYLOAD_*`). */
export const exprPayload = attributes("expr-payload-attrs", "NFTA_PAYLOAD_", {
  /** Register that receives the bytes, to load. */
  dreg: [1, register],
  /** Header from which `offset` counts. */
  base: [2, payloadBase],
  /** Number of bytes between the start of the header and the first byte. */
  offset: [3, be32],
  /** Number of bytes. */
  len: [4, be32],
  /** Register with the bytes to write, to change the packet. */
  sreg: [5, register],
  /** Kind of the checksum to update. */
  csumType: [6, payloadCsumType],
  /** Offset of the checksum from the same header. */
  csumOffset: [7, be32],
  /** Flags; since 4.10. */
  csumFlags: [8, payloadCsumFlags],
});
/** Loads bytes of the packet into a register, or writes bytes of a register to the packet. */
export interface PayloadExpr extends Infer<typeof exprPayload> {}

/** Returns `payload` in nft's notation. */
export function payloadText(payload: PayloadExpr): string {
  const { dreg = 0, sreg, base, offset = 0, len = 0, csumType, csumOffset = 0, csumFlags = 0 } = payload;
  const place = `${len}b @ ${base === "tun" ? "unknown" : wordOf(base)} header + ${offset}`;
  if (sreg === undefined) return `load ${place} => reg ${dreg}`;
  const sum = `csum_type ${numberOf(payloadCsumType, csumType)} csum_off ${csumOffset} csum_flags ${hex(csumFlags)}`;
  return `write reg ${sreg} => ${place} ${sum}`;
}
