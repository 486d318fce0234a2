import { type Dependency, identityBy, type StateRules } from "@rxnetlink/core";
import { dependsOnLink, linkBarrier } from "../../link/dependents.js";
import type { Link } from "../../link/layout.js";
import { linkObject } from "../../link/link.js";
import { linkStateRules } from "../../link/state.js";
import type { BrMdbEntry, Mdb, MdbEntryAttributes, MdbEntryInfo } from "./layout.js";

const entryOf = identityBy<BrMdbEntry>("ifindex", "vid", "addr");
const restOf = identityBy<MdbEntryAttributes>("source", "dst", "dstPort", "vni", "ifindex", "srcVni");

/** Returns the entries of a database. */
export function mdbEntries({ mdb }: Partial<Mdb>): MdbEntryInfo[] {
  return mdb?.entry?.flatMap(({ info = [] }) => info) ?? [];
}

const snooping = ({ linkinfo }: Link) => linkinfo?.data?.bridge?.mcastSnooping;

/** A bridge silently hides its entries when multicast snooping is turned off. */
const dependsOnSnooping: Dependency<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  invalidates: ({ value }, previous) => snooping(value) !== (previous && snooping(previous)),
};

/** State rules of multicast databases: one {@link Mdb} per entry, without router ports. */
export const mdbStateRules: StateRules<Mdb> = {
  // Dumps have the family "unspec".
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
