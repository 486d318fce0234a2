import { release } from "node:os";
import { NetlinkError } from "@rxnetlink/core";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { lastValueFrom, type Observable, type Subscription, toArray } from "rxjs";
import { afterAll, afterEach, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { kindAsIp, NOT_COMPARED, NOT_KEPT } from "./kinds-as-ip.test.table.js";
import type { Link } from "./link.js";
import type { LinkData } from "./link-kinds/index.js";
import { CASES, type LinkCase } from "./link-kinds.test.table.js";
import { MORE_CASES } from "./link-kinds-more.test.table.js";
import { type Rtnetlink, rtnetlink } from "./rtnetlink.js";

type Json = Record<string, unknown>;
const all = <T>(rows$: Observable<T>) => lastValueFrom(rows$.pipe(toArray()));
const done = <T>(one$: Observable<T>) => lastValueFrom(one$);

/** Slow enough for a kernel that runs in an emulated machine. */
const PATIENCE = 60_000;

const SETUP = `
  for module in team hsr fou ip6_vti; do modprobe -q $module 2> /dev/null; done
  ip link add v0 type veth peer name v1
  ip link add w0 type veth peer name w1
  for name in v0 v1 w0 w1; do ip link set $name up; done
`;

function comparable(printed: Json): Json {
  const kept = Object.entries(printed).filter(([key]) => !Object.hasOwn(NOT_COMPARED, key));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key === "flags") return [key, (value as string[]).filter((flag) => flag !== "M-DOWN").sort()];
      return [key, key === "linkinfo" || key === "info_data" ? comparable(value as Json) : value];
    }),
  );
}

/** What a reading must show of what was sent. */
function readable(data: LinkData, writeOnly: readonly string[] = []): LinkData {
  const [[kind, settings]] = Object.entries(data) as [[string, Json]];
  return { [kind]: Object.fromEntries(Object.entries(settings).filter(([key]) => !writeOnly.includes(key))) };
}

/** What must not depend on who made the link. */
function kept({ linkinfo }: Link): unknown {
  return JSON.parse(
    JSON.stringify(linkinfo, (key, value: unknown) => {
      if (Object.hasOwn(NOT_KEPT, key)) return undefined;
      return typeof value === "bigint" ? String(value) : value;
    }),
  );
}

const why = whyNoNamespaces();
if (why !== undefined) console.log(`the comparison of link kinds is skipped: ${why}`);

