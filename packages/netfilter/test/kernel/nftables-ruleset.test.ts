import { eventually } from "@rxnetlink/testing/gates";
import { firstValueFrom, lastValueFrom, mergeMap, Subscription } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Ruleset, type RulesetEvent, transaction } from "#src/nftables/index.js";
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
  const arrived = (count: number) => eventually(() => expect(events.length).toBe(count));

  async function watch(options = {}): Promise<void> {
    events = [];
    const subscription = kernel.nf.nftables.ruleset$(options).subscribe((event) => events.push(event));
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
    expect(filter.sets.get("bad")!.elements.map(({ key }) => key)).toEqual([
      "192.0.2.0/24",
      { type: "range", from: "198.51.100.1", to: "198.51.100.9" },
    ]);
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
        {
          object: "element",
          type: "added",
          table: "filter",
          set: "ports",
          current: { key: 80, verdict: { code: "drop" } },
        },
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

  it("tells its own transactions, and sees removals that ignore what is not there", async () => {
    nft(FIREWALL);
    await watch();
    const place = { family: "inet", table: "filter" } as const;
    const destroyed = transaction()
      .destroy("rule", last().tables.get("inet filter")!.chains.get("other")!.rules[0]!)
      .destroy("chain", { ...place, name: "other" })
      .destroy("table", { family: "ipv4", name: "nat" });
    await lastValueFrom(kernel.nf.nftables.transaction$(destroyed));
    await arrived(2);
    expect(events[1]).toMatchObject({ type: "commit", origin: "self" });
    expect([...last().tables.keys()]).toEqual(["inet filter"]);
    expect([...last().tables.get("inet filter")!.chains.keys()]).toEqual(["input"]);
  });

  it("finds by relisting that a table ended with its owner", async () => {
    const owned = transaction().add("table", { family: "inet", name: "mine", flags: { owner: true } });
    const owner = new Subscription();
    const made = new Promise((resolve, reject) => {
      const own$ = kernel.nf.nftables.owner$().pipe(mergeMap((it) => it.transaction$(owned)));
      owner.add(own$.subscribe({ next: resolve, error: reject }));
    });
    await made;
    await watch({ relistEvery: 20 });
    owner.unsubscribe();
    await arrived(2);
    expect(events[1]).toMatchObject({ type: "relisted", changes: [{ object: "table", type: "removed" }] });
  });

  it("watches one table or family, with or without elements", async () => {
    nft(FIREWALL);
    await watch({ family: "inet", table: "filter", elements: false });
    expect([...last().tables.keys()]).toEqual(["inet filter"]);
    expect(last().tables.get("inet filter")!.sets.get("bad")!.elements).toEqual([]);
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
    await eventually(() => expect(events.length).toBeGreaterThan(1));
    expect(events.at(-1)).toMatchObject({
      type: "relisted",
      changes: [{ object: "element", type: "added", set: "seen" }],
    });
    expect(JSON.stringify(plain(last()))).toContain('"seen"');
  });

  it("gives a later subscriber what is known, over the same socket", async () => {
    nft(FIREWALL);
    const ruleset$ = kernel.nf.nftables.ruleset$;
    const first: RulesetEvent[] = [];
    const subscription = ruleset$().subscribe((event) => first.push(event));
    unsubscribe = () => subscription.unsubscribe();
    await eventually(() => expect(first).toHaveLength(1));
    const second = await firstValueFrom(ruleset$());
    expect(second).toEqual({ type: "synced", ruleset: first[0]!.ruleset });
    expect(second.ruleset).toBe(first[0]!.ruleset);
  });

  it("shows intervals that come and go as ranges", async () => {
    nft(FIREWALL);
    await watch();
    nft("add element inet filter bad { 203.0.113.0/28, 203.0.113.20-203.0.113.30 }");
    nft("delete element inet filter bad { 203.0.113.0/28 }");
    await arrived(3);
    const place = { object: "element", table: "filter", set: "bad" };
    expect(events.slice(1)).toMatchObject([
      {
        changes: [
          { ...place, type: "added", current: { key: "203.0.113.0/28" } },
          { ...place, type: "added", current: { key: { from: "203.0.113.20", to: "203.0.113.30" } } },
        ],
      },
      { changes: [{ ...place, type: "removed", previous: { key: "203.0.113.0/28" } }] },
    ]);
  });

  it("follows the halves of intervals that nft leaves behind", async () => {
    nft("table inet filter { set bad { type ipv4_addr; flags interval; elements = { 192.0.2.0/24 }; }; }");
    await watch();
    nft("delete element inet filter bad { 192.0.2.0/24 }");
    await arrived(2);
    expect(last().tables.get("inet filter")!.sets.get("bad")).toMatchObject({ elements: [] });
    expect(last().tables.get("inet filter")!.sets.get("bad")!.raw.size).toBe(1);
    nft("flush set inet filter bad");
    await arrived(3);
    expect(events[2]).toMatchObject({ type: "commit", changes: [] });
    expect(last().tables.get("inet filter")!.sets.get("bad")!.raw.size).toBe(0);
  });

  it("errors when it is subscribed with an option that does not exist", async () => {
    const failed = firstValueFrom(kernel.nf.nftables.ruleset$({ tabel: "x" } as object));
    await expect(failed).rejects.toThrow(/tabel/);
  });
});
