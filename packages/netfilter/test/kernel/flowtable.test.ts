// Flowtables: the same as nft lists, made again by ours, watched, and used by a connection between two namespaces.

import { all, done } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, expect, it, type TestContext } from "vitest";
import { conntrackStatus } from "#src/conntrack/index.js";
import {
  counter,
  flowAdd,
  flowtableFlags,
  type Ruleset,
  rule,
  transaction,
  udp,
} from "#src/nftables/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { needs } from "../support/lacking.js";
import { start } from "../support/traffic.js";

const AT = { family: "inet", table: "t" } as const;
const FLOWTABLE = "{ hook ingress priority -5; devices = { w0, w1 }; counter; }";

interface Listed {
  readonly flowtable?: { name: string; handle: number; prio: number; dev: string | string[] };
}

describeWith(["nft"], "flowtables", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(
      "ip link add w0 type veth peer name w1; ip link set w0 up; ip link set w1 up; nft add table inet t",
    );
  });
  afterEach(() => kernel.close());

  const add = (context: TestContext, name: string) =>
    needs(context, kernel, `nft 'add flowtable inet t ${name} ${FLOWTABLE}'`, "flowtables");
  const text = () => kernel.run("nft list flowtables");
  const list = () => all(kernel.nf.nftables.flowtable.list$({}));

  it("are the same as nft lists", async (context) => {
    add(context, "ft");
    const [ours] = await list();
    const { nftables } = kernel.json("nft -j -a list flowtables") as { nftables: Listed[] };
    const theirs = nftables.find(({ flowtable }) => flowtable !== undefined)!.flowtable!;
    expect(ours).toMatchObject({ ...AT, name: theirs.name, handle: BigInt(theirs.handle), use: 0 });
    expect(ours!.hook).toMatchObject({ num: "ingress", priority: theirs.prio });
    // nft sorts them.
    expect(ours!.hook!.devs!.name!.toSorted()).toEqual(theirs.dev);
    expect(flowtableFlags.has(ours!.flags!, "counter")).toBe(true);
    expect(await all(kernel.nf.nftables.flowtable.get$({ ...AT, name: "ft" }))).toMatchObject([
      { name: "ft" },
    ]);
    await expect(all(kernel.nf.nftables.flowtable.get$({ ...AT, name: "no" }))).rejects.toMatchObject({
      code: "ENOENT",
    });
  });

  it("are made again by ours, and removed", async (context) => {
    add(context, "ft");
    const [before, [listed]] = [text(), await list()];
    const commit = (changes = transaction()) => firstValueFrom(kernel.nf.nftables.transaction$(changes));
    await commit(transaction().delete("flowtable", listed!));
    expect(await list()).toEqual([]);
    await commit(transaction().create("flowtable", listed!));
    expect(text()).toBe(before);
    await expect(commit(transaction().create("flowtable", listed!))).rejects.toThrow(/EEXIST/);
    await commit(transaction().delete("flowtable", { ...AT, name: "ft" }));
    expect(text()).not.toContain("ft");
  });

  it("gain devices, as their ruleset shows", async (context) => {
    kernel.run("ip link add w2 type veth peer name w3");
    add(context, "ft");
    let ruleset: Ruleset | undefined;
    const watching = kernel.nf.nftables.ruleset$().subscribe((event) => {
      ruleset = event.ruleset;
    });
    const devices = () => ruleset?.tables.get("inet t")?.flowtables.get("ft")?.hook?.devs?.name?.toSorted();
    await eventually(() => expect(devices()).toEqual(["w0", "w1"]));
    const one = {
      ...AT,
      name: "ft",
      hook: { num: "ingress", priority: -5, devs: { name: ["w2"] } },
    } as const;
    await firstValueFrom(kernel.nf.nftables.transaction$(transaction().add("flowtable", one)));
    expect(text()).toContain("w2");
    await eventually(() => expect(devices()).toEqual(["w0", "w1", "w2"]));
    kernel.run("nft delete flowtable inet t ft");
    await eventually(() => expect(devices()).toBeUndefined());
    watching.unsubscribe();
  });

  it("in hardware are refused by a link without it", async (context) => {
    add(context, "ft");
    const [listed] = await list();
    const flags = flowtableFlags.of("hwOffload", "counter");
    const hardware = { ...listed!, name: "hw", flags };
    const changes = transaction().delete("flowtable", listed!).create("flowtable", hardware);
    await expect(firstValueFrom(kernel.nf.nftables.transaction$(changes))).rejects.toMatchObject({
      errors: [{ index: 1, error: { code: "EOPNOTSUPP" } }],
    });
  });
});

