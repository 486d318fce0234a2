import { readdirSync, readFileSync } from "node:fs";
import { kernelTransport } from "@rxnetlink/transport";
import { filter, firstValueFrom, lastValueFrom, take, tap, toArray } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Netdev, netdev, netdevXdpAct } from "#src/netdev/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const VETH = "ip link add v0 index 5 type veth peer name v1 index 6";

describeWith({ programs: ["genl", "ip"], families: ["netdev"] }, "netdev", () => {
  let kernel: Kernel<Netdev>;
  beforeAll(async () => {
    kernel = await openKernel(netdev, VETH);
  });
  afterAll(() => kernel.close());

  test("lists the links of ip link", async () => {
    const devs = await lastValueFrom(kernel.family.dev.list$().pipe(toArray()));
    const links = kernel.json<{ ifindex: number }[]>("ip -j link");
    expect(devs.map(({ ifindex }) => ifindex).sort()).toEqual(links.map(({ ifindex }) => ifindex).sort());
  });

  test("tells what drivers can do with XDP", async () => {
    const { xdpFeatures = 0n } = await firstValueFrom(kernel.family.dev.get$({ ifindex: 5 }));
    expect(netdevXdpAct.names(Number(xdpFeatures))).toContain("basic");
    expect(netdevXdpAct.names(Number(xdpFeatures))).toContain("redirect");
  });

  test("names the link that does not exist", async () => {
    const error = await firstValueFrom(kernel.family.dev.get$({ ifindex: 999 })).catch((it) => it);
    expect(error).toMatchObject({ code: "ENODEV" });
    expect(error.message).toContain("999");
  });

  test("watches links as they come and go", async () => {
    const events = kernel.family.dev.watch$({ ifindex: 8 }).pipe(
      tap(({ type }) => {
        if (type === "synced") kernel.run("ip link add v8 index 8 type veth peer name v9 index 9");
        if (type === "added") kernel.run("ip link del v8");
      }),
      // The driver sets the abilities once the link exists.
      filter(({ type }) => type !== "changed"),
      take(3),
      toArray(),
    );
    expect((await lastValueFrom(events)).map(({ type }) => type)).toEqual(["synced", "added", "removed"]);
  });
});

describeWith({ programs: ["genl"], families: ["netdev"] }, "netdev of this machine", () => {
  const transport = kernelTransport();
  const family = netdev({ transport });
  afterAll(() => transport.close());

  /** Links of which the kernel tells queues, by index, with the numbers of queues that /sys has. */
  const inSys = () =>
    readdirSync("/sys/class/net").flatMap((name) => {
      const path = `/sys/class/net/${name}`;
      try {
        const ifindex = Number(readFileSync(`${path}/ifindex`, "utf8"));
        const queues = readdirSync(`${path}/queues`);
        const up = readFileSync(`${path}/operstate`, "utf8").trim() === "up";
        return [{ ifindex, up, rx: queues.filter((it) => it.startsWith("rx-")).length }];
      } catch {
        return [];
      }
    });

  test("has the queues that /sys has", async () => {
    const all = await lastValueFrom(family.queue.list$().pipe(toArray()));
    const links = inSys().filter(({ ifindex, up }) => up && all.some((queue) => queue.ifindex === ifindex));
    for (const { ifindex, rx } of links) {
      const own = all.filter((queue) => queue.ifindex === ifindex && queue.type === "rx");
      expect(own.length, `${ifindex}`).toBeLessThanOrEqual(rx);
      const one = await firstValueFrom(family.queue.get$({ ifindex, type: "rx", id: own[0]!.id! }));
      expect(one).toEqual(own[0]);
    }
  });

  test("has a NAPI instance for each queue that names one", async () => {
    const [queues, napis] = await Promise.all([
      lastValueFrom(family.queue.list$().pipe(toArray())),
      lastValueFrom(family.napi.list$().pipe(toArray())),
    ]);
    const ids = new Set(napis.map(({ id }) => id));
    for (const { napiId } of queues) if (napiId !== undefined) expect(ids).toContain(napiId);
    for (const { id, ifindex } of napis)
      expect(await firstValueFrom(family.napi.get$({ id: id! }))).toMatchObject({ id, ifindex });
  });

  test("counts for links and for their queues", async () => {
    const links = await lastValueFrom(family.qstats.list$().pipe(toArray()));
    const queues = await lastValueFrom(family.qstats.list$({ scope: { queue: true } }).pipe(toArray()));
    for (const { ifindex, queueId } of links) {
      expect(queueId).toBeUndefined();
      expect(typeof ifindex).toBe("number");
    }
    for (const queue of queues) expect(queue).toMatchObject({ queueType: expect.stringMatching(/^[rt]x$/) });
  });
});
