import * as schema from "@rxnetlink/core/schema";
import { type DriftRules, drift, kernelReference } from "@rxnetlink/drift";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { route } from "../support/objects.js";
import { linkDrift } from "./link-exceptions.js";

const rules: DriftRules = {
  choices: {
    "route-attrs.dst": {
      by: "family",
      formats: { mpls: "mpls labels", mctp: "byte address", phonet: "byte address" },
      because: "mpls_dump_route, mctp_fill_rtinfo, fill_route (phonet)",
    },
    "route-attrs.gateway": {
      by: "family",
      formats: { mctp: "mctp_fq_addr" },
      because: "mctp_fill_rtinfo, since 6.18",
    },
    "route-attrs.expires": {
      by: "family",
      formats: { ipmr: "u64", ip6mr: "u64" },
      because: "mr_fill_mroute: jiffies_to_clock_t(lastuse), 64 bits",
    },
    "addr-attrs.address": {
      by: "family",
      formats: { mctp: "byte address", phonet: "byte address" },
      because: "mctp_fill_addrinfo, fill_addr (phonet)",
    },
    "addr-attrs.local": {
      by: "family",
      formats: { mctp: "byte address", phonet: "byte address" },
      because: "mctp_fill_addrinfo, fill_addr (phonet)",
    },
    "neighbour-attrs.dst": { by: "family", formats: { mctp: "byte address" }, because: "mctp_fill_neigh" },
  },
  subsets: ["rtnexthop-attrs", ...linkDrift.subsets],
  exceptions: {
    ...linkDrift.exceptions,
    MAX_DEPTH: "a limit of this library",
    AF_: "socket.h is not a UAPI header",
    ICMPV6_ROUTER_PREF_: "icmpv6.h is not in the reference",
    TUNNEL_: "the constants are in network order, swapped on this host",
    IF_PREFIX_: "if_inet6.h is not a UAPI header",
    MCAST_: "in.h is not in the reference",
    IFLA_STATS_FILTER_: "computed by IFLA_STATS_FILTER_BIT()",
    IFLA_STATS_LINK64: "IFLA_STATS_LINK_64",
    "stats-attrs.link64": "link-64",
    dcb_app_trust: "DCB_ATTR_DCB_APP_TRUST_TABLE has no struct: one-byte attributes in order",
    mdb_router_port: "MDBA_ROUTER_PORT has no struct: the index of a link, then attributes",
    mdb_entry_info: "MDBA_MDB_ENTRY_INFO has no struct: br_mdb_entry, then attributes",
    ipv6_rpl_sr_hdr: "rpl.h is not in the reference",
    bitfield32: "struct nla_bitfield32 has the name of its YNL type",
    "nlmsghdr.length": "nlmsg_len, spelt out",
    "nlmsghdr.sequence": "nlmsg_seq, spelt out",
    "nlmsghdr.portId": "nlmsg_pid, which is not a process id",
    "nlmsgerr.request": "msg is the header of the request",
    "rtnexthop.length": "rtnh_len, spelt out",
    "ioam6_trace_hdr.nodelen": "a bit field in C, one integer here",
    "ioam6_trace_hdr.type": "a bit field in C, one integer here",
    "ipv6_sr_hdr.tag": "the kernel has be16 (seg6_hmac_compute), C __u16",
    "fib_rule_hdr.frhTable": "table, a name that FRA_TABLE has too",
    "neighbour-attrs.port": "the kernel has be16 (vxlan_fdb_info), the spec u16",
    "fib-rule-attrs.tunId": "the kernel has be64 (fib_nl_fill_rule), the spec u64",
    "link-offload-xstats.hwSInfo":
      "the kernel has a nest (rtnl_offload_xstats_fill_hw_s_info), the spec an array",
    "rtvia.address": "rtvia_addr, spelt out",
    "route-attrs.sport": "the kernel has be16 (inet_rtm_getroute), the spec u16",
    "route-attrs.dport": "the kernel has be16 (inet_rtm_getroute), the spec u16",
  },
};

const reference = kernelReference(import.meta.url, parse, [
  "rt-link",
  "rt-addr",
  "rt-route",
  "rt-neigh",
  "rt-rule",
]);
if (typeof reference === "string") console.log(`drift gate skipped: ${reference}`);

test.skipIf(typeof reference === "string")("declarations agree with the kernel's headers and specs", () => {
  if (typeof reference === "string") return;
  // Traffic control has its own test, since its specs have sets with the same names.
  const { problems, coverage } = drift({ ...schema, ...route }, reference, rules);
  console.log(coverage.join("\n"));
  expect(problems).toEqual([]);
});
