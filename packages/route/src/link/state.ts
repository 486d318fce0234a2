import type {
  ChangeNotification,
  Dependency,
  KnownObjects,
  Relist,
  SilentChange,
  StateRules,
} from "@rxnetlink/core";
import { type QdiscHint, qdiscHint } from "../tc/qdisc/hint.js";
import { TC_H_ROOT } from "../tc/values/handle.js";
import { linkFlags } from "./enums.js";
import type { Link } from "./layout.js";

/**
 * Counters and timers of a link, of bridges and of ports: the kernel sends no notifications of their changes, and no two
 * dumps agree on them.
 */
const VOLATILE = [
  "stats",
  "stats64",
  "xstats",
  // Settings of IPv4 and IPv6, which sysctl changes silently, and counters.
  "inet",
  "inet6",
  "helloTimer",
  "tcnTimer",
  "topologyChangeTimer",
  "gcTimer",
  "messageAgeTimer",
  "forwardDelayTimer",
  "holdTimer",
  // Numbers of table entries.
  "fdbNLearned",
  "mcastNGroups",
  "mcastEhtHostsCnt",
  // Facts about the message, not about the link.
  "event",
  "change",
];

/** Members whose changes may change other links. */
const AFFECTING = ["flags", "operstate", "master", "link", "address"] as const;

/** True if the change of a link may have changed other links as well. */
export function affectsOthers(link: Link, previous: Link | undefined): boolean {
  return previous === undefined || AFFECTING.some((key) => link[key] !== previous[key]);
}

/** Returns the index of a link, of its lower link in the same namespace, and of its master. */
export function relatedLinks({ index, link, linkNetnsid, master }: Link): number[] {
  const below = linkNetnsid === undefined ? link : undefined;
  return [index, below, master].filter((one): one is number => one !== undefined && one > 0);
}

/** Returns the bridge ports that used a port as their backup. */
function backedBy({ index, linkinfo }: Link, rows: KnownObjects<Link>["rows"]): number[] {
  if (linkinfo?.slaveKind !== "bridge") return [];
  const backed = ({ linkinfo: own }: Link) => own?.slaveData?.bridge?.backupPort === index;
  return [...rows.values()].filter(backed).map((link) => link.index);
}

/** Returns the links that a change of one link may have changed without a notification. */
function needsRelist(
  { type: event, value }: ChangeNotification<Link>,
  { same, rows }: KnownObjects<Link>,
): Relist {
  if (event === "delete") return [...relatedLinks(value).slice(1), ...backedBy(value, rows)];
  // The notification of the first end of a pair precedes the second end, and is not repeated.
  if (value.linkinfo?.kind === "veth" && value.link === undefined) return true;
  if (!affectsOthers(value, same)) return false;
  const touched = new Set([...relatedLinks(value), ...(same === undefined ? [] : relatedLinks(same))]);
  // Bridge ports report the id of their bridge.
  if (value.linkinfo?.kind === "bridge" && same !== undefined && same.address !== value.address)
    for (const { index, master } of rows.values()) if (master === value.index) touched.add(index);
  return [...touched];
}

/** The kind of a link's root qdisc, which qdisc notifications report. */
const rootQdisc: Dependency<QdiscHint> = {
  object: qdiscHint,
  identityOf: ({ ifindex, parent }) => (parent === TC_H_ROOT ? ifindex : undefined),
  invalidates: ({ value }) => [value.ifindex],
};

const whileDown: SilentChange<Link> = {
  reason: "announced only while the link is up",
  when: ({ flags }) => !linkFlags.has(flags, "up"),
};

const spanningTree: SilentChange<Link> = { reason: "derived from received BPDUs" };
const lacp: SilentChange<Link> = { reason: "negotiated by LACP" };

/** Returns silent rules for several members of one set, with one reason. */
function silentMembers(
  set: string,
  why: SilentChange<Link>,
  ...members: string[]
): Record<string, SilentChange<Link>> {
  return Object.fromEntries(members.map((member) => [`${set}.${member}`, why]));
}

/** State rules of links. */
export const linkStateRules: StateRules<Link> = {
  // Notifications of bridges about their ports, and of wireless drivers, have only a few members.
  identityOf: ({ index, family, mtu }) => (family === "bridge" || mtu === undefined ? undefined : index),
  remembers: [...AFFECTING, "index", "linkNetnsid", "linkinfo"],
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
  dependsOn: [rootQdisc as Dependency<object>],
  perLink: { key: "index", single: true },
};
