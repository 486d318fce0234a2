import { NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core/schema";
import { type Address, addressFlags, addressObject, routeTables } from "@rxnetlink/route";
import { type FakeRequest, hasFlags, reject } from "@rxnetlink/testing/fake";
import { type FakeLink, isUp } from "../links/fake-link.js";
import type { LinkEvent, Network } from "../network.js";
import type { FakeRoute } from "../routes/fake-route.js";
import { covers, isLinkLocal, masked } from "../routes/ip-prefix.js";
import { AddressesByLink } from "./addresses-by-link.js";
import { type AddressFamily, type FakeAddress, forever } from "./fake-address.js";

const { homeaddress, managetempaddr, nodad, noprefixroute, permanent } = addressFlags.bits;
/** The flags that a request may set. */
const SETTABLE = homeaddress | managetempaddr | nodad | noprefixroute;
/** Metric of the routes that addresses imply. */
const IP6_RT_PRIO_ADDRCONF = 256;
const MULTICAST = /^ff/;
/** `IFAPROT_KERNEL_LO` */
const LOOPBACK = { local: "::1", prefixlen: 128, scope: "host", proto: "kernelLo" } as const;

const common = { family: "inet6", tos: 0, protocol: "kernel", scope: "universe" } as const;

function scopeOf(address: string): Address["scope"] {
  if (address === "::1") return "host";
  return isLinkLocal(address) ? "link" : "universe";
}

/** The IPv6 addresses. The kernel keeps them by link and deletes them when it goes down. */
export class Ipv6Addresses implements AddressFamily {
  readonly #rows = new AddressesByLink();
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
  }

  get all(): readonly FakeAddress[] {
    return this.#rows.all;
  }

  put(value: Address, link: FakeLink, request: FakeRequest): void {
    const local = value.local ?? value.address ?? "";
    if (value.address !== undefined && value.address !== local)
      reject("EOPNOTSUPP", "the fake kernel has no IPv6 peers", "address");
    const known = this.#rows.of(link).find((row) => row.local === local);
    if (known === undefined) return this.#insert(link, this.#rowOf({ ...value, local }, link));
    if (hasFlags(request, NLM_F_EXCL) || !hasFlags(request, NLM_F_REPLACE))
      reject("EEXIST", "address already assigned");
    this.#change(link, known, value);
  }

  remove({ local, address, prefixlen }: Address, link: FakeLink): void {
    const wanted = local ?? address;
    const row = this.#rows.of(link).find((one) => one.local === wanted && one.prefixlen === prefixlen);
    this.#delete(link, row ?? reject("EADDRNOTAVAIL", "address not found"));
  }

  onLinkEvent(event: LinkEvent, link: FakeLink): void {
    if (event === "up") for (const row of this.#rows.of(link)) this.#connect(link, row);
    if (event === "up" || event === "carrier") this.#start(link);
    if (event !== "down" && event !== "unregister") return;
    link.ready = false;
    this.#network.routes.deleteByLink(link, "inet6");
    for (const row of [...this.#rows.of(link)]) this.#delete(link, row);
    if (event === "unregister") this.#rows.forget(link);
  }

  /** Starts IPv6 on a link that has a carrier for the first time since it was brought up. */
  #start(link: FakeLink): void {
    if (link.ready || !isUp(link) || !this.#network.links.carries(link)) return;
    link.ready = true;
    if (link.kind.type !== "loopback") this.#addMulticast(link);
    else if (this.#rows.of(link).length === 0) this.#insert(link, this.#rowOf(LOOPBACK, link));
  }

  #rowOf(value: Partial<Address> & { local: string }, { index }: FakeLink): FakeAddress {
    const { local, prefixlen = 128, ifaFlags = 0, proto, rtPriority } = value;
    const flags = (((value.flags ?? ifaFlags) & SETTABLE) | permanent) >>> 0;
    return {
      family: "inet6",
      prefixlen,
      ifaFlags: flags & 0xff,
      scope: scopeOf(local),
      index,
      local,
      address: local,
      ...(proto !== undefined && { proto }),
      flags,
      ...(rtPriority !== undefined && { rtPriority }),
      cacheinfo: forever,
    };
  }

  #insert(link: FakeLink, row: FakeAddress): void {
    const { local, prefixlen } = row;
    if (prefixlen > 128) reject("EINVAL", "Invalid prefix length");
    const misplaced = local === "::1" && link.kind.type !== "loopback";
    if (local === "::" || MULTICAST.test(local) || misplaced) reject("EADDRNOTAVAIL");
    if (link.kind.type !== "loopback") this.#addMulticast(link);
    this.#rows.of(link).unshift(row);
    this.#notify("new", row);
    this.#connect(link, row);
  }

  #change(link: FakeLink, row: FakeAddress, value: Address): void {
    const before = row.flags;
    const { flags, ifaFlags, rtPriority } = this.#rowOf({ ...value, local: row.local }, link);
    const prefix = (bits: number) => (bits & noprefixroute) === 0;
    if (prefix(before) && !prefix(flags)) this.#dropPrefix(link, row);
    Object.assign(row, { flags, ifaFlags }, rtPriority !== undefined && { rtPriority });
    this.#notify("new", row);
    if (!prefix(before) && prefix(flags)) this.#connect(link, row);
  }

  /** Inserts the routes that an address implies: to itself and, if the link is up, to its prefix. */
  #connect(link: FakeLink, { local, prefixlen, flags, rtPriority }: FakeAddress): void {
    const nexthops = [{ oif: link.index }];
    const host = { ...common, nexthops, type: "local", dst: local, dstLen: 128, priority: 0 } as const;
    this.#network.routes.insert({ ...host, table: routeTables.local }, 0);
    if (!isUp(link) || local === "::1" || (flags & noprefixroute) !== 0) return;
    const priority = rtPriority || IP6_RT_PRIO_ADDRCONF;
    const prefix = {
      ...common,
      nexthops,
      type: "unicast",
      dst: masked(local, prefixlen),
      dstLen: prefixlen,
    } as const;
    this.#network.routes.insert({ ...prefix, priority, table: routeTables.main }, 0);
  }

  #addMulticast(link: FakeLink): void {
    if (!isUp(link)) return;
    const route = {
      ...common,
      type: "multicast",
      dst: "ff00::",
      dstLen: 8,
      priority: IP6_RT_PRIO_ADDRCONF,
    } as const;
    this.#network.routes.insert({ ...route, table: routeTables.local, nexthops: [{ oif: link.index }] }, 0);
  }

  #delete(link: FakeLink, row: FakeAddress): void {
    const rows = this.#rows.of(link);
    rows.splice(rows.indexOf(row), 1);
    this.#notify("delete", row);
    this.#dropRoute(routeTables.local, row.local, 128, link);
    if ((row.flags & noprefixroute) === 0) this.#dropPrefix(link, row);
  }

  /** Deletes the route to a prefix unless another address needs it. */
  #dropPrefix(link: FakeLink, row: FakeAddress): void {
    const { local, prefixlen } = row;
    const needs = (one: FakeAddress) =>
      one !== row &&
      one.prefixlen === prefixlen &&
      (one.flags & noprefixroute) === 0 &&
      covers(local, prefixlen, one.local);
    if (!this.#rows.of(link).some(needs))
      this.#dropRoute(routeTables.main, masked(local, prefixlen), prefixlen, link);
  }

  /** Deletes the first route to a prefix that has a link but no gateway. */
  #dropRoute(table: number, dst: string, dstLen: number, { index }: FakeLink): void {
    const fits = ({ nexthops: [nexthop] }: FakeRoute) =>
      nexthop?.oif === index && nexthop.gateway === undefined;
    const route = this.#network.routes.at("inet6", table, dst, dstLen).find(fits);
    if (route !== undefined) this.#network.routes.delete(route);
  }

  /** Notifies of an address. For IPv6, the kernel reports neither the cause nor `IFA_LOCAL` without a peer. */
  #notify(event: "new" | "delete", row: FakeAddress): void {
    this.#network.notify<Address>(addressObject, event, messageOf(row));
  }
}

/** Returns the message of an address: without a peer, IPv6 has no `IFA_LOCAL`. */
export function messageOf({ local, ...row }: FakeAddress): Partial<Address> {
  return row.family === "inet6" ? row : { ...row, local };
}
