// Netconf.
import { netconfAsIp } from "../printed/netconf.js";
import type { Case } from "./case.js";
import { MPLS } from "./route.js";

export const netconfCases: readonly Case[] = [
  {
    title: "netconf",
    object: "netconf",
    setup: "echo 1 >/proc/sys/net/ipv4/conf/v0/forwarding; echo 2 >/proc/sys/net/ipv4/conf/v0/rp_filter",
    print: "ip -j netconf",
    asIp: netconfAsIp,
  },
  {
    title: "netconf of MPLS",
    object: "netconf",
    needs: MPLS,
    setup: "echo 1 >/proc/sys/net/mpls/conf/v0/input",
    print: "ip -j -f mpls netconf",
    match: { family: "mpls" },
    asIp: netconfAsIp,
  },
];