/** Sends each datagram back. */
const SERVER = `'${process.execPath}' --input-type=module -e '
  import { createSocket } from "node:dgram";
  const server = createSocket("udp4").on("message", (text, { address, port }) => server.send(text, port, address));
  server.bind(80, "198.51.100.2", () => console.log("ready"));'`;

/** Sends datagrams, each after the answer to the one before. */
const client = (count: number) => `'${process.execPath}' --input-type=module -e '
  import { createSocket } from "node:dgram";
  import { once } from "node:events";
  const client = createSocket("udp4").bind(4000);
  for (let left = ${count}; left > 0; left--) {
    client.send("?", 80, "198.51.100.2");
    await once(client, "message");
  }
  client.close();'`;

describeWith(["nft", "conntrack"], "a connection in a flowtable", () => {
  let [near, router, far]: Kernel[] = [];
  beforeEach(async () => {
    [near, router, far] = [await openKernel(), await openKernel(), await openKernel()];
    const toRouter = (end: Kernel, net: string, port: string) => {
      router!.run(`ip link add ${port} type veth peer name e netns ${end.namespace.path}
        ip address add ${net}.1/24 dev ${port}; ip link set ${port} up`);
      end.run(`ip address add ${net}.2/24 dev e; ip link set e up; ip route add default via ${net}.1`);
    };
    toRouter(near, "192.0.2", "r0");
    toRouter(far, "198.51.100", "r1");
    router.run(`sysctl -qw net.ipv4.ip_forward=1 net.netfilter.nf_conntrack_acct=1
      nft add table inet t; nft 'add chain inet t forward { type filter hook forward priority 0; }'`);
  });
  afterEach(async () => {
    for (const kernel of [near, router, far]) await kernel?.close();
  });

  it("passes the rules by, is counted, and is listed as such", async (context) => {
    const flowtable = "{ hook ingress priority 0; devices = { r0, r1 }; counter; }";
    needs(context, router!, `nft 'add flowtable inet t ft ${flowtable}'`, "flowtables");
    const draft = rule(udp.dport.eq(80), flowAdd("@ft"), counter()).in({ ...AT, chain: "forward" });
    await firstValueFrom(router!.nf.nftables.transaction$(transaction().append(draft)));
    const server = start(far!, SERVER);
    await eventually(() => expect(server.printed).toBe("ready\n"));
    near!.run(client(20));
    await server.stop();
    const [, seen] = /flow add @ft counter packets (\d+)/.exec(router!.run("nft list table inet t"))!;
    expect(Number(seen)).toBeLessThan(5);
    const [connection] = await all(router!.nf.conntrack.list$({ status: { offload: true } }));
    expect(conntrackStatus.has(connection!.status!, "offload")).toBe(true);
    expect(connection).toMatchObject({
      tupleOrig: { ip: { src: "192.0.2.2", dst: "198.51.100.2" }, proto: { dstPort: 80 } },
      countersOrig: { packets: 20n },
      countersReply: { packets: 20n },
    });
    expect(router!.run("conntrack -L 2>/dev/null")).toMatch(/dport=80 packets=20 .* \[OFFLOAD\]/);
    await done(router!.nf.conntrack.delete$(connection!));
  });
});
