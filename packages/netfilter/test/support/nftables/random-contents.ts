// Random contents of a table of one's own.

import {
  accept,
  comment,
  counter,
  drop,
  ip,
  limit,
  log,
  range,
  rule,
  tcp,
} from "#src/nftables/build/index.js";
import type { RuleDraft } from "#src/nftables/build/rule.js";
import type { Element } from "#src/nftables/element/element.js";
import { type Transaction, transaction } from "#src/nftables/transaction/transaction.js";

const own = { family: "inet", table: "mine" } as const;
const CHAINS = ["a", "b", "c"];

/** Makes random contents: any two of them have much in common. */
export class RandomContents {
  readonly #below: (limit: number) => number;

  /** @param below - Returns a random number below a limit. */
  constructor(below: (limit: number) => number) {
    this.#below = below;
  }

  /** Returns contents. */
  next(): Transaction {
    const chains = CHAINS.filter(() => this.#below(4) > 0);
    const made = this.#sets(this.#chains(this.#objects(), chains), chains);
    const places = [...chains, "base"];
    const rules = Array.from({ length: this.#below(12) }, () => this.#pick(places));
    return rules.reduce((all, chain) => this.#place(all, chain), made);
  }

  #pick<T>(values: readonly T[]): T {
    return values[this.#below(values.length)]!;
  }

  #objects(): Transaction {
    const data = this.#pick([
      { quota: { bytes: 1000n } },
      { limit: { rate: 5n, unit: 1n } },
      { counter: {} },
    ]);
    const all = transaction().add("object", { ...own, name: "hits", data: { counter: {} } });
    return this.#below(2) === 0 ? all.add("object", { ...own, name: "other", data }) : all;
  }

  #chains(all: Transaction, chains: readonly string[]): Transaction {
    const policy = this.#pick(["accept", "drop"] as const);
    const priority = this.#below(8) === 0 ? 5 : 0;
    const base = {
      ...own,
      name: "base",
      type: "filter",
      policy,
      hook: { hooknum: "input", priority },
    } as const;
    return chains.reduce((some, name) => some.add("chain", { ...own, name }), all.add("chain", base));
  }

  #sets(all: Transaction, chains: readonly string[]): Transaction {
    const nets = { ...own, name: "nets", keyType: "ipv4_addr", flags: { interval: true } } as const;
    const timeout = BigInt(this.#pick([60_000, 60_000, 60_000, 90_000]));
    const ports = { ...own, name: "ports", keyType: "inet_service", timeout } as const;
    const ways = { ...own, name: "ways", keyType: "inet_service", dataType: "verdict" } as const;
    const some = <T>(values: readonly T[]) => values.filter(() => this.#below(2) === 0);
    const elements = some(["10.0.0.0/8", "192.0.2.0/25", "192.0.2.128-192.0.2.200", "255.255.255.255"]).map(
      (text): Element => {
        const [from = "", to] = text.split("-");
        return {
          key: to === undefined ? from : range(from, to),
          ...(this.#below(4) === 0 && { comment: "x" }),
        };
      },
    );
    const jumps = some(chains).map(
      (chain, index): Element => ({ key: index + this.#below(2), verdict: { code: "jump", chain } }),
    );
    const unique = jumps.filter(({ key }, index) => jumps.findIndex((one) => one.key === key) === index);
    return all
      .add("set", nets)
      .add("set", ports)
      .add("set", ways)
      .add("element", { set: nets, elements })
      .add("element", { set: ports, elements: some([1, 2, 3, { key: 4, timeout: 5_000_000n }]) })
      .add("element", { set: ways, elements: unique });
  }

  /** Only the base chain jumps, so that there are no loops. */
  #rule(chain: string): RuleDraft {
    const port = 1 + this.#below(4);
    return this.#pick([
      () => rule(tcp.dport.eq(port), accept()),
      () => rule(tcp.dport.in(port, range(80, 90 + port)), counter(), drop()),
      () => rule(ip.saddr.in("@nets"), counter({ name: "hits" }), comment(`c${port}`)),
      () => (chain === "base" ? rule(tcp.dport.vmap("@ways")) : rule(counter())),
      () => rule(tcp.dport.vmap([[port, drop()]])),
      () => rule(limit("5/second"), log({ group: 0, prefix: "p" }), comment("limited")),
    ])();
  }

  #place(all: Transaction, chain: string): Transaction {
    const one = this.#rule(chain).in({ ...own, chain });
    const last = all.steps.findLast(
      ({ kind, value }) => kind === "rule" && (value as { chain?: string }).chain === chain,
    );
    if (last === undefined || this.#below(4) > 0) return all.append(one);
    return this.#pick([
      () => all.before(last.value as typeof one, one),
      () => all.after(last.value as typeof one, one),
      () => all.prepend(one),
    ])();
  }
}
