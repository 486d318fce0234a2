import { be16, enumeration, flags, u16, u32 } from "@rxnetlink/core/schema";

/** Secondary encapsulation of a tunnel (`TUNNEL_ENCAP_*`). */
export const tunnelEncapType = enumeration("TUNNEL_ENCAP_", u16, {
  none: 0,
  /** Foo over UDP. */
  fou: 1,
  /** Generic UDP encapsulation. */
  gue: 2,
  mpls: 3,
});

/** Flags of the secondary encapsulation (`TUNNEL_ENCAP_FLAG_*`). */
export const tunnelEncapFlags = flags("TUNNEL_ENCAP_FLAG_", u16, {
  /** Sends UDP checksums over IPv4. */
  csum: 0x1,
  /** Sends UDP checksums over IPv6. */
  csum6: 0x2,
  /** Uses remote checksum offload. */
  remcsum: 0x4,
});

/** Flags of an IPv6 tunnel, such as members inherited from the inner packet (`IP6_TNL_F_*`). */
export const ip6tnlFlags = flags("IP6_TNL_F_", u32, {
  /** Sends no encapsulation limit. */
  ignEncapLimit: 0x1,
  /** Inherits the traffic class of the inner packet. */
  useOrigTclass: 0x2,
  /** Inherits the flow label of the inner packet. */
  useOrigFlowlabel: 0x4,
  /** Used for Mobile IPv6. */
  mip6Dev: 0x8,
  /** Copies the DSCP of the outer packet to the inner one. */
  rcvDscpCopy: 0x10,
  /** Inherits the mark of the inner packet. */
  useOrigFwmark: 0x20,
  /** Accepts a remote end on this host. */
  allowLocalRemote: 0x40,
  /** Able to send; read-only. */
  capXmit: 0x1_0000,
  /** Able to receive; read-only. */
  capRcv: 0x2_0000,
  /** Able to do so or not for each packet; read-only. */
  capPerPacket: 0x4_0000,
});

/** Fields of a GRE header (`GRE_*`). */
export const greFlags = flags("GRE_", be16, {
  csum: 0x8000,
  routing: 0x4000,
  key: 0x2000,
  seq: 0x1000,
  strict: 0x0800,
});

/** Removes the address for "any", which tunnels that carry Ethernet refuse in a request. */
export function withoutWildcardRemote<T extends { remote?: string }>({ remote, ...tunnel }: T): T {
  const any = remote === undefined || remote === "0.0.0.0" || remote === "::";
  return (any ? tunnel : { ...tunnel, remote }) as T;
}
