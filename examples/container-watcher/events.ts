// What the watcher reports, and how two views of the world differ.

import { type Pair, pairsIn } from "./pairs.js";
import type { LinkView, NamespaceView, World } from "./view.js";

/** A namespace came or went. */
export interface NamespaceEvent {
  readonly type: "namespaceAdded" | "namespaceRemoved";
  readonly namespace: string;
}

/** A link came or went. */
export interface LinkEvent {
  readonly type: "linkAdded" | "linkRemoved";
  readonly namespace: string;
  readonly ifname: string;
  readonly kind: string;
}

/** A link was given another name. */
export interface RenamedEvent {
  readonly type: "linkRenamed";
  readonly namespace: string;
  readonly ifname: string;
  readonly before: string;
}

/** A link joined a bridge or left it. */
export interface BridgeEvent {
  readonly type: "attached" | "detached";
  readonly namespace: string;
  readonly ifname: string;
  readonly bridge: string;
}

/** A link got an address or lost it. */
export interface AddressEvent {
  readonly type: "addressAdded" | "addressRemoved";
  readonly namespace: string;
  readonly ifname: string;
  readonly address: string;
}

/** Both ends of a veth pair are known, or no longer. */
export interface PairEvent {
  readonly type: "paired" | "unpaired";
  readonly ends: Pair;
}

/** An event of the watcher. */
export type ContainerEvent =
  | NamespaceEvent
  | LinkEvent
  | RenamedEvent
  | BridgeEvent
  | AddressEvent
  | PairEvent;

const without = <T>(list: Iterable<T> = [], others: Iterable<T> = []): T[] => {
  const known = new Set(others);
  return [...list].filter((one) => !known.has(one));
};

/** Differences of a link that is in both views, or in one. */
function ofLink(
  namespace: string,
  before: LinkView | undefined,
  now: LinkView | undefined,
): ContainerEvent[] {
  const { ifname, kind } = (now ?? before)!;
  const where = { namespace, ifname };
  const moved = before?.bridge !== now?.bridge;
  return [
    ...(before === undefined ? [{ type: "linkAdded", ...where, kind } as const] : []),
    ...(before && now && before.ifname !== ifname
      ? [{ type: "linkRenamed", ...where, before: before.ifname } as const]
      : []),
    ...(moved && before?.bridge !== undefined
      ? [{ type: "detached", ...where, bridge: before.bridge } as const]
      : []),
    ...(moved && now?.bridge !== undefined
      ? [{ type: "attached", ...where, bridge: now.bridge } as const]
      : []),
    ...without(before?.addresses, now?.addresses).map(
      (address) => ({ type: "addressRemoved", ...where, address }) as const,
    ),
    ...without(now?.addresses, before?.addresses).map(
      (address) => ({ type: "addressAdded", ...where, address }) as const,
    ),
    ...(now === undefined ? [{ type: "linkRemoved", ...where, kind } as const] : []),
  ];
}

function ofNamespace(
  namespace: string,
  before: NamespaceView | undefined,
  now: NamespaceView | undefined,
): ContainerEvent[] {
  if (before === now) return [];
  const indexes = new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])]);
  const ofLinks = [...indexes].flatMap((index) => ofLink(namespace, before?.get(index), now?.get(index)));
  return [
    ...(before === undefined ? [{ type: "namespaceAdded", namespace } as const] : []),
    ...ofLinks,
    ...(now === undefined ? [{ type: "namespaceRemoved", namespace } as const] : []),
  ];
}

/** Pairs of a world that another one lacks. */
const pairEvents = (type: PairEvent["type"], world: World, other: World): PairEvent[] => {
  const [pairs, others] = [world, other].map((one) => pairsIn(one).map((ends) => JSON.stringify(ends)));
  return without(pairs, others).map((text) => ({ type, ends: JSON.parse(text) as Pair }));
};

/** Returns what happened between two worlds, in an order in which nothing is named before it came, or after it went. */
export function eventsBetween(before: World, now: World): ContainerEvent[] {
  const names = new Set([...before.keys(), ...now.keys()]);
  return [
    ...pairEvents("unpaired", before, now),
    ...[...names].flatMap((name) => ofNamespace(name, before.get(name), now.get(name))),
    ...pairEvents("paired", now, before),
  ];
}
