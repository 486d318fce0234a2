import type { FakeRoute } from "./fake-route.js";
import { covers, type IpFamily } from "./ip-prefix.js";

const keyOf = (family: IpFamily, table: number, dst: string, dstLen: number) =>
  `${family} ${table} ${dst}/${dstLen}`;

/** The routes of all tables: for each destination a list, in the order in which they are looked at. */
export class Fib {
  readonly #nodes = new Map<string, FakeRoute[]>();

  /** All routes that there are now. */
  get all(): readonly FakeRoute[] {
    return [...this.#nodes.values()].flat();
  }

  /** The routes to one destination; the list is the fib's own. */
  at(family: IpFamily, table: number, dst: string, dstLen: number): FakeRoute[] {
    const key = keyOf(family, table, dst, dstLen);
    const node = this.#nodes.get(key) ?? [];
    this.#nodes.set(key, node);
    return node;
  }

  /** The routes in the place of another. */
  beside({ family, table, dst, dstLen }: FakeRoute): FakeRoute[] {
    return this.at(family, table, dst, dstLen);
  }

  /** Whether a route is there. */
  has(route: FakeRoute): boolean {
    return this.beside(route).includes(route);
  }

  /** Takes a route out. */
  drop(route: FakeRoute): void {
    const node = this.beside(route);
    const i = node.indexOf(route);
    if (i >= 0) node.splice(i, 1);
  }

  /** The routes of tables to an address, the longest prefix first, and among those the highest table. */
  towards(family: IpFamily, tables: readonly number[], address: string): FakeRoute[] {
    return this.all
      .filter((route) => route.family === family && tables.includes(route.table))
      .filter(({ dst, dstLen }) => covers(dst, dstLen, address))
      .sort((a, b) => b.dstLen - a.dstLen || b.table - a.table);
  }

  /** Whether a table has been used. */
  hasTable(family: IpFamily, table: number): boolean {
    return [...this.#nodes.keys()].some((key) => key.startsWith(`${family} ${table} `));
  }
}
