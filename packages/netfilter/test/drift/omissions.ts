/** Headers that are not declared in whole yet; what they lack is printed. */
export const pending: readonly string[] = [
  "netfilter.h",
  "netfilter_ipv4.h",
  "netfilter_ipv6.h",
  "netfilter/nfnetlink.h",
  "netfilter/nf_tables.h",
  "netfilter/nf_tables_compat.h",
  "netfilter/nfnetlink_conntrack.h",
  "netfilter/nfnetlink_log.h",
  "netfilter/nfnetlink_queue.h",
  "netfilter/nf_conntrack_common.h",
  "netfilter/nf_conntrack_tcp.h",
  "netfilter/nf_nat.h",
  "netfilter/nf_log.h",
  "netfilter/nf_synproxy.h",
  "netfilter/ipset/ip_set.h",
];

/** Constants and structs of the headers that are not declared, with the reason. */
export const omissions: Readonly<Record<string, string>> = {
  NFNLGRP_NONE: "no group",
  NFNL_SUBSYS_NONE: "no subsystem",
  NFNL_SUBSYS_COUNT: "the number of subsystems",
  NFNETLINK_V0: "the version, which is always 0",
  NFPROTO_DECNET: "gone from the kernel since 6.1",
  NFPROTO_NUMPROTO: "the number of families",
  NF_MAX_VERDICT: "the last verdict",
  NF_INET_NUMHOOKS: "the number of hooks",
  NF_NETDEV_NUMHOOKS: "the number of hooks",
  NF_IP_NUMHOOKS: "the number of hooks",
  NF_IP6_NUMHOOKS: "the number of hooks",
  NFCTH_POLICY_SET: "another name of NFCTH_POLICY_SET1",
  MAXGENRELEN: "the size of a text",
  NF_OSF_: "of the match osf of xtables",
  nf_osf_info: "of the match osf of xtables",
  nf_osf_nlmsg: "of the old connector, in no message",
  SO_ORIGINAL_DST: "an option of sockets",
};
