import {
  AUDIT_GROUPS,
  CONNECTOR_GROUPS,
  ISCSI_GROUPS,
  NETFILTER_GROUPS,
  RDMA_GROUPS,
  ROUTE_GROUPS,
  SCSITRANSPORT_GROUPS,
  SELINUX_GROUPS,
  SOCK_DIAG_GROUPS,
  UEVENT_GROUPS,
  XFRM_GROUPS,
} from "./groups.js";

/** One of the 32 protocols of netlink. */
export interface NetlinkProtocol {
  /** Its number, which is also its place in {@link netlinkProtocols}. */
  readonly number: number;
  /** The kernel's constant without `NETLINK_`, in lower case, with hyphens: `"sock-diag"`; absent if nobody has the number. */
  readonly name?: string;
  /** Subject of its messages. */
  readonly about: string;
  /** The first kernel that has it, or that names its number. */
  readonly since?: string;
  /** The last kernel that has it; absent for those of current kernels. */
  readonly until?: string;
  /** The option by which a kernel has it; absent if none does. */
  readonly option?: string;
  /** The module that brings it, where it need not be built in. */
  readonly module?: string;
  /** The package that speaks it, and its entry. */
  readonly package?: string;
  /** Groups by name; absent where the kernel does not number them, or the protocol has none. */
  readonly groups?: Readonly<Record<string, number>>;
}

/** A number that no protocol has. */
const free = <const N extends number>(number: N) =>
  ({ number, about: "nothing: the number is free" }) as const;

/**
 * All protocols of netlink, by number.
 *
 * @example
 * netlinkProtocols[20].module; // "ib_core"
 */
export const netlinkProtocols = [
  {
    number: 0,
    name: "route",
    about: "links, addresses, routes, rules, neighbours, traffic control",
    since: "2.2",
    option: "CONFIG_NET",
    package: "@rxnetlink/route",
    groups: ROUTE_GROUPS,
  },
  {
    number: 1,
    name: "unused",
    about: "1-Wire devices, which have moved to the connector",
    since: "2.6.13",
    until: "2.6.17",
  },
  {
    number: 2,
    name: "usersock",
    about: "messages between processes, with groups that they agree on",
    since: "2.2",
    option: "CONFIG_NET",
    package: "@rxnetlink/protocols/usersock",
  },
  {
    number: 3,
    name: "firewall",
    about: "IPv4 packets that ip_queue handed to programs; netfilter queues have replaced it",
    since: "2.2",
    until: "3.4",
  },
  {
    number: 4,
    name: "sock-diag",
    about: "sockets of all kinds, and their end; inet-diag is its older name, of 2.6.14",
    since: "3.3",
    option: "CONFIG_NET",
    package: "@rxnetlink/diag",
    groups: SOCK_DIAG_GROUPS,
  },
  {
    number: 5,
    name: "nflog",
    about: "packets that the ULOG target logged; netfilter's log has replaced it",
    since: "2.4",
    until: "3.16",
  },
  {
    number: 6,
    name: "xfrm",
    about: "states and policies of IPsec",
    since: "2.6.0",
    option: "CONFIG_XFRM_USER",
    module: "xfrm_user",
    package: "@rxnetlink/xfrm",
    groups: XFRM_GROUPS,
  },
  {
    number: 7,
    name: "selinux",
    about: "changes of SELinux: enforcing, and the policy loaded",
    since: "2.6.4",
    option: "CONFIG_SECURITY_SELINUX",
    package: "@rxnetlink/events/selinux",
    groups: SELINUX_GROUPS,
  },
  {
    number: 8,
    name: "iscsi",
    about: "sessions and connections of open-iscsi",
    since: "2.6.15",
    option: "CONFIG_SCSI_ISCSI_ATTRS",
    module: "scsi_transport_iscsi",
    package: "@rxnetlink/protocols/iscsi",
    groups: ISCSI_GROUPS,
  },
  {
    number: 9,
    name: "audit",
    about: "rules and records of the audit subsystem",
    since: "2.6.6",
    option: "CONFIG_AUDIT",
    package: "@rxnetlink/events/audit",
    groups: AUDIT_GROUPS,
  },
  {
    number: 10,
    name: "fib-lookup",
    about: "look-ups in the IPv4 routing table",
    since: "2.6.13",
    option: "CONFIG_INET",
    package: "@rxnetlink/events/fib-lookup",
  },
  {
    number: 11,
    name: "connector",
    about: "process events, 1-Wire, and other users of the connector",
    since: "2.6.14",
    option: "CONFIG_CONNECTOR",
    module: "cn",
    package: "@rxnetlink/events/proc",
    groups: CONNECTOR_GROUPS,
  },
  {
    number: 12,
    name: "netfilter",
    about: "nftables, connection tracking, packet queues and logs, ipset",
    since: "2.6.14",
    option: "CONFIG_NETFILTER_NETLINK",
    module: "nfnetlink",
    package: "@rxnetlink/netfilter",
    groups: NETFILTER_GROUPS,
  },
  {
    number: 13,
    name: "ip6-fw",
    about: "IPv6 packets that ip6_queue handed to programs; netfilter queues have replaced it",
    since: "2.4",
    until: "3.4",
  },
  {
    number: 14,
    name: "dnrtmsg",
    about: "routing messages of DECnet, which the kernel no longer has",
    since: "2.4",
    until: "6.0",
  },
  {
    number: 15,
    name: "kobject-uevent",
    about: "devices that come, go and change",
    since: "2.6.10",
    option: "CONFIG_NET",
    package: "@rxnetlink/events/uevent",
    groups: UEVENT_GROUPS,
  },
  {
    number: 16,
    name: "generic",
    about: "families that register by name: ethtool, nl80211, devlink and others",
    since: "2.6.15",
    option: "CONFIG_NET",
    package: "@rxnetlink/generic",
  },
  { number: 17, about: "nothing: kept free for the device mapper, which never used it" },
  {
    number: 18,
    name: "scsitransport",
    about: "events of SCSI transports, such as Fibre Channel",
    since: "2.6.19",
    option: "CONFIG_SCSI_NETLINK",
    module: "scsi_mod",
    package: "@rxnetlink/protocols/scsi-transport",
    groups: SCSITRANSPORT_GROUPS,
  },
  {
    number: 19,
    name: "ecryptfs",
    about: "keys of eCryptfs, which a device has carried since",
    since: "2.6.21",
    until: "2.6.27",
  },
  {
    number: 20,
    name: "rdma",
    about: "RDMA devices, their ports and resources; address resolution and port mapping",
    since: "3.0",
    option: "CONFIG_INFINIBAND",
    module: "ib_core",
    package: "@rxnetlink/protocols/rdma",
    groups: RDMA_GROUPS,
  },
  {
    number: 21,
    name: "crypto",
    about: "algorithms of the kernel's crypto API",
    since: "3.2",
    option: "CONFIG_CRYPTO_USER",
    module: "crypto_user",
    package: "@rxnetlink/protocols/crypto",
  },
  {
    number: 22,
    name: "smc",
    about: "nothing: SMC sockets have the number and use sock-diag and generic netlink",
    since: "4.11",
  },
  free(23),
  free(24),
  free(25),
  free(26),
  free(27),
  free(28),
  free(29),
  free(30),
  free(31),
] as const satisfies readonly NetlinkProtocol[];
