import {
  attributes,
  enumeration,
  fixed,
  type Infer,
  inRequests,
  ipv4,
  ipv6,
  nest,
  u8,
  u32,
} from "@rxnetlink/core";

/** Which end of a GTP tunnel it is (`GTP_ROLE_*`). */
export const gtpRole = enumeration("GTP_ROLE_", u32, {
  /** Gateway node: towards the network. */
  ggsn: 0,
  /** Serving node: towards the radio. */
  sgsn: 1,
});

/** Settings of a GPRS tunnel (`IFLA_GTP_*`). */
export const gtpAttributes = attributes("linkinfo-gtp-attrs", "IFLA_GTP_", {
  /** Descriptor of the UDP socket for GTP version 0. Write-only. */
  fd0: [1, fixed(u32)],
  /** Descriptor of the UDP socket for GTP version 1. Write-only. */
  fd1: [2, fixed(u32)],
  /** Buckets of the table of contexts. */
  pdpHashsize: [3, fixed(u32)],
  /** Which end it is. */
  role: [4, fixed(gtpRole)],
  /** Whether the kernel makes the sockets itself, 0 or 1; 1 where a request gives none. Write-only, since 5.18. */
  createSockets: [5, fixed(u8)],
  /** How often the node has restarted, for echo messages; since 5.18. */
  restartCount: [6, fixed(u8)],
  /** IPv4 address that the sockets are bound to; since 6.10. */
  local: [7, fixed(ipv4)],
  /** IPv6 address that the sockets are bound to; since 6.10. */
  local6: [8, fixed(ipv6)],
});
/** Settings of a `gtp` link. */
export interface Gtp extends Infer<typeof gtpAttributes> {}

/** Where it is given no sockets, the kernel makes them. */
export const gtpSettings = inRequests(nest<Gtp>(gtpAttributes), (gtp) =>
  gtp.fd0 === undefined && gtp.fd1 === undefined ? { createSockets: 1, ...gtp } : gtp,
);
