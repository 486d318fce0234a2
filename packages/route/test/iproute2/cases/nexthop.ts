// Nexthops, groups and buckets.
import { pick } from "@rxnetlink/core";
import type { Nexthop } from "#src/nexthop/layout.js";
import { bucketAsIp, nexthopAsIp } from "../printed/nexthop.js";
import { AGE, type Case } from "./case.js";

const nexthopAgain = ({ resGroup, ...nexthop }: Nexthop) => [
  {
    ...pick(nexthop, "family", "id", "group", "groupType", "blackhole", "oif", "gateway", "fdb", "protocol"),
    ...(resGroup && { resGroup: pick(resGroup, "buckets", "idleTimer", "unbalancedTimer") }),
  },
];
const NEXTHOPS = `
  ip nexthop add id 1 via 192.0.2.2 dev v0; ip nexthop add id 2 via 192.0.2.3 dev v0 protocol bgp
  ip nexthop add id 3 via 2001:db8::2 dev v0; ip nexthop add id 20 blackhole; ip nexthop add id 30 via 192.0.2.9 fdb
  ip nexthop add id 40 group 1,3/2; ip nexthop add id 41 group 1,3/2 type resilient buckets 4 idle_timer 60 \\
    unbalanced_timer 300`;

export const nexthopCases: readonly Case[] = [
  {
    title: "nexthops and groups",
    object: "nexthop",
    setup: NEXTHOPS,
    print: "ip -j -d nexthop",
    asIp: nexthopAsIp,
    mine: () => true,
    keptInDelete: ["id"],
    key: (nexthop: Nexthop) => pick(nexthop, "id"),
    again: nexthopAgain,
  },
  {
    title: "buckets of nexthop groups",
    object: "nexthopBucket",
    setup: NEXTHOPS,
    print: "ip -j -d nexthop bucket",
    asIp: bucketAsIp,
    skipped: { "bucket.idle_time": AGE },
  },
];
