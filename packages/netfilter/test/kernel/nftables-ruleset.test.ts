import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Ruleset, RulesetEvent } from "#src/nftables/index.js";
import { rulesetsOf } from "#src/nftables/ruleset/ruleset.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { handlesOf, handlesOfNft, plain } from "../support/ruleset.js";

const FIREWALL = `
  table inet filter {
    counter hits { }
    set bad { type ipv4_addr; flags interval; elements = { 192.0.2.0/24, 198.51.100.1-198.51.100.9 } }
    map ports { type inet_service : verdict; elements = { 22 : accept } }
    chain input {
      type filter hook input priority 0; policy accept;
      ct state established accept
      ip saddr @bad counter drop
      tcp dport vmap @ports
      tcp dport { 80, 443 } counter name hits accept
    }
    chain other { counter; }
  }
  table ip nat {
    chain out { type nat hook postrouting priority 100; masquerade; }
  }`;

describeWith(["nft"], "ruleset$", () => {
  let kernel: Kernel;
  let events: RulesetEvent[];
  let unsubscribe: () => void;
  const nft = (script: string) => kernel.run(`nft -f - <<'END'\n${script}\nEND`);
  const last = (): Ruleset => events.at(-1)!.ruleset;
  const arrived = (count: number) => vi.waitFor(() => expect(events.length).toBe(count));

  async function watch(options = {}): Promise<void> {
    events = [];
    const subscription = rulesetsOf(kernel.nf.connection)(options).subscribe((event) => events.push(event));
    unsubscribe = () => subscription.unsubscribe();
    await arrived(1);
  }

  beforeEach(async () => {
    kernel = await openKernel();
  });
  afterEach(async () => {
    unsubscribe?.();
    await kernel.close();
  });

  it("begins with the whole ruleset, as nft lists it", async () => {
    nft(FIREWALL);
    await watch();
    expect(events[0]?.type).toBe("synced");
    expect(handlesOf(last())).toEqual(handlesOfNft(kernel.json("nft -j -a list ruleset")));
    const filter = last().tables.get("inet filter")!;
    expect(filter.chains.get("input")!.rules).toHaveLength(4);
    expect(filter.sets.get("bad")!.elements.size).toBe(5);
    expect(last().tables.get("ipv4 nat")!.chains.get("out")!.chain.hook).toMatchObject({ priority: 100 });
  });

  it("emits one event for each transaction, with its process, and keeps what did not change", async () => {
    nft(FIREWALL);
    await watch();
    const before = last();
    nft("add rule inet filter other accept\nadd element inet filter ports { 80 : drop }");
    await arrived(2);
    expect(events[1]).toMatchObject({
      type: "commit",
      generation: before.generation + 1,
      procName: "nft",
      origin: "other",
      changes: [
        { object: "rule", type: "added", current: { chain: "other" } },
        { object: "element", type: "added", table: "filter", set: "ports" },
      ],
    });
    expect(last().tables.get("ipv4 nat")).toBe(before.tables.get("ipv4 nat"));
    const one = before.tables.get("inet filter")!;
    const other = last().tables.get("inet filter")!;
    expect(other).not.toBe(one);
    expect(other.chains.get("input")).toBe(one.chains.get("input"));
    expect(other.sets.get("bad")).toBe(one.sets.get("bad"));
    expect(other.objects).toBe(one.objects);
    expect(one.chains.get("other")!.rules).toHaveLength(1);
    expect(other.chains.get("other")!.rules).toHaveLength(2);
  });

  it("reports all that a deleted table held", async () => {
    nft(FIREWALL);
    await watch();
    nft("delete table inet filter");
    await arrived(2);
    const event = events[1]!;
    const removed = event.type === "commit" ? event.changes : [];
    expect(removed.every(({ type }) => type === "removed")).toBe(true);
    expect(new Set(removed.map(({ object }) => object))).toEqual(
      new Set(["rule", "set", "object", "chain", "table"]),
    );
    expect([...last().tables.keys()]).toEqual(["ipv4 nat"]);
  });

  it("sees removals that ask to ignore what is not there", async () => {
    nft(FIREWALL);
    await watch();
    kernel.run("nft destroy table inet filter 2>/dev/null || nft delete table inet filter");
    await arrived(2);
    expect([...last().tables.keys()]).toEqual(["ipv4 nat"]);
  });

  it("watches one table or family, with or without elements", async () => {
    nft(FIREWALL);
    await watch({ family: "inet", table: "filter", elements: false });
    expect([...last().tables.keys()]).toEqual(["inet filter"]);
    expect(last().tables.get("inet filter")!.sets.get("bad")!.elements.size).toBe(0);
    nft("add chain ip nat other");
    nft("add element inet filter bad { 203.0.113.7 }");
    nft("add chain inet filter more");
    await arrived(2);
    expect(events[1]).toMatchObject({
      changes: [{ object: "chain", type: "added", current: { name: "more" } }],
    });
  });

  it("reports a quota that is used up, which no transaction does", async () => {
    nft(`table ip t {
      quota q { 10 bytes }
      chain out { type filter hook output priority 0; quota name "q"; }
    }`);
    await watch();
    kernel.run("bash -c 'echo hallo >/dev/udp/127.0.0.1/9; true'");
    await arrived(2);
    expect(events[1]).toMatchObject({
      type: "depleted",
      quota: { name: "q", data: { quota: { consumed: 10n } } },
    });
    expect(last().tables.get("ipv4 t")!.objects.get("quota q")).toMatchObject({
      data: { quota: { consumed: 10n } },
    });
  });

  it("sees by relisting what the kernel changes silently", async () => {
    nft(`table ip t {
      set seen { type inet_service; flags dynamic; size 100; }
      chain out { type filter hook output priority 0; udp dport 9 add @seen { udp dport } counter; }
    }`);
    await watch({ relistEvery: 20 });
    kernel.run("bash -c 'echo hallo >/dev/udp/127.0.0.1/9; true'");
    await vi.waitFor(() => expect(events.length).toBeGreaterThan(1));
    expect(events.at(-1)).toMatchObject({
      type: "relisted",
      changes: [{ object: "element", type: "added", set: "seen" }],
    });
    expect(JSON.stringify(plain(last()))).toContain('"seen"');
  });

  it("gives a later subscriber what is known, over the same socket", async () => {
    nft(FIREWALL);
    const ruleset$ = rulesetsOf(kernel.nf.connection);
    const first: RulesetEvent[] = [];
    const subscription = ruleset$().subscribe((event) => first.push(event));
    unsubscribe = () => subscription.unsubscribe();
    await vi.waitFor(() => expect(first).toHaveLength(1));
    const second = await firstValueFrom(ruleset$());
    expect(second).toEqual({ type: "synced", ruleset: first[0]!.ruleset });
    expect(second.ruleset).toBe(first[0]!.ruleset);
  });

  it("errors when it is subscribed with an option that does not exist", async () => {
    const failed = firstValueFrom(rulesetsOf(kernel.nf.connection)({ tabel: "x" } as object));
    await expect(failed).rejects.toThrow(/tabel/);
  });
});
