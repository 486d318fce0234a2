import { type GroupOf, UnsupportedError } from "@rxnetlink/core";
import type { Family } from "./definition.js";

/** The numbers that the kernel gave to a family when it was loaded. */
export interface Resolved {
  /** Type of its messages. */
  readonly id: number;
  /** Its multicast groups. */
  readonly groups: Readonly<Record<string, number>>;
  /** Commands that need `CAP_NET_ADMIN` in the initial user namespace (`GENL_ADMIN_PERM`). */
  readonly privileged: ReadonlySet<number>;
}

/** Returns the name of a group by the number that the family's messages give it. */
function nameOf({ groups = {} }: Family, number: number): string {
  return Object.keys(groups).find((name) => groups[name] === number) ?? `number ${number}`;
}

/**
 * Returns the kernel's numbers of a family's groups, which are given by their names or by the numbers of {@link Family.groups}.
 *
 * @throws UnsupportedError if the kernel's family has no such group.
 */
export function kernelGroups(family: Family, resolved: Resolved, groups: readonly GroupOf[]): number[] {
  return groups.map((group) => {
    const name = typeof group === "string" ? group : nameOf(family, group);
    const number = Object.hasOwn(resolved.groups, name) ? resolved.groups[name] : undefined;
    if (number !== undefined) return number;
    const there = Object.keys(resolved.groups).join(", ") || "none";
    throw new UnsupportedError(
      `${family.name} has no multicast group ${name} in this kernel; it has ${there}`,
      family.name,
    );
  });
}
