import { type Link, linkFlags } from "@rxnetlink/route";
import { refuse } from "../kernel/refused.js";
import { type FakeLink, isUp } from "./fake-link.js";
import type { LinkKind } from "./kinds/link-kind.js";
import type { Links } from "./links.js";

const { allmulti, multicast, noarp, promisc, up } = linkFlags.bits;
const IFNAMSIZ = 16;
const BAD_NAME = /[/:\s]|^\.{1,2}$/;
const ETH_ALEN = 6;
const IPV6_MIN_MTU = 1280;

/** The members of a request that are modelled. */
export const KNOWN = [
  "family",
  "type",
  "index",
  "flags",
  "change",
  "ifname",
  "altIfname",
  "mtu",
  "address",
  "master",
  "link",
  "linkinfo",
  "txqlen",
  "group",
  "ifalias",
  "carrier",
  "extMask",
];

/** Refuses a name that no link can have. */
export function checkName(ifname: string | undefined): void {
  if (ifname === undefined) return;
  if (ifname.length >= IFNAMSIZ) refuse("ERANGE", "Attribute failed policy validation", "ifname");
  if (BAD_NAME.test(ifname)) refuse("EINVAL");
}

/** Refuses what is not the address of one Ethernet card. */
export function checkAddress(address: string | undefined): void {
  if (address === undefined) return;
  const octets = address.split(":").map((octet) => Number.parseInt(octet, 16));
  if (octets.length !== ETH_ALEN) refuse("EINVAL");
  const isGroup = ((octets[0] ?? 0) & 1) !== 0;
  if (isGroup || octets.every((octet) => octet === 0)) refuse("EADDRNOTAVAIL");
}

/** Refuses an MTU out of the range of a kind. */
export function checkMtu({ minMtu, maxMtu }: LinkKind, mtu: number | undefined): void {
  if (mtu === undefined) return;
  if (mtu < minMtu) refuse("EINVAL", "mtu less than device minimum");
  if (maxMtu !== 0 && mtu > maxMtu) refuse("EINVAL", "mtu greater than device maximum");
  if (mtu < IPV6_MIN_MTU) refuse("EOPNOTSUPP", "the fake kernel does not model links too small for IPv6");
}

/**
 * What changes one member of a link. Each says whether there is something to tell: of a link that is down, the kernel
 * keeps changes of its group and alias to itself.
 */
const SETTERS: {
  [K in keyof Link]?: (links: Links, link: FakeLink, value: NonNullable<Link[K]>) => boolean;
} = {
  address(links, link, address) {
    if (link.kind.fixedAddress) refuse("EOPNOTSUPP");
    checkAddress(address);
    link.chosen = true;
    // The kernel does all that follows even where it is the same address.
    links.readdress(link, address);
    return false;
  },
  mtu(links, link, mtu) {
    checkMtu(link.kind, mtu);
    if (mtu !== link.mtu) links.resize(link, mtu);
    return false;
  },
  group: (_, link, group) => put(link, "group", group) && isUp(link),
  ifname(links, link, ifname) {
    if (ifname === link.ifname || ifname === "") return false;
    if (links.byName(ifname) !== undefined) refuse("EEXIST");
    return put(link, "ifname", ifname);
  },
  ifalias(_, link, ifalias) {
    const before = link.ifalias ?? "";
    if (ifalias === "") delete link.ifalias;
    else link.ifalias = ifalias;
    return before !== ifalias && isUp(link);
  },
  txqlen: (_, link, txqlen) => put(link, "txqlen", txqlen),
};

function put<K extends keyof FakeLink>(link: FakeLink, key: K, value: FakeLink[K]): boolean {
  const changed = link[key] !== value;
  link[key] = value;
  return changed;
}

/** How requests change links. */
export const set = {
  /** The flags that a request may set. */
  flags: up | noarp | promisc | allmulti | multicast,

  /** Carries out, in the kernel's order, what a request says of single members. */
  settings(links: Links, link: FakeLink, request: Link): void {
    for (const key of Object.keys(SETTERS) as (keyof Link)[]) {
      const value = request[key];
      const setter = SETTERS[key] as ((links: Links, link: FakeLink, value: unknown) => boolean) | undefined;
      if (value !== undefined && setter?.(links, link, value)) links.tell(link);
    }
  },

  /** Gives or takes the carrier of those kinds that let it be. */
  carrier(links: Links, link: FakeLink, yes: boolean): void {
    if (!link.kind.ownCarrier) refuse("EOPNOTSUPP");
    link.carrier = yes;
    links.settle();
  },
};
