import { NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core";
import { type Address, addressFlags, addressObject, routeTables } from "@rxnetlink/route";
import type { LinkEvent } from "../kernel/fake-object.js";
import { type Asked, has } from "../kernel/fake-request.js";
import type { Net } from "../kernel/network.js";
import { refuse } from "../kernel/refused.js";
import { type FakeLink, isUp } from "../links/fake-link.js";
import type { FakeRoute } from "../routes/fake-route.js";
import { covers, isLinkLocal, masked } from "../routes/ip-prefix.js";
import { AddressesByLink } from "./addresses-by-link.js";
import { type AddressFamily, type FakeAddress, forEver } from "./fake-address.js";

const { homeaddress, managetempaddr, nodad, noprefixroute, permanent } = addressFlags.bits;
/** The flags that a request may set. */
const SETTABLE = homeaddress | managetempaddr | nodad | noprefixroute;
/** Metric of the routes that addresses bring. */
const IP6_RT_PRIO_ADDRCONF = 256;
const MULTICAST = /^ff/;
/** `IFAPROT_KERNEL_LO` */
const LOOPBACK = { local: "::1", prefixlen: 128, scope: "host", proto: "kernelLo" } as const;

const common = { family: "inet6", tos: 0, protocol: "kernel", scope: "universe" } as const;

function scopeOf(address: string): Address["scope"] {
  if (address === "::1") return "host";
  return isLinkLocal(address) ? "link" : "universe";
}

/** IPv6 addresses. The kernel keeps them by link, and lets them go when it goes down. */
export class Ipv6Addresses implements AddressFamily {
  readonly #rows = new AddressesByLink();
  readonly #net: Net;

  constructor(net: Net) {
    this.#net = net;
  }

  get all(): readonly FakeAddress[] {
    return this.#rows.all;
  }

  put(request: Address, link: FakeLink, asked: Asked): void {
    const local = request.local ?? request.address ?? "";
    if (request.address !== undefined && request.address !== local)
      refuse("EOPNOTSUPP", "the fake kernel has no IPv6 peers", "address");
    const known = this.#rows.of(link).find((row) => row.local === local);
    if (known === undefined) return this.#insert(link, this.#rowOf({ ...request, local }, link));
    if (has(asked, NLM_F_EXCL) || !has(asked, NLM_F_REPLACE)) refuse("EEXIST", "address already assigned");
    this.#change(link, known, request);
  }

  remove({ local, address, prefixlen }: Address, link: FakeLink): void {
    const wanted = local ?? address;
    const row = this.#rows.of(link).find((one) => one.local === wanted && one.prefixlen === prefixlen);
    this.#delete(link, row ?? refuse("EADDRNOTAVAIL", "address not found"));
  }

  follow(event: LinkEvent, link: FakeLink): void {
    if (event === "up") for (const row of this.#rows.of(link)) this.#connect(link, row);
    if (event === "up" || event === "carrier") this.#getReady(link);
    if (event !== "down" && event !== "unregister") return;
    link.ready = false;
    this.#net.routes.lose(link, "inet6");
    for (const row of [...this.#rows.of(link)]) this.#delete(link, row);
    if (event === "unregister") this.#rows.forget(link);
  }

  /** A link that carries for the first time since it was switched on. */
  #getReady(link: FakeLink): void {
    if (link.ready || !isUp(link) || !this.#net.links.carries(link)) return;
    link.ready = true;
    if (link.kind.type !== "loopback") this.#addMulticast(link);
    else if (this.#rows.of(link).length === 0) this.#insert(link, this.#rowOf(LOOPBACK, link));
  }

  #rowOf(request: Partial<Address> & { local: string }, { index }: FakeLink): FakeAddress {
    const { local, prefixlen = 128, ifaFlags = 0, proto, rtPriority } = request;
    const flags = (((request.flags ?? ifaFlags) & SETTABLE) | permanent) >>> 0;
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
      cacheinfo: forEver,
    };
  }

  #insert(link: FakeLink, row: FakeAddress): void {
    const { local, prefixlen } = row;
    if (prefixlen > 128) refuse("EINVAL", "Invalid prefix length");
    const misplaced = local === "::1" && link.kind.type !== "loopback";
    if (local === "::" || MULTICAST.test(local) || misplaced) refuse("EADDRNOTAVAIL");
    if (link.kind.type !== "loopback") this.#addMulticast(link);
    this.#rows.of(link).unshift(row);
    this.#tell("new", row);
    this.#connect(link, row);
  }

  #change(link: FakeLink, row: FakeAddress, request: Address): void {
    const before = row.flags;
    const { flags, ifaFlags, rtPriority } = this.#rowOf({ ...request, local: row.local }, link);
    const prefix = (bits: number) => (bits & noprefixroute) === 0;
    if (prefix(before) && !prefix(flags)) this.#dropPrefix(link, row);
    Object.assign(row, { flags, ifaFlags }, rtPriority !== undefined && { rtPriority });
    this.#tell("new", row);
    if (!prefix(before) && prefix(flags)) this.#connect(link, row);
  }

  /** Makes the routes that an address brings: to itself, and where the link is up to its prefix. */
  #connect(link: FakeLink, { local, prefixlen, flags, rtPriority }: FakeAddress): void {
    const ways = [{ oif: link.index }];
    const host = { ...common, ways, type: "local", dst: local, dstLen: 128, priority: 0 } as const;
    this.#net.routes.insert({ ...host, table: routeTables.local }, 0);
    if (!isUp(link) || local === "::1" || (flags & noprefixroute) !== 0) return;
    const priority = rtPriority || IP6_RT_PRIO_ADDRCONF;
    const prefix = {
      ...common,
      ways,
      type: "unicast",
      dst: masked(local, prefixlen),
      dstLen: prefixlen,
    } as const;
    this.#net.routes.insert({ ...prefix, priority, table: routeTables.main }, 0);
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
    this.#net.routes.insert({ ...route, table: routeTables.local, ways: [{ oif: link.index }] }, 0);
  }

  #delete(link: FakeLink, row: FakeAddress): void {
    const rows = this.#rows.of(link);
    rows.splice(rows.indexOf(row), 1);
    this.#tell("delete", row);
    this.#dropRoute(routeTables.local, row.local, 128, link);
    if ((row.flags & noprefixroute) === 0) this.#dropPrefix(link, row);
  }

  /** The prefix's route goes with the last address that wants it. */
  #dropPrefix(link: FakeLink, row: FakeAddress): void {
    const { local, prefixlen } = row;
    const wants = (one: FakeAddress) =>
      one !== row &&
      one.prefixlen === prefixlen &&
      (one.flags & noprefixroute) === 0 &&
      covers(local, prefixlen, one.local);
    if (!this.#rows.of(link).some(wants))
      this.#dropRoute(routeTables.main, masked(local, prefixlen), prefixlen, link);
  }

  /** Removes the first route to a prefix that leads to a link without a gateway. */
  #dropRoute(table: number, dst: string, dstLen: number, { index }: FakeLink): void {
    const fits = ({ ways: [way] }: FakeRoute) => way?.oif === index && way.gateway === undefined;
    const route = this.#net.routes.at("inet6", table, dst, dstLen).find(fits);
    if (route !== undefined) this.#net.routes.delete(route);
  }

  /** The kernel says of IPv6 addresses neither who asked nor, where there is no other end, which end it is. */
  #tell(event: "new" | "delete", row: FakeAddress): void {
    this.#net.tell<Address>(addressObject, event, told(row));
  }
}

/** An address as it is told: without another end there is no `IFA_LOCAL`. */
export function told({ local, ...row }: FakeAddress): Partial<Address> {
  return row.family === "inet6" ? row : { ...row, local };
}
