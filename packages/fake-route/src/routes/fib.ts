import type { FakeRoute } from "./fake-route.js";
import { covers, type IpFamily } from "./ip-prefix.js";

const keyOf = (family: IpFamily, table: number, dst: string, dstLen: number) =>
  `${family} ${table} ${dst}/${dstLen}`;

/** The routes of all tables: a list for each destination, in order of evaluation. */
export class Fib {
  readonly #nodes = new Map<string, FakeRoute[]>();

  /** All current routes. */
  get all(): readonly FakeRoute[] {
    return [...this.#nodes.values()].flat();
  }

  /** Returns the routes to one destination as a list that callers may change. */
  at(family: IpFamily, table: number, dst: string, dstLen: number): FakeRoute[] {
    const key = keyOf(family, table, dst, dstLen);
    const node = this.#nodes.get(key) ?? [];
    this.#nodes.set(key, node);
    return node;
  }

  /** Returns the routes to the destination of a route. */
  toSamePrefix({ family, table, dst, dstLen }: FakeRoute): FakeRoute[] {
    return this.at(family, table, dst, dstLen);
  }

  /** True if it contains a route. */
  has(route: FakeRoute): boolean {
    return this.toSamePrefix(route).includes(route);
  }

  /** Removes a route. */
  drop(route: FakeRoute): void {
    const node = this.toSamePrefix(route);
    const i = node.indexOf(route);
    if (i >= 0) node.splice(i, 1);
  }

  /** Returns the routes of some tables that match an address: longest prefix first, then highest table. */
  matching(family: IpFamily, tables: readonly number[], address: string): FakeRoute[] {
    return this.all
      .filter((route) => route.family === family && tables.includes(route.table))
      .filter(({ dst, dstLen }) => covers(dst, dstLen, address))
      .sort((a, b) => b.dstLen - a.dstLen || b.table - a.table);
  }

  /** True if a table has ever been used. */
  hasTable(family: IpFamily, table: number): boolean {
    return [...this.#nodes.keys()].some((key) => key.startsWith(`${family} ${table} `));
  }
}
