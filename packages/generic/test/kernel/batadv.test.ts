import {
  exhaustMap,
  filter,
  firstValueFrom,
  lastValueFrom,
  type Observable,
  retry,
  timer,
  toArray,
} from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BatmanAdv, batadv } from "#src/batadv/batadv.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

/** Two meshes over the ends of a pair: two nodes. */
const NODES = `
  ip link add v1 index 21 address 02:00:00:00:00:01 type veth peer v2 index 22 address 02:00:00:00:00:02
  ip link add bat1 index 31 type batadv; ip link add bat2 index 32 type batadv
  ip link set v1 master bat1; ip link set v2 master bat2
  for link in v1 v2 bat1 bat2; do ip link set $link up; done`;
const meshIfindex = 31;

/** Lists again until there is something; there are no tables before a link is in use. */
const eventually = <T>(list$: () => Observable<T>) =>
  firstValueFrom(
    timer(0, 200).pipe(
      exhaustMap(() => list$().pipe(toArray(), retry({ delay: 200 }))),
      filter((rows) => rows.length > 0),
    ),
  );

describeWith({ programs: ["batctl", "ip"], families: ["batadv"] }, "batman-adv", () => {
  let kernel: Kernel<BatmanAdv>;
  beforeAll(async () => {
    kernel = await openKernel(batadv, NODES);
  });
  afterAll(() => kernel.close());

  test("has the meshes and links that batctl shows", async () => {
    const { mesh, hardif, algorithm } = kernel.family;
    const one = await firstValueFrom(mesh.get$({ meshIfindex }));
    expect(one).toMatchObject({ meshIfname: "bat1", algoName: "BATMAN_IV", hopPenalty: expect.any(Number) });
    expect(kernel.run("batctl meshif bat1 orig_interval").trim()).toBe(String(one.origInterval));
    const links = await eventually(() => hardif.list$({ meshIfindex, active: true }));
    expect(links).toMatchObject([{ meshIfindex, hardIfname: "v1", hardIfindex: 21, active: true }]);
    expect(kernel.run("batctl meshif bat1 interface").trim()).toBe("v1: active");
    const algorithms = await lastValueFrom(algorithm.list$().pipe(toArray()));
    expect(kernel.run("batctl routing_algo")).toContain(algorithms[0]!.algoName);
  });

  test("changes settings one by one, and reports that", async () => {
    const { mesh, hardif } = kernel.family;
    let listening = () => {};
    const ready = new Promise<void>((resolve) => {
      listening = resolve;
    });
    const reported = firstValueFrom(mesh.notifications$({ listening }));
    await ready;
    await firstValueFrom(
      mesh.change$({ meshIfindex, gwMode: "server", gwBandwidthDown: 200, gwBandwidthUp: 50 }),
    );
    expect(await reported).toMatchObject({ value: { meshIfname: "bat1", gwMode: "server" } });
    expect(kernel.run("batctl meshif bat1 gw_mode")).toContain("server (announced bw: 20.0/5.0 MBit)");
    await firstValueFrom(mesh.change$({ meshIfindex, apIsolationEnabled: 1 }));
    expect(kernel.run("batctl meshif bat1 ap_isolation").trim()).toBe("enabled");
    await firstValueFrom(hardif.change$({ meshIfindex, hardIfindex: 21, hopPenalty: 40 }));
    expect(kernel.run("batctl hardif v1 hop_penalty").trim()).toBe("40");
  });

  test("sees the neighbour, its paths and its clients", async () => {
    const { neighbor, originator, localClient, globalClient } = kernel.family;
    const [next] = await eventually(() => neighbor.list$({ meshIfindex }));
    expect(next).toMatchObject({ meshIfindex, neighAddress: "02:00:00:00:00:02", hardIfname: "v1" });
    const [path] = await eventually(() => originator.list$({ meshIfindex }));
    expect(path).toMatchObject({
      origAddress: "02:00:00:00:00:02",
      neighAddress: "02:00:00:00:00:02",
      flagBest: true,
    });
    expect(kernel.run("batctl meshif bat1 originators -H -n")).toContain("02:00:00:00:00:02");
    const clients = await eventually(() => localClient.list$({ meshIfindex }));
    const shown = kernel.run("batctl meshif bat1 translocal -H -n");
    for (const { ttAddress } of clients) expect(shown).toContain(ttAddress);
    const others = await eventually(() => globalClient.list$({ meshIfindex }));
    expect(others).toMatchObject([{ origAddress: "02:00:00:00:00:02" }, ...others.slice(1)]);
  });

  test("measures throughput", async () => {
    await eventually(() => kernel.family.originator.list$({ meshIfindex }));
    const result = await firstValueFrom(
      kernel.family.throughput$({ meshIfindex, origAddress: "02:00:00:00:00:02", tpmeterTestTime: 500 }),
    );
    expect(result.tpmeterResult).toBe("complete");
    expect(result.tpmeterBytes).toBeGreaterThan(0n);
  });

  test("lists its own backbone, and nothing where nothing is", async () => {
    const { neighbor, gateway, claim, backbone, arp } = kernel.family;
    await eventually(() => neighbor.list$({ meshIfindex }));
    const lists = [gateway.list$, claim.list$, arp.list$] as const;
    for (const list$ of lists as readonly ((of: object) => Observable<object>)[])
      expect(await lastValueFrom(list$({ meshIfindex }).pipe(toArray()))).toEqual([]);
    const own = await lastValueFrom(backbone.list$({ meshIfindex }).pipe(toArray()));
    expect(own).toMatchObject([{ blaOwn: true, blaBackbone: "02:00:00:00:00:01" }]);
  });
});
