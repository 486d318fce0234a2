//  Multicast groups of the protocols whose groups the kernel numbers once and for all. One rule makes the names: the constant of the
//  header without its prefix, in lower case, with hyphens. RTNLGRP_IPV4_ROUTE is "ipv4-route".

/** Groups of `NETLINK_ROUTE` (`RTNLGRP_*`). */
export const ROUTE_GROUPS = {
  link: 1,
  notify: 2,
  neigh: 3,
  tc: 4,
  "ipv4-ifaddr": 5,
  "ipv4-mroute": 6,
  "ipv4-route": 7,
  "ipv4-rule": 8,
  "ipv6-ifaddr": 9,
  "ipv6-mroute": 10,
  "ipv6-route": 11,
  "ipv6-ifinfo": 12,
  "decnet-ifaddr": 13,
  "decnet-route": 15,
  "decnet-rule": 16,
  "ipv6-prefix": 18,
  "ipv6-rule": 19,
  "nd-useropt": 20,
  "phonet-ifaddr": 21,
  "phonet-route": 22,
  dcb: 23,
  "ipv4-netconf": 24,
  "ipv6-netconf": 25,
  mdb: 26,
  "mpls-route": 27,
  nsid: 28,
  "mpls-netconf": 29,
  "ipv4-mroute-r": 30,
  "ipv6-mroute-r": 31,
  nexthop: 32,
  brvlan: 33,
  "mctp-ifaddr": 34,
  tunnel: 35,
  stats: 36,
  "ipv4-mcaddr": 37,
  "ipv6-mcaddr": 38,
  "ipv6-acaddr": 39,
} as const;

/** Groups of `NETLINK_SOCK_DIAG` (`SKNLGRP_*`). */
export const SOCK_DIAG_GROUPS = {
  "inet-tcp-destroy": 1,
  "inet-udp-destroy": 2,
  "inet6-tcp-destroy": 3,
  "inet6-udp-destroy": 4,
} as const;

/** Groups of `NETLINK_XFRM` (`XFRMNLGRP_*`). */
export const XFRM_GROUPS = {
  acquire: 1,
  expire: 2,
  sa: 3,
  policy: 4,
  aevents: 5,
  report: 6,
  migrate: 7,
  mapping: 8,
} as const;

/** Groups of `NETLINK_SELINUX` (`SELNLGRP_*`). */
export const SELINUX_GROUPS = { avc: 1 } as const;

/** Groups of `NETLINK_ISCSI` (`ISCSI_NL_GRP_*`). */
export const ISCSI_GROUPS = { iscsid: 1, uip: 2 } as const;

/** Groups of `NETLINK_AUDIT` (`AUDIT_NLGRP_*`). */
export const AUDIT_GROUPS = { readlog: 1 } as const;

/** Groups of `NETLINK_CONNECTOR` (`CN_IDX_*`, `CN_*_IDX`): the index of a message is its group. */
export const CONNECTOR_GROUPS = {
  proc: 1,
  cifs: 2,
  w1: 3,
  v86d: 4,
  bb: 5,
  dst: 6,
  dm: 7,
  drbd: 8,
  kvp: 9,
  vss: 10,
} as const;

/** Groups of `NETLINK_NETFILTER` (`NFNLGRP_*`). */
export const NETFILTER_GROUPS = {
  "conntrack-new": 1,
  "conntrack-update": 2,
  "conntrack-destroy": 3,
  "conntrack-exp-new": 4,
  "conntrack-exp-update": 5,
  "conntrack-exp-destroy": 6,
  nftables: 7,
  "acct-quota": 8,
  nftrace: 9,
} as const;

/** Groups of `NETLINK_KOBJECT_UEVENT`, which no header names: that of the kernel, and that of the udev daemon. */
export const UEVENT_GROUPS = { kernel: 1, udev: 2 } as const;

/** Groups of `NETLINK_SCSITRANSPORT` (`SCSI_NL_GRP_*`). The constant looks like a bit, and is the number of the group. */
export const SCSITRANSPORT_GROUPS = { "fc-events": 4 } as const;

/** Groups of `NETLINK_RDMA` (`RDMA_NL_GROUP_*`). */
export const RDMA_GROUPS = { iwpm: 2, ls: 3, notify: 4 } as const;
