import { type Fdb, type Neighbour, neighbourFlags, neighbourState } from "@rxnetlink/route";
import { concat } from "rxjs";
import { objectSection } from "../object-section.js";

/** Neighbours that were learnt are state; those that the administrator set, and proxy entries, are not. */
function isLearnt({ state = 0, flags = 0 }: Neighbour): boolean {
  return !neighbourState.has(state, "permanent") && !neighbourFlags.has(flags, "proxy");
}

/** Permanent neighbours, and proxy entries. */
export const neighbours = objectSection<Neighbour>({
  name: "neighbour",
  object: ({ route }) => route.neighbour,
  list$: ({ route: { neighbour } }) =>
    concat(neighbour.list$(), neighbour.list$({ flags: neighbourFlags.bits.proxy })),
  key: ["family", "ndmIfindex", "dst", "flags"],
  subject: ({ dst, ndmIfindex }) => `${dst} on ${ndmIfindex}`,
  link: "ndmIfindex",
  isState: isLearnt,
  // One that was learnt may be there already.
  add: "replace",
  change: "change",
});

const isMulticast = (address = "") => (Number.parseInt(address.slice(0, 2), 16) & 1) !== 0;

/** Entries that a bridge learnt, those of the addresses of links, and multicast addresses that a link receives. */
function isMadeByKernel({ state = 0, flags = 0, lladdr, dst }: Fdb, isOwn: boolean): boolean {
  if (!neighbourState.has(state, "permanent") && !neighbourState.has(state, "noarp")) return true;
  if (neighbourFlags.has(flags, "extLearned") || dst !== undefined) return dst === undefined;
  return isOwn || isMulticast(lladdr);
}

/** Static entries of forwarding tables. */
export const forwardings = objectSection<Fdb>({
  name: "fdb",
  object: ({ route }) => route.fdb,
  key: ["ndmIfindex", "lladdr", "vlan", "dst", "port", "vni", "srcVni", "nhId"],
  subject: ({ lladdr, ndmIfindex }) => `${lladdr} on ${ndmIfindex}`,
  link: "ndmIfindex",
  isState: (entry, { hasAddress }) => isMadeByKernel(entry, hasAddress(entry.lladdr)),
  // Remote ends of an address are kept in order.
  add: "append",
  change: "change",
});
