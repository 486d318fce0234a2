import { parseIp } from "@rxnetlink/core/schema";
import type { Link, Topology } from "@rxnetlink/route";
import { RouteIndex } from "./route-index.js";

type Settings = Readonly<Record<string, unknown>>;

const settingsOf = ({ linkinfo }: Link): Settings =>
  (linkinfo?.data as Readonly<Record<string, Settings>> | undefined)?.[linkinfo?.kind ?? ""] ?? {};

/** Members of settings of tunnels. */
const REMOTE = ["remote", "remote6", "group", "group6", "remoteIp"];
const LOCAL = ["local", "local6", "localIp"];

/** Returns the first address in some members, unless it is that of any host. */
function addressIn(settings: Settings, members: readonly string[]): Uint8Array | undefined {
  for (const member of members) {
    const value = settings[member];
    const address = typeof value === "string" ? parseIp(value) : undefined;
    if (address?.some((byte) => byte !== 0)) return address;
  }
  return undefined;
}

/** Returns the index of the link that a tunnel is bound to. */
export function boundTo(link: Link): number | undefined {
  const { link: index } = settingsOf(link);
  return typeof index !== "number" || index === 0 || link.linkNetnsid !== undefined ? undefined : index;
}

/** Returns true if a link is a tunnel whose packets take the link that a route says. */
export function isRouted(link: Link): boolean {
  if (boundTo(link) !== undefined || link.linkNetnsid !== undefined) return false;
  const settings = settingsOf(link);
  return addressIn(settings, [...REMOTE, ...LOCAL]) !== undefined;
}

const isEqual = (one: Uint8Array, other: Uint8Array | undefined) =>
  one.length === other?.length && one.every((byte, at) => byte === other[at]);

/** Finds the links that tunnels lie over which are bound to none: by a route to the other end, or else by their own address. */
export class Underlays {
  readonly #routes = new WeakMap<Topology, RouteIndex>();

  /** Returns the index of the link below a tunnel; `undefined` if it is not known. */
  of(topology: Topology, link: Link): number | undefined {
    const settings = settingsOf(link);
    const [remote, local] = [addressIn(settings, REMOTE), addressIn(settings, LOCAL)];
    const index =
      remote === undefined ? withAddress(topology, local) : this.#routesOf(topology).linkTowards(remote);
    return index === link.index ? undefined : index;
  }

  #routesOf(topology: Topology): RouteIndex {
    const known = this.#routes.get(topology);
    if (known !== undefined) return known;
    const index = new RouteIndex([...topology.links.values()].flatMap(({ routes }) => routes));
    this.#routes.set(topology, index);
    return index;
  }
}

function withAddress({ links }: Topology, wanted: Uint8Array | undefined): number | undefined {
  if (wanted === undefined) return undefined;
  for (const [index, { addresses }] of links)
    if (addresses.some(({ local, address }) => isEqual(wanted, parseIp(String(local ?? address)))))
      return index;
  return undefined;
}
