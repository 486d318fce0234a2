import type { ChangingVerb, Outcome } from "@rxnetlink/core";
import fc from "fast-check";
import {
  concatMap,
  defer,
  filter,
  firstValueFrom,
  lastValueFrom,
  map,
  type Observable,
  startWith,
  toArray,
} from "rxjs";
import { type Address, addressFlags } from "#src/address/layout.js";
import { linkFlags } from "#src/link/enums.js";
import type { Neighbour } from "#src/neighbour/layout.js";
import type { Route } from "#src/route/layout.js";
import type { Rtnetlink } from "#src/rtnetlink.js";
import type { Rule } from "#src/rule/layout.js";

//  Random changes, many of which fail; only the resulting state matters.

/** Number of changes at once: enough to overflow the smallest receive buffer. */
const AT_ONCE = 60;
/** Number of values of each object to choose from. */
const POOL = 600;

const small = (max: number) => fc.integer({ min: 0, max });
const address4 = fc.tuple(small(3), small(60)).map(([third, last]) => `198.51.${third}.${last}`);
const address6 = small(60).map((last) => `2001:db8:1::${last.toString(16)}`);

const routes = (oif: fc.Arbitrary<number>): fc.Arbitrary<Partial<Route>> =>
  fc.oneof(
    fc.record({
      dst: address4,
      type: fc.constantFrom("blackhole" as const, "unreachable" as const),
      priority: small(2),
    }),
    fc.record({ dst: address4, oif, tos: fc.constantFrom(0, 4) }),
    fc.record({ dst: address6, oif, priority: fc.constantFrom(10, 20) }),
    fc.record({ dst: address6, oif, gateway: fc.constantFrom("fe80::1", "fe80::2", "fe80::3") }),
  );
const addresses = (index: fc.Arbitrary<number>): fc.Arbitrary<Partial<Address>> =>
  fc.record({
    index,
    local: fc.oneof(address4, address6),
    flags: fc.constant(addressFlags.bits.nodad),
  });
const neighbours = (ndmIfindex: fc.Arbitrary<number>): fc.Arbitrary<Partial<Neighbour>> =>
  fc.record({ ndmIfindex, dst: address4, lladdr: small(9).map((last) => `02:00:00:00:00:0${last}`) });
const rules: fc.Arbitrary<Partial<Rule>> = fc.record({
  src: address4,
  table: small(40),
  priority: small(40),
});

/** The batch verb of an object. */
interface Changeable {
  batch$(verb: ChangingVerb, values: Iterable<object>): Observable<Outcome<object>>;
}

interface Change {
  readonly kind: number;
  readonly verb: ChangingVerb;
  readonly offset: number;
  readonly link: number;
  readonly up: boolean;
}

/** Makes random changes of routes, addresses, neighbours and rules, and of the links of these indexes. */
export class RandomChanges {
  readonly #nl: Rtnetlink;
  readonly #kinds: readonly [Changeable, readonly object[]][];
  readonly #links: readonly number[];
  readonly #steps: readonly Change[];
  #step = 0;

  constructor(nl: Rtnetlink, links: readonly number[], seed: number) {
    const index = fc.constantFrom(...links);
    const pool = <T>(values: fc.Arbitrary<T>) => fc.sample(values, { seed, numRuns: POOL });
    this.#nl = nl;
    this.#links = links;
    this.#kinds = [
      [nl.route, pool(routes(index))],
      [nl.address, pool(addresses(index))],
      [nl.neighbour, pool(neighbours(index))],
      [nl.rule as unknown as Changeable, pool(rules)],
    ] as [Changeable, object[]][];
    this.#steps = fc.sample(
      fc.record({
        kind: small(this.#kinds.length - 1),
        verb: fc.constantFrom<ChangingVerb[]>("add", "replace", "append", "delete", "delete"),
        offset: small(POOL - AT_ONCE),
        link: small(links.length - 1),
        up: fc.boolean(),
      }),
      { seed, numRuns: 10_000 },
    );
  }

  /** Makes some changes at once; every tenth time also sets a link up or down. */
  async next(): Promise<void> {
    const { kind, verb, offset, link, up } = this.#steps[this.#step++ % this.#steps.length]!;
    const [object, values] = this.#kinds[kind]!;
    await lastValueFrom(object.batch$(verb, values.slice(offset, offset + AT_ONCE)).pipe(toArray()));
    if (this.#step % 10 !== 0) return;
    await this.#set(this.#links[link]!, up);
  }

  /** Sets all links up, and waits for their carriers, which come up later on their own. */
  async settle(): Promise<void> {
    for (const index of this.#links) await this.#set(index, true);
    const ready$ = defer(() =>
      this.#nl.link.list$().pipe(filter(({ index }) => this.#links.includes(index))),
    ).pipe(
      toArray(),
      map((links) => links.every(({ operstate }) => operstate === "up")),
    );
    const again$ = this.#nl.link.notifications$().pipe(
      startWith(undefined),
      concatMap(() => ready$),
    );
    await firstValueFrom(again$.pipe(filter((ready) => ready)));
  }

  #set(index: number, up: boolean): Promise<unknown> {
    const flags = up ? linkFlags.bits.up : 0;
    return lastValueFrom(this.#nl.link.change$({ index, flags, change: linkFlags.bits.up }));
  }
}
