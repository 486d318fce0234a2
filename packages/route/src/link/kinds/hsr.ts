import {
  attributes,
  enumeration,
  fixed,
  type Infer,
  inRequests,
  mac,
  nest,
  readOnly,
  u8,
  u16,
  u32,
} from "@rxnetlink/core";

/** Which redundancy protocol it is (`HSR_PROTOCOL_*`). */
export const hsrProtocol = enumeration("HSR_PROTOCOL_", u8, {
  /** High-availability seamless redundancy, a ring. */
  hsr: 0,
  /** Parallel redundancy protocol, two networks. */
  prp: 1,
});

/** Settings of a link over two redundant ones (`IFLA_HSR_*`). */
export const hsrAttributes = attributes("linkinfo-hsr-attrs", "IFLA_HSR_", {
  /** Index of the first link. */
  slave1: [1, fixed(u32)],
  /** Index of the second link. */
  slave2: [2, fixed(u32)],
  /** Last byte of the address of supervision frames. Write-only. */
  multicastSpec: [3, fixed(u8)],
  /** Address of supervision frames; read-only. */
  supervisionAddr: [4, readOnly(mac)],
  /** Sequence number of the next frame; read-only. */
  seqNr: [5, readOnly(u16)],
  /** Version of the protocol, 0 or 1. Write-only. */
  version: [6, fixed(u8)],
  /** Which protocol it is; since 5.10. */
  protocol: [7, fixed(hsrProtocol)],
  /** Index of the link to another ring; since 6.10. Write-only: 6.12 does not tell it. */
  interlink: [8, fixed(u32)],
});
/** Settings of an `hsr` link. */
export interface Hsr extends Infer<typeof hsrAttributes> {}

/** The kernel reports the whole address of which a request gives the last byte. */
export const hsrSettings = inRequests(nest<Hsr>(hsrAttributes), (hsr) =>
  hsr.supervisionAddr === undefined
    ? hsr
    : { multicastSpec: Number.parseInt(hsr.supervisionAddr.slice(-2), 16), ...hsr },
);
