import {
  attributes,
  enumeration,
  fixed,
  type Infer,
  ifindex,
  inRequests,
  mac,
  nest,
  readOnly,
  u8,
  u16,
  u32,
} from "@rxnetlink/core/schema";

/** Redundancy protocol (`HSR_PROTOCOL_*`). */
export const hsrProtocol = enumeration("HSR_PROTOCOL_", u8, {
  /** High-availability seamless redundancy, over a ring. */
  hsr: 0,
  /** Parallel redundancy protocol, over two networks. */
  prp: 1,
});

/** Settings of a link over two redundant links (`IFLA_HSR_*`). */
export const hsrAttributes = attributes("linkinfo-hsr-attrs", "IFLA_HSR_", {
  /** Index of the first link. */
  slave1: [1, fixed(ifindex(u32, "linkNetnsid"))],
  /** Index of the second link. */
  slave2: [2, fixed(ifindex(u32, "linkNetnsid"))],
  /** Last byte of the destination address of supervision frames; write-only. */
  multicastSpec: [3, fixed(u8)],
  /** Destination address of supervision frames; read-only. */
  supervisionAddr: [4, readOnly(mac)],
  /** Sequence number of the next frame; read-only. */
  seqNr: [5, readOnly(u16)],
  /** Version of the protocol, 0 or 1; write-only. */
  version: [6, fixed(u8)],
  /** Redundancy protocol; since 5.10. */
  protocol: [7, fixed(hsrProtocol)],
  /** Index of the link to another ring; since 6.10; write-only, since 6.12 does not report it. */
  interlink: [8, fixed(ifindex(u32, "linkNetnsid"))],
});
/** Settings of an `hsr` link. */
export interface Hsr extends Infer<typeof hsrAttributes> {}

/** Layout of {@link Hsr}, which derives `multicastSpec` from the address that the kernel reports instead. */
export const hsrSettings = inRequests(nest<Hsr>(hsrAttributes), (hsr) =>
  hsr.supervisionAddr === undefined
    ? hsr
    : { multicastSpec: Number.parseInt(hsr.supervisionAddr.slice(-2), 16), ...hsr },
);
