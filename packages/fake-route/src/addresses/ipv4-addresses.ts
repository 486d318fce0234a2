import { NLM_F_APPEND, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE } from "@rxnetlink/core/schema";
import { type Address, addressFlags, addressObject } from "@rxnetlink/route";
import { type Cause, type FakeRequest, hasFlags, reject } from "@rxnetlink/testing/fake";
import type { FakeLink } from "../links/fake-link.js";
import type { LinkEvent, Network } from "../network.js";
import { type FakeRoute, scopeValue } from "../routes/fake-route.js";
import { covers } from "../routes/ip-prefix.js";
import { impliedRoutes, primaryOf } from "../routes/ipv4-implied-routes.js";
import { AddressesByLink } from "./addresses-by-link.js";
import { type AddressFamily, type FakeAddress, forever } from "./fake-address.js";

const { permanent, secondary } = addressFlags.bits;
const LOOPBACK = { local: "127.0.0.1", address: "127.0.0.1", prefixlen: 8, scope: "host" } as const;
const key = (route: FakeRoute) => JSON.stringify(route);

/** The IPv4 addresses. The kernel keeps them by link, primary ones first. */
export class Ipv4Addresses implements AddressFamily {
  readonly #rows = new AddressesByLink();
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
  }

  get all(): readonly FakeAddress[] {
    return this.#rows.all;
  }

  put(value: Address, link: FakeLink, request: FakeRequest): void {
    const { local = "", address = local, prefixlen } = value;
    const same = (row: FakeAddress) =>
      row.prefixlen === prefixlen && covers(row.address, prefixlen, address) && row.local === local;
    const known = this.#rows.of(link).find(same);
    if (known === undefined) return this.#insert(link, this.#rowOf(value, link), request);
    if (hasFlags(request, NLM_F_EXCL) || !hasFlags(request, NLM_F_REPLACE))
      reject("EEXIST", "ipv4: Address already assigned");
    known.flags = (known.flags | permanent) >>> 0;
    this.#notify("new", known, request);
  }

  remove({ local, address, prefixlen, label }: Address, link: FakeLink, request: FakeRequest): void {
    const fits = (row: FakeAddress) =>
      (local === undefined || row.local === local) &&
      (label === undefined || row.label === label) &&
      (address === undefined || (row.prefixlen === prefixlen && covers(row.address, prefixlen, address)));
    const row = this.#rows.of(link).find(fits) ?? reject("EADDRNOTAVAIL", "ipv4: Address not found");
    this.#delete(link, row, request);
  }

  onLinkEvent(event: LinkEvent, link: FakeLink): void {
    const rows = this.#rows.of(link);
    if (event === "up") {
      if (link.kind.type === "loopback" && rows.length === 0) this.#insert(link, this.#rowOf(LOOPBACK, link));
      else for (const row of rows) this.#connect(link, row);
    } else if (event === "unregister") {
      // The kernel deletes them one by one here, and leaves the routes of secondary ones.
      while (rows[0] !== undefined) this.#deleteOne(link, rows[0]);
      this.#rows.forget(link);
    }
  }

  #rowOf(value: Partial<Address>, { index, ifname }: FakeLink): FakeAddress {
    const { local = "", address = local, prefixlen = 32, scope = "universe", label = ifname } = value;
    const { broadcast, rtPriority, proto, ifaFlags = 0 } = value;
    const flags = (((value.flags ?? ifaFlags) & ~secondary) | permanent) >>> 0;
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
      cacheinfo: forever,
    };
  }

  #insert(link: FakeLink, row: FakeAddress, cause?: Cause): void {
    const rows = this.#rows.of(link);
    const primary = primaryOf(rows, row);
    if (primary !== undefined) {
      if (primary.scope !== row.scope) reject("EINVAL", "ipv4: Invalid scope value");
      row.flags |= secondary;
      row.ifaFlags = row.flags & 0xff;
      rows.push(row);
    } else {
      const before = (one: FakeAddress) =>
        (one.flags & secondary) === 0 && scopeValue(one.scope) >= scopeValue(row.scope);
      rows.splice(rows.findLastIndex(before) + 1, 0, row);
    }
    this.#notify("new", row, cause);
    this.#connect(link, row);
  }

  /** Inserts the routes that an address implies. */
  #connect(link: FakeLink, row: FakeAddress): void {
    for (const route of impliedRoutes(link, this.#rows.of(link), row))
      this.#network.routes.insert(route, NLM_F_CREATE | NLM_F_APPEND);
  }

  /** Deletes an address; a primary one with its secondaries. */
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
    this.#notify("delete", row, cause);
    for (const route of gone.toReversed())
      if (!stay.has(key(route))) this.#network.routes.deleteImplied(route);
    if (!this.#network.addresses.isOwn("inet", row.local)) this.#network.routes.deleteBySource(row.local);
    if (rows.length === 0) {
      this.#network.routes.deleteByLink(link, "all");
      this.#network.neighbours.flush(link, "inet");
    }
  }

  #notify(event: "new" | "delete", row: FakeAddress, cause?: Cause): void {
    this.#network.notify<Address>(addressObject, event, row, cause && { cause });
  }
}
