import { type Dependency, identityBy, type StateRules } from "@rxnetlink/core";
import { addressObject } from "../address/address.js";
import type { Address } from "../address/layout.js";
import { type MulticastAddress, multicastAddressObject } from "../address/multicast-address.js";
import { addressStateRules } from "../address/state.js";
import { linkBarrier } from "../link/dependents.js";
import type { Link } from "../link/layout.js";
import { linkObject } from "../link/link.js";
import { affectsOthers, linkStateRules, relatedLinks } from "../link/state.js";
import { type Netconf, netconfObject } from "../namespace/netconf.js";
import { type Fdb, neighbourFlags } from "./layout.js";

/** A link joins groups when it comes up, and those that its upper links joined. */
const dependsOnLinks: Dependency<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  invalidates: ({ type: event, value }, previous) =>
    event === "delete" || affectsOthers(value, previous) ? relatedLinks(value) : [],
};

/** Each IPv6 address has its own group, which the link joins. */
const dependsOnAddresses: Dependency<Address> = {
  object: addressObject,
  identityOf: addressStateRules.identityOf,
  invalidates: ({ value }) => [value.index],
};

/** Groups joined on a link; the kernel sends notifications since 6.15. */
const dependsOnGroups: Dependency<MulticastAddress> = {
  object: multicastAddressObject,
  optional: true,
  identityOf: ({ index }) => index,
  invalidates: ({ value }) => [value.index],
};

/** A link that forwards joins the group of all routers. */
const dependsOnForwarding: Dependency<Netconf> = {
  object: netconfObject,
  identityOf: ({ ifindex }) => ifindex,
  invalidates: ({ value: { ifindex = 0, forwarding } }) =>
    ifindex > 0 && forwarding !== undefined ? [ifindex] : false,
};

/** True if a hardware address is that of a group: the lowest bit of the first byte is set. */
const isGroup = (lladdr = "00") => (Number.parseInt(lladdr.slice(0, 2), 16) & 1) === 1;

const isOwn = ({ flags, master, dst }: Fdb) =>
  (flags & neighbourFlags.bits.self) !== 0 && master === undefined && dst === undefined;

/** State rules of forwarding tables; entries in a link's own table and in its bridge's table differ in the master. */
export const fdbStateRules: StateRules<Fdb> = {
  identityOf: identityBy<Fdb>(
    "ndmIfindex",
    "master",
    "lladdr",
    "vlan",
    "dst",
    "port",
    "vni",
    "srcVni",
    "nhId",
  ),
  remembers: [],
  volatile: ["cacheinfo"],
  // A notification of a link's own filter has what was requested, not what is in effect.
  needsRelist: ({ type: event, value }) => (event === "new" && isOwn(value) ? [value.ndmIfindex] : false),
  silent: {
    "": {
      reason:
        "multicast groups in the filter of a link: those that sockets join; those that IP joins are followed, since 6.15",
      when: (fdb) => isOwn(fdb) && isGroup(fdb.lladdr),
    },
  },
  dependsOn: [
    dependsOnLinks,
    dependsOnAddresses,
    dependsOnGroups,
    dependsOnForwarding,
  ] as readonly Dependency<object>[],
  perLink: { key: "ndmIfindex" },
  barrier: linkBarrier,
};
