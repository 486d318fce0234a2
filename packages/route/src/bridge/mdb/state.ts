import { type Dependency, identityBy, type StateRules } from "@rxnetlink/core";
import { dependsOnLink, linkBarrier } from "../../link/dependents.js";
import type { Link } from "../../link/layout.js";
import { linkObject } from "../../link/link.js";
import { linkStateRules } from "../../link/state.js";
import type { BrMdbEntry, Mdb, MdbEntryAttributes, MdbEntryInfo } from "./layout.js";

const entryOf = identityBy<BrMdbEntry>("ifindex", "vid", "addr");
const restOf = identityBy<MdbEntryAttributes>("source", "dst", "dstPort", "vni", "ifindex", "srcVni");

/** The entries of a database. */
export function mdbEntries({ mdb }: Partial<Mdb>): MdbEntryInfo[] {
  return mdb?.entry?.flatMap(({ info = [] }) => info) ?? [];
}

const snooping = ({ linkinfo }: Link) => linkinfo?.data?.bridge?.mcastSnooping;

/** A bridge that ceases to look at multicast hides its entries. */
const dependsOnSnooping: Dependency<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  invalidates: ({ value }, previous) => snooping(value) !== (previous && snooping(previous)),
};

/** How the state of multicast databases is kept: one {@link Mdb} an entry, without the ports of routers. */
export const mdbStateRules: StateRules<Mdb> = {
  // Lists have the family "unspec".
  split: (value) =>
    mdbEntries(value).map((info) => ({
      family: "bridge",
      ifindex: value.ifindex,
      mdb: { entry: [{ info: [info] }] },
    })),
  identityOf(value) {
    const [info] = mdbEntries(value);
    return info && `${value.ifindex} ${entryOf(info.entry)} ${restOf(info.attrs)}`;
  },
  volatile: ["timer"],
  dependsOn: [dependsOnLink, dependsOnSnooping],
  barrier: linkBarrier,
};
