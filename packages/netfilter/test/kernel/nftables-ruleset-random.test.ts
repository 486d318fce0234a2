import { kernelTransport } from "@rxnetlink/transport";
import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { netfilter } from "#src/netfilter.js";
import type { Ruleset, RulesetEvent } from "#src/nftables/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { RandomRuleset } from "../support/random-ruleset.js";
import { handlesOf, handlesOfNft, plain } from "../support/ruleset.js";

const ROUNDS = 20;
/** Transactions of a round. */
const TRANSACTIONS = 20;

describeWith(["nft"], "ruleset$ over random transactions", () => {
  let kernel: Kernel;
  const cleanups: (() => unknown)[] = [];

  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    await kernel.close();
  });

  /** Watches with a receive buffer of a size, on a transport of its own. */
  function watched(receiveBuffer?: number): RulesetEvent[] {
    const transport = kernelTransport();
    cleanups.push(() => transport.close());
    const namespace = kernel.namespace.ref;
    const { nftables } = netfilter({ transport, namespace, ...(receiveBuffer && { receiveBuffer }) });
    const events: RulesetEvent[] = [];
    const subscription = nftables.ruleset$().subscribe((event) => events.push(event));
    cleanups.push(() => subscription.unsubscribe());
    return events;
  }

  const listed = async (): Promise<Ruleset> => (await firstValueFrom(kernel.nf.nftables.ruleset$())).ruleset;

  const handles = (ruleset: Ruleset | undefined) => (place: string) => {
    const [family, table, chain] = place.split(" ");
    const key = `${family === "ip" ? "ipv4" : family} ${table}`;
    const rules = ruleset?.tables.get(key)?.chains.get(chain ?? "")?.rules ?? [];
    return rules.map(({ handle = 0n }) => handle);
  };

  /** Runs many transactions in one process, which may fail. */
  function run(scripts: readonly string[]): void {
    const each = scripts.map((script) => `nft -f - 2>/dev/null <<'END'\n${script}\nEND`);
    kernel.run(`${each.join("\n")}\ntrue`);
  }

  /** Waits until the last event has the whole ruleset as it is, in the order of the rules too. */
  async function expectSame(events: readonly RulesetEvent[]): Promise<void> {
    const truth = await listed();
    const last = () => events.at(-1)?.ruleset;
    await vi.waitFor(() => expect(last() && plain(last()!)).toEqual(plain(truth)), { timeout: 20_000 });
    expect(handlesOf(last()!)).toEqual(handlesOfNft(kernel.json("nft -j -a list ruleset")));
  }

  it("is what a fresh list is, in the order of rules too", { timeout: 120_000 }, async () => {
    const events = watched();
    for (let round = 0; round < ROUNDS; round++) {
      const random = new RandomRuleset(round + 1, handles(events.at(-1)?.ruleset));
      run(Array.from({ length: TRANSACTIONS }, () => random.next()));
      await expectSame(events);
    }
    expect(events.filter(({ type }) => type === "commit").length).toBeGreaterThan(100);
    expect(events.filter(({ type }) => type === "resync" || type === "relisted")).toEqual([]);
  });

  it("is so again after overflows", { timeout: 120_000 }, async () => {
    const events = watched(1);
    for (let round = 0; round < ROUNDS; round++) {
      const random = new RandomRuleset(round + 100, handles(events.at(-1)?.ruleset));
      run(Array.from({ length: TRANSACTIONS }, () => random.next()));
      await expectSame(events);
    }
    expect(events.filter(({ type }) => type === "resync").length).toBeGreaterThan(5);
  });
});
