import type { StateDeclaration } from "@rxnetlink/core";
import type { Link } from "./link.js";

/**
 * Members of a link that count or run down: the kernel tells of no change of them, and no two lists agree. Those of
 * bridges and their ports are among them.
 */
const VOLATILE = [
  "stats",
  "stats64",
  "xstats",
  // Settings of IPv4 and IPv6, which sysctl changes without a word, and counters.
  "inet",
  "inet6",
  "helloTimer",
  "tcnTimer",
  "topologyChangeTimer",
  "gcTimer",
  "messageAgeTimer",
  "forwardDelayTimer",
  "holdTimer",
  // What a message is about, not what the link is.
  "event",
  "change",
];

/**
 * How the state of links is kept. Of a link that is down the kernel does not tell that its alias, group or queue length
 * was changed; that is seen when it is next told of.
 */
export const keptLink: StateDeclaration<Link> = {
  // Messages of bridges about their ports, and those of wireless drivers, have a few members alone.
  identityOf: ({ index, family, mtu }) => (family === "bridge" || mtu === undefined ? undefined : index),
  volatile: VOLATILE,
  // The end of a pair that is made first is told of before there is another, and not again.
  leavesOpen: ({ event, value: { linkinfo, link } }) =>
    event === "new" && linkinfo?.kind === "veth" && link === undefined,
};
