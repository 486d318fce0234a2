import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core";
import { type Address, addressFlags, addressObject } from "@rxnetlink/route";
import type { LinkEvent } from "../kernel/fake-object.js";
import { type Asked, type Cause, has } from "../kernel/fake-request.js";
import type { Net } from "../kernel/network.js";
import { refuse } from "../kernel/refused.js";
import type { FakeLink } from "../links/fake-link.js";
import { type FakeRoute, scopeValue } from "../routes/fake-route.js";
import { covers } from "../routes/ip-prefix.js";
import { impliedRoutes, primaryOf } from "../routes/ipv4-implied-routes.js";
import { AddressesByLink } from "./addresses-by-link.js";
import { type AddressFamily, type FakeAddress, forEver } from "./fake-address.js";

const { permanent, secondary } = addressFlags.bits;
const LOOPBACK = { local: "127.0.0.1", address: "127.0.0.1", prefixlen: 8, scope: "host" } as const;
const key = (route: FakeRoute) => JSON.stringify(route);

/** IPv4 addresses. The kernel keeps them by link, the primary ones first. */
export class Ipv4Addresses implements AddressFamily {
  readonly #rows = new AddressesByLink();
  readonly #net: Net;

  constructor(net: Net) {
    this.#net = net;
  }

  get all(): readonly FakeAddress[] {
    return this.#rows.all;
  }

  put(request: Address, link: FakeLink, asked: Asked): void {
    const { local = "", address = local, prefixlen } = request;
    const same = (row: FakeAddress) =>
      row.prefixlen === prefixlen && covers(row.address, prefixlen, address) && row.local === local;
    const known = this.#rows.of(link).find(same);
    if (known === undefined) return this.#insert(link, this.#rowOf(request, link), asked);
    if (has(asked, NLM_F_EXCL) || !has(asked, NLM_F_REPLACE))
      refuse("EEXIST", "ipv4: Address already assigned");
    known.flags = (known.flags | permanent) >>> 0;
    this.#tell("new", known, asked);
  }

  remove({ local, address, prefixlen, label }: Address, link: FakeLink, asked: Asked): void {
    const fits = (row: FakeAddress) =>
      (local === undefined || row.local === local) &&
      (label === undefined || row.label === label) &&
      (address === undefined || (row.prefixlen === prefixlen && covers(row.address, prefixlen, address)));
    const row = this.#rows.of(link).find(fits) ?? refuse("EADDRNOTAVAIL", "ipv4: Address not found");
    this.#delete(link, row, asked);
  }

  follow(event: LinkEvent, link: FakeLink): void {
    const rows = this.#rows.of(link);
    if (event === "up") {
      if (link.kind.type === "loopback" && rows.length === 0) this.#insert(link, this.#rowOf(LOOPBACK, link));
      else for (const row of rows) this.#connect(link, row);
    } else if (event === "unregister") {
      // Here the kernel takes them one by one, and forgets the routes of secondary ones.
      while (rows[0] !== undefined) this.#deleteOne(link, rows[0]);
      this.#rows.forget(link);
    }
  }

  #rowOf(request: Partial<Address>, { index, ifname }: FakeLink): FakeAddress {
    const { local = "", address = local, prefixlen = 32, scope = "universe", label = ifname } = request;
    const { broadcast, rtPriority, proto, ifaFlags = 0 } = request;
    const flags = (((request.flags ?? ifaFlags) & ~secondary) | permanent) >>> 0;
    return {
      family: "inet",
      prefixlen,
      ifaFlags: flags & 0xff,
      scope,
      index,
      address,
      local,
      ...(broadcast !== undefined && { broadcast }),
      label,
      ...(proto !== undefined && { proto }),
      flags,
      ...(rtPriority !== undefined && { rtPriority }),
      cacheinfo: forEver,
    };
  }

  #insert(link: FakeLink, row: FakeAddress, cause?: Cause): void {
    const rows = this.#rows.of(link);
    const primary = primaryOf(rows, row);
    if (primary !== undefined) {
      if (primary.scope !== row.scope) refuse("EINVAL", "ipv4: Invalid scope value");
      row.flags |= secondary;
      row.ifaFlags = row.flags & 0xff;
      rows.push(row);
    } else {
      const before = (one: FakeAddress) =>
        (one.flags & secondary) === 0 && scopeValue(one.scope) >= scopeValue(row.scope);
      rows.splice(rows.findLastIndex(before) + 1, 0, row);
    }
    this.#tell("new", row, cause);
    this.#connect(link, row);
  }

  /** Makes the routes that an address brings. */
  #connect(link: FakeLink, row: FakeAddress): void {
    for (const route of impliedRoutes(link, this.#rows.of(link), row))
      this.#net.routes.insert(route, NLM_F_CREATE | NLM_F_APPEND);
  }

  /** Secondary addresses go with their primary one. */
  #delete(link: FakeLink, row: FakeAddress, cause?: Cause): void {
    const rows = this.#rows.of(link);
    const isPrimary = (row.flags & secondary) === 0;
    const along = isPrimary ? rows.filter((one) => one !== row && primaryOf(rows, one) === row) : [];
    for (const one of [...along, row]) this.#deleteOne(link, one, cause);
  }

  #deleteOne(link: FakeLink, row: FakeAddress, cause?: Cause): void {
    const rows = this.#rows.of(link);
    const gone = impliedRoutes(link, rows, row);
    const stay = new Set(
      rows.filter((one) => one !== row).flatMap((one) => impliedRoutes(link, rows, one).map(key)),
    );
    rows.splice(rows.indexOf(row), 1);
    this.#tell("delete", row, cause);
    for (const route of gone.toReversed()) if (!stay.has(key(route))) this.#net.routes.remove4(route);
    if (!this.#net.addresses.isOwn("inet", row.local)) this.#net.routes.withoutSource(row.local);
    if (rows.length === 0) {
      this.#net.routes.lose(link, "all");
      this.#net.neighbours.flush(link, "inet");
    }
  }

  #tell(event: "new" | "delete", row: FakeAddress, cause?: Cause): void {
    this.#net.tell<Address>(addressObject, event, row, cause && { cause });
  }
}
