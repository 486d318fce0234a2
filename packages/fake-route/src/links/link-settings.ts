import { type Link, linkFlags } from "@rxnetlink/route";
import { reject } from "@rxnetlink/testing/fake";
import { type FakeLink, isUp, type LinkKind, type LinkTable } from "./fake-link.js";

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

/** Rejects an invalid name. */
export function checkName(ifname: string | undefined): void {
  if (ifname === undefined) return;
  if (ifname.length >= IFNAMSIZ) reject("ERANGE", "Attribute failed policy validation", "ifname");
  if (BAD_NAME.test(ifname)) reject("EINVAL");
}

/** Rejects anything but the unicast address of an Ethernet link. */
export function checkAddress(address: string | undefined): void {
  if (address === undefined) return;
  const octets = address.split(":").map((octet) => Number.parseInt(octet, 16));
  if (octets.length !== ETH_ALEN) reject("EINVAL");
  const isGroup = ((octets[0] ?? 0) & 1) !== 0;
  if (isGroup || octets.every((octet) => octet === 0)) reject("EADDRNOTAVAIL");
}

/** Rejects an MTU outside the range of a kind. */
export function checkMtu({ minMtu, maxMtu }: LinkKind, mtu: number | undefined): void {
  if (mtu === undefined) return;
  if (mtu < minMtu) reject("EINVAL", "mtu less than device minimum");
  if (maxMtu !== 0 && mtu > maxMtu) reject("EINVAL", "mtu greater than device maximum");
  if (mtu < IPV6_MIN_MTU) reject("EOPNOTSUPP", "the fake kernel does not model links too small for IPv6");
}

/**
 * Setters of single members of a link, in the kernel's order. Each returns true if a notification must follow: of a link
 * that is down, the kernel does not report changes of its group and alias.
 */
const SETTERS: {
  [K in keyof Link]?: (links: LinkTable, link: FakeLink, value: NonNullable<Link[K]>) => boolean;
} = {
  address(links, link, address) {
    if (link.kind.fixedAddress) reject("EOPNOTSUPP");
    checkAddress(address);
    link.chosen = true;
    // The kernel does all of this even if the address stays the same.
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
    if (links.byName(ifname) !== undefined) reject("EEXIST");
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

/** Changes that requests make to links. */
export const set = {
  /** The flags that a request may set. */
  flags: up | noarp | promisc | allmulti | multicast,

  /** Sets the single members of a request, in the kernel's order. */
  settings(links: LinkTable, link: FakeLink, value: Link): void {
    for (const key of Object.keys(SETTERS) as (keyof Link)[]) {
      const setting = value[key];
      const setter = SETTERS[key] as
        | ((links: LinkTable, link: FakeLink, value: unknown) => boolean)
        | undefined;
      if (setting !== undefined && setter?.(links, link, setting)) links.notify(link);
    }
  },

  /** Sets the carrier, if the kind allows that. */
  carrier(links: LinkTable, link: FakeLink, yes: boolean): void {
    if (!link.kind.ownCarrier) reject("EOPNOTSUPP");
    link.carrier = yes;
    links.updateCarriers();
  },
};
