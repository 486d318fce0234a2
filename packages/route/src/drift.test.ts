import * as core from "@rxnetlink/core";
import { type DriftRules, drift, kernelReference } from "@rxnetlink/testing/drift";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as route from "./index.js";
import { linkDrift } from "./link-drift.test.table.js";
import * as tc from "./tc/index.js";

const rules: DriftRules = {
  objects: {
    link: { messages: "LINK", groups: ["LINK"] },
    address: { messages: "ADDR", groups: ["IPV4_IFADDR", "IPV6_IFADDR"] },
    route: { messages: "ROUTE", groups: ["IPV4_ROUTE", "IPV6_ROUTE"] },
  },
  subsets: ["rtnexthop-attrs", ...linkDrift.subsets],
  exceptions: {
    ...linkDrift.exceptions,
    AF_: "socket.h is no UAPI header",
    ICMPV6_ROUTER_PREF_: "icmpv6.h is not in the reference",
    bitfield32: "struct nla_bitfield32 bears the name of its YNL type",
    "nlmsghdr.length": "nlmsg_len, in a whole word",
    "nlmsghdr.sequence": "nlmsg_seq, in a whole word",
    "nlmsghdr.portId": "nlmsg_pid is no process id",
    "nlmsgerr.request": "msg is the header of the request",
    "rtnexthop.length": "rtnh_len, in a whole word",
    "rtvia.address": "rtvia_addr, in a whole word",
    "route-attrs.sport": "the kernel has be16 (inet_rtm_getroute), the spec u16",
    "route-attrs.dport": "the kernel has be16 (inet_rtm_getroute), the spec u16",
  },
};

const reference = kernelReference(import.meta.url, parse, ["rt-link", "rt-addr", "rt-route"]);
if (typeof reference === "string") console.log(`drift gate skipped: ${reference}`);

test.skipIf(typeof reference === "string")("declarations agree with the kernel's headers and specs", () => {
  if (typeof reference === "string") return;
  // Traffic control has a gate of its own: its specs have sets of the same names.
  const own = Object.entries(route).filter(([name]) => !(name in tc));
  const { problems, coverage } = drift({ ...core, ...Object.fromEntries(own) }, reference, rules);
  console.log(coverage.join("\n"));
  expect(problems).toEqual([]);
});
