// What the watcher sees of the network, reduced from the kernel's objects to what it reports.

import { type LinkNode, prefixOf, type Topology } from "rxnetlink";

/** A link, as far as it is reported. */
export interface LinkView {
  readonly index: number;
  readonly ifname: string;
  /** Kind, such as `"veth"`; the type of the device for links that have none. */
  readonly kind: string;
  /** Name of the bridge it belongs to. */
  readonly bridge?: string;
  /** Other end of a veth pair. */
  readonly peer?: {
    /** Its index, in its own namespace. */
    readonly index: number;
    /** True if that is another namespace. */
    readonly elsewhere: boolean;
  };
  /** Addresses with their prefix lengths, sorted. */
  readonly addresses: readonly string[];
}

/** Links of a namespace, by index. */
export type NamespaceView = ReadonlyMap<number, LinkView>;

/** All namespaces, by name. */
export type World = ReadonlyMap<string, NamespaceView>;

function linkView({ link, master, addresses }: LinkNode): LinkView {
  const { index, ifname = "", linkinfo, type } = link;
  const kind = linkinfo?.kind ?? String(type);
  return {
    index,
    ifname,
    kind,
    ...(master?.linkinfo?.kind === "bridge" && { bridge: master.ifname ?? "" }),
    ...(kind === "veth" &&
      link.link !== undefined && {
        peer: { index: link.link, elsewhere: link.linkNetnsid !== undefined },
      }),
    addresses: addresses.map((address) => prefixOf(address)).sort(),
  };
}

/** Reduces the topology of a namespace. Loopback, which every namespace has, is left out. */
export function viewOf({ links }: Topology): NamespaceView {
  const shown = [...links.values()].filter(({ link }) => link.type !== "loopback");
  return new Map(shown.map((node) => [node.link.index, linkView(node)]));
}