describe.skipIf(why !== undefined)("links of all kinds", () => {
  let sandbox: Sandbox;
  let nl: Rtnetlink;
  let events: Subscription;
  const seen: [string, string | undefined][] = [];

  beforeAll(async () => {
    sandbox = await openSandbox();
    nl = rtnetlink(sandbox.transport, { namespace: sandbox.namespace.ref });
    sandbox.run(SETUP);
    await new Promise<void>((resolve) => {
      events = nl.link.notifications$({ listening: resolve }).subscribe((change) => {
        if (change.event === "new" || change.event === "delete")
          seen.push([change.event, change.value.ifname]);
      });
    });
  }, PATIENCE);
  afterEach(() => {
    sandbox.run("ip link del t0 2> /dev/null; ip link del t1 2> /dev/null; true");
    seen.length = 0;
  });
  afterAll(async () => {
    events?.unsubscribe();
    await sandbox?.close();
  });

  const index = (names: ReadonlyMap<string | undefined, number>) => (name: string) => names.get(name)!;

  /** What iproute2 prints of the link and what we decode are the same; gives what we decode. */
  async function compared(name = "t0"): Promise<Link> {
    const links = await all(nl.link.list$());
    const names = new Map(links.map(({ index, ifname }) => [index, ifname]));
    const found = links.find(({ ifname }) => ifname === name)!;
    const [printed] = sandbox.json<Json[]>(`ip -j -d link show ${name}`);
    const nameOf = (at: number | undefined) => (at ? names.get(at) : undefined);
    expect(comparable(kindAsIp(found, nameOf))).toEqual(comparable(printed!));
    return found;
  }

  /** Creates it with us, or skips the test where the kernel has no such kind. */
  async function added(one: LinkCase, { skip }: TestContext): Promise<void> {
    const names = new Map((await all(nl.link.list$())).map((link) => [link.ifname, link.index]));
    const data = one.data(index(names));
    const link = { ifname: "t0", ...one.link?.(index(names)), linkinfo: { data } };
    const error = await done(nl.link.add$(link)).catch((error: unknown) => error);
    if (error instanceof NetlinkError && error.code === "EOPNOTSUPP") {
      const reason = `kernel ${release()} has no ${one.ip}: ${error.message}`;
      console.log(`skipped: ${reason}`);
      skip(reason);
    }
    if (error instanceof Error) throw error;
  }

  it.for([...CASES, ...MORE_CASES].map((one) => [one.ip, one] as const))(
    "%s",
    { timeout: PATIENCE },
    async ([command, one], context) => {
      await added(one, context);
      const ours = await compared();
      const names = new Map((await all(nl.link.list$())).map((link) => [link.ifname, link.index]));
      const sent = readable(one.data(index(names)), one.writeOnly);
      if (ours.linkinfo?.data !== undefined) expect(ours.linkinfo.data).toMatchObject(sent);

      if (one.change !== undefined) {
        await done(nl.link.change$({ ifname: "t0", linkinfo: { data: one.change } }));
        const changed = await compared();
        expect(changed.linkinfo?.data).toMatchObject(readable(one.change, one.writeOnly));
      }
      await done(nl.link.delete$({ ifname: "t0" }));
      expect(sandbox.run("ip -o link show t0 2> /dev/null; true")).toBe("");
      await expect.poll(() => seen.filter(([, name]) => name === "t0").at(-1)).toEqual(["delete", "t0"]);
      expect(seen.filter(([, name]) => name === "t0").map(([event]) => event)).toContain("new");

      try {
        sandbox.run(`ip link add t0 ${command}`);
      } catch (error) {
        console.log(`iproute2 cannot make ${command}: ${String((error as Error).message).split("\n")[1]}`);
        return;
      }
      const theirs = await compared();
      expect(kept(ours)).toEqual(kept(theirs));
    },
  );

  it("of kind tun tell what /dev/net/tun was told", { timeout: PATIENCE }, async ({ skip }) => {
    try {
      sandbox.run("ip tuntap add t0 mode tap multi_queue");
    } catch {
      skip("there is no /dev/net/tun");
    }
    const { linkinfo } = await done(nl.link.get$({ ifname: "t0" }));
    expect(linkinfo?.data?.tun).toMatchObject({ type: "tap", multiQueue: 1, persist: 1, numQueues: 0 });
  });

  it.for(["bond", "vrf", "bridge"])("become ports of a %s", { timeout: PATIENCE }, async (kind, context) => {
    const data = kind === "vrf" ? { vrf: { table: 10 } } : { [kind]: {} };
    await added({ ip: `type ${kind}`, data: () => data }, context);
    const master = (await done(nl.link.get$({ ifname: "t0" }))).index;
    await done(nl.link.change$({ ifname: "w1", flags: 0, change: 1 }));
    await done(nl.link.change$({ ifname: "w1", master }));
    const port = await done(nl.link.get$({ ifname: "w1" }));
    expect(port.linkinfo?.slaveKind).toBe(kind);
    const [printed] = sandbox.json<{ linkinfo: { info_slave_data: Json } }[]>("ip -j -d link show w1");
    expect(port.linkinfo?.slaveData).toMatchObject(portAs(kind, printed!.linkinfo.info_slave_data));
    await done(nl.link.change$({ ifname: "w1", master: 0 }));
    await done(nl.link.change$({ ifname: "w1", flags: 1, change: 1 }));
  });
});

/** What iproute2 prints of a port, as we name it. */
function portAs(kind: string, printed: Json): Json {
  if (kind === "vrf") return { vrf: { table: printed.table } };
  if (kind === "bridge") return { bridge: { state: printed.state, cost: printed.cost, isolated: 0 } };
  return {
    bond: {
      state: String(printed.state).toLowerCase(),
      miiStatus: String(printed.mii_status).toLowerCase(),
      linkFailureCount: printed.link_failure_count,
      permHwaddr: printed.perm_hwaddr,
      queueId: printed.queue_id,
      ...(printed.prio === undefined ? {} : { prio: printed.prio }),
    },
  };
}
