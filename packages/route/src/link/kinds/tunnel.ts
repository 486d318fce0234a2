import { be16, enumeration, flags, u16, u32 } from "@rxnetlink/core";

/** What a tunnel is wrapped in once more (`TUNNEL_ENCAP_*`). */
export const tunnelEncapType = enumeration("TUNNEL_ENCAP_", u16, {
  none: 0,
  /** Foo over UDP. */
  fou: 1,
  /** Generic UDP encapsulation. */
  gue: 2,
  mpls: 3,
});

/** How that is done (`TUNNEL_ENCAP_FLAG_*`). */
export const tunnelEncapFlags = flags("TUNNEL_ENCAP_FLAG_", u16, {
  /** UDP checksums are sent over IPv4. */
  csum: 0x1,
  /** UDP checksums are sent over IPv6. */
  csum6: 0x2,
  /** Remote checksum offload. */
  remcsum: 0x4,
});

/** What an IPv6 tunnel takes from the inner packet, and the like (`IP6_TNL_F_*`). */
export const ip6tnlFlags = flags("IP6_TNL_F_", u32, {
  /** No encapsulation limit is sent. */
  ignEncapLimit: 0x1,
  /** The traffic class is that of the inner packet. */
  useOrigTclass: 0x2,
  /** The flow label is that of the inner packet. */
  useOrigFlowlabel: 0x4,
  /** For Mobile IPv6. */
  mip6Dev: 0x8,
  /** The DSCP of the outer packet is copied to the inner one. */
  rcvDscpCopy: 0x10,
  /** The mark is that of the inner packet. */
  useOrigFwmark: 0x20,
  /** The remote end may be on this host. */
  allowLocalRemote: 0x40,
  /** It can send; read-only. */
  capXmit: 0x1_0000,
  /** It can receive; read-only. */
  capRcv: 0x2_0000,
  /** Whether it can is told for each packet; read-only. */
  capPerPacket: 0x4_0000,
});

/** Which fields the GRE header has (`GRE_*`). */
export const greFlags = flags("GRE_", be16, {
  csum: 0x8000,
  routing: 0x4000,
  key: 0x2000,
  seq: 0x1000,
  strict: 0x0800,
});

/** A tunnel that carries Ethernet takes no address for "any" in a request. */
export function withoutAny<T extends { remote?: string }>({ remote, ...tunnel }: T): T {
  const any = remote === undefined || remote === "0.0.0.0" || remote === "::";
  return (any ? tunnel : { ...tunnel, remote }) as T;
}
