// Which ends of veth pairs belong together, across namespaces.

import type { LinkView, World } from "./view.js";

/** An end of a pair. */
export interface End {
  readonly namespace: string;
  readonly ifname: string;
}

/** Two links that are joined: what one sends, the other receives. */
export type Pair = readonly [End, End];

interface PairedLink extends Required<Pick<LinkView, "index" | "ifname" | "peer">> {
  readonly namespace: string;
}

/** True if each of two ends names the other one. */
function areJoined(one: PairedLink, other: PairedLink): boolean {
  const sameIndexes = one.peer.index === other.index && other.peer.index === one.index;
  const elsewhere = one.namespace !== other.namespace;
  return (
    sameIndexes && one !== other && one.peer.elsewhere === elsewhere && other.peer.elsewhere === elsewhere
  );
}

/** Groups ends by the two indexes of their pair, so that only few have to be compared. */
function groupsIn(world: World): Iterable<readonly PairedLink[]> {
  const groups = new Map<string, PairedLink[]>();
  for (const [namespace, view] of world)
    for (const { index, ifname, peer } of view.values()) {
      if (peer === undefined) continue;
      const key = index < peer.index ? `${index} ${peer.index}` : `${peer.index} ${index}`;
      const group = groups.get(key) ?? [];
      if (group.push({ namespace, index, ifname, peer }) === 1) groups.set(key, group);
    }
  return groups.values();
}

/**
 * Returns the pairs, each once. The kernel says of an end which index the other one has in its namespace, but not by name which
 * namespace that is: where several fit, as they may between containers, none is guessed.
 */
export function pairsIn(world: World): Pair[] {
  return [...groupsIn(world)].flatMap((group) => {
    const partners = (end: PairedLink) => group.filter((other) => areJoined(end, other));
    return group.flatMap((end, i): Pair[] => {
      const [other, another] = partners(end);
      const known = other !== undefined && another === undefined && partners(other).length === 1;
      return known && i < group.indexOf(other) ? [[endOf(end), endOf(other)]] : [];
    });
  });
}

const endOf = ({ namespace, ifname }: PairedLink): End => ({ namespace, ifname });
