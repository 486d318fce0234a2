import type { ChangeNotification, Doubt, Followed, Known, Silent, StateRules } from "@rxnetlink/core";
import { type QdiscHint, qdiscHint } from "../tc/qdisc-hint.js";
import { TC_H_ROOT } from "../tc/values/handle.js";
import { linkFlags } from "./enums.js";
import type { Link } from "./layout.js";

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
  // How many entries there are in tables.
  "fdbNLearned",
  "mcastNGroups",
  "mcastEhtHostsCnt",
  // What a message is about, not what the link is.
  "event",
  "change",
];

/** Members by which other links change, or which others change with. */
const AFFECTING = ["flags", "operstate", "master", "link", "address"] as const;

/** Whether a message about a link is such that others may have changed along. */
export function affectsOthers(link: Link, previous: Link | undefined): boolean {
  return previous === undefined || AFFECTING.some((key) => link[key] !== previous[key]);
}

/** The links that a link belongs to: the one below it, in the same namespace, and its master. */
export function relatedLinks({ index, link, linkNetnsid, master }: Link): number[] {
  const below = linkNetnsid === undefined ? link : undefined;
  return [index, below, master].filter((one): one is number => one !== undefined && one > 0);
}

/** The ports of a bridge whose backup a port was. */
function backedBy({ index, linkinfo }: Link, rows: Known<Link>["rows"]): number[] {
  if (linkinfo?.slaveKind !== "bridge") return [];
  const backed = ({ linkinfo: own }: Link) => own?.slaveData?.bridge?.backupPort === index;
  return [...rows.values()].filter(backed).map((link) => link.index);
}

/** The links that a change of one may have changed, of which there may be no message. */
function needsRelist({ type: event, value }: ChangeNotification<Link>, { same, rows }: Known<Link>): Doubt {
  if (event === "delete") return [...relatedLinks(value).slice(1), ...backedBy(value, rows)];
  // The end of a pair that is made first is told of before there is another, and not again.
  if (value.linkinfo?.kind === "veth" && value.link === undefined) return true;
  if (!affectsOthers(value, same)) return false;
  const touched = new Set([...relatedLinks(value), ...(same === undefined ? [] : relatedLinks(same))]);
  // The ports of a bridge know its id.
  if (value.linkinfo?.kind === "bridge" && same !== undefined && same.address !== value.address)
    for (const { index, master } of rows.values()) if (master === value.index) touched.add(index);
  return [...touched];
}

/** The settings of a link's queue: the message about a qdisc says that the link has another one. */
const rootQdisc: Followed<QdiscHint> = {
  object: qdiscHint,
  identityOf: ({ ifindex, parent }) => (parent === TC_H_ROOT ? ifindex : undefined),
  takes: ({ value }) => [value.ifindex],
};

const whileDown: Silent<Link> = {
  reason: "announced only while the link is up",
  when: ({ flags }) => !linkFlags.has(flags, "up"),
};

const spanningTree: Silent<Link> = { reason: "derived from received BPDUs" };
const lacp: Silent<Link> = { reason: "negotiated by LACP" };

/** Several members of one set that are silent for one reason. */
function silentMembers(set: string, why: Silent<Link>, ...members: string[]): Record<string, Silent<Link>> {
  return Object.fromEntries(members.map((member) => [`${set}.${member}`, why]));
}

/** How the state of links is kept. */
export const linkStateRules: StateRules<Link> = {
  // Messages of bridges about their ports, and those of wireless drivers, have a few members alone.
  identityOf: ({ index, family, mtu }) => (family === "bridge" || mtu === undefined ? undefined : index),
  hints: ({ value }) => (value.family === "bridge" ? relatedLinks(value) : false),
  volatile: VOLATILE,
  silent: {
    ifalias: whileDown,
    group: whileDown,
    linkmode: whileDown,
    carrier: whileDown,
    carrierChanges: whileDown,
    carrierUpCount: whileDown,
    carrierDownCount: whileDown,
    propList: whileDown,
    "linkinfo.data": whileDown,
    "linkinfo.slaveData": whileDown,
    ...silentMembers("linkinfo.data.bridge", spanningTree, "rootId", "rootPort", "rootPathCost"),
    ...silentMembers("linkinfo.data.bridge", spanningTree, "topologyChange", "topologyChangeDetected"),
    "linkinfo.data.bridge.mcastQuerierState": { reason: "derived from received queries" },
    ...silentMembers("linkinfo.slaveData.bridge", spanningTree, "rootId", "bridgeId", "designatedPort"),
    ...silentMembers(
      "linkinfo.slaveData.bridge",
      spanningTree,
      "designatedCost",
      "topologyChangeAck",
      "configPending",
    ),
    ...silentMembers("linkinfo.slaveData.bond", lacp, "adAggregatorId", "adActorOperPortState"),
    ...silentMembers("linkinfo.slaveData.bond", lacp, "adPartnerOperPortState", "adChurnActorState"),
    ...silentMembers("linkinfo.slaveData.bond", lacp, "adChurnPartnerState"),
    "linkinfo.data.bond.adInfo": lacp,
    promiscuity: {
      reason: "counts sockets that receive all packets; only the first is announced",
    },
    allmulti: {
      reason: "counts sockets that receive all groups; only the first is announced",
    },
  },
  needsRelist,
  dependsOn: [rootQdisc as Followed<object>],
  ofLink: { key: "index", single: true },
};
