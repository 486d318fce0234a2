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
} from "@rxnetlink/core/schema";

/** Role of this end of a GTP tunnel (`GTP_ROLE_*`). */
export const gtpRole = enumeration("GTP_ROLE_", u32, {
  /** Gateway node, at the network. */
  ggsn: 0,
  /** Serving node, at the radio network. */
  sgsn: 1,
});

/** Settings of a GPRS tunnel (`IFLA_GTP_*`). */
export const gtpAttributes = attributes("linkinfo-gtp-attrs", "IFLA_GTP_", {
  /** File descriptor of the UDP socket for GTP version 0; write-only. */
  fd0: [1, fixed(u32)],
  /** File descriptor of the UDP socket for GTP version 1; write-only. */
  fd1: [2, fixed(u32)],
  /** Number of buckets of the table of PDP contexts. */
  pdpHashsize: [3, fixed(u32)],
  /** Role of this end. */
  role: [4, fixed(gtpRole)],
  /** Lets the kernel create the sockets, 0 or 1; 1 when a request has none; write-only, since 5.18. */
  createSockets: [5, fixed(u8)],
  /** Restart count of the node for echo messages; since 5.18. */
  restartCount: [6, fixed(u8)],
  /** IPv4 address to which the sockets are bound; since 6.10. */
  local: [7, fixed(ipv4)],
  /** IPv6 address to which the sockets are bound; since 6.10. */
  local6: [8, fixed(ipv6)],
});
/** Settings of a `gtp` link. */
export interface Gtp extends Infer<typeof gtpAttributes> {}

/** Layout of {@link Gtp}, which lets the kernel create the sockets when a request has none. */
export const gtpSettings = inRequests(nest<Gtp>(gtpAttributes), (gtp) =>
  gtp.fd0 === undefined && gtp.fd1 === undefined ? { createSockets: 1, ...gtp } : gtp,
);
