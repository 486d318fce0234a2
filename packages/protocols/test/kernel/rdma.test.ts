// Devices of rdma_rxe, compared with what rdma of iproute2 prints.

import { type ChildProcess, spawn } from "node:child_process";
import { until } from "@rxnetlink/testing/gates";
import { type KernelTransport, kernelTransport } from "@rxnetlink/transport";
import { filter, firstValueFrom, map, mergeMap, type Observable, takeWhile, toArray } from "rxjs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Rdma, rdma } from "#src/rdma/index.js";
import { describeWith, json, run } from "../support/kernel.js";

const all = <T>(stream$: Observable<T>): Promise<T[]> => firstValueFrom(stream$.pipe(toArray()));
type Row = Readonly<Record<string, unknown>>;

const PROGRAMS = ["rdma", "ibv_srq_pingpong", "rping"];
const MODULES = ["rdma_rxe", "ib_uverbs", "rdma_ucm"];

describeWith({ protocol: "rdma", programs: PROGRAMS, modules: MODULES }, "RDMA", () => {
  let transport: KernelTransport;
  let nl: Rdma;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    transport = kernelTransport();
    nl = rdma({ transport });
    run(`ip link add rx0 type veth peer name rx1; ip link set rx0 up; ip link set rx1 up
      ip address add 192.0.2.1/24 dev rx0`);
    await all(nl.device.add$({ devName: "rxe0", linkType: "rxe", ndevName: "rx0" }));
    children.push(
      spawn("ibv_srq_pingpong", ["-d", "rxe0", "-g", "0"], { stdio: "ignore" }),
      spawn("rping", ["-s", "-a", "192.0.2.1"], { stdio: "ignore" }),
    );
    const has = (kind: string) => json<Row[]>(`rdma -j resource show ${kind}`).length > 0;
    await until(() => has("srq") && has("cm_id"));
  });

  afterAll(async () => {
    for (const child of children) child.kill();
    run("rdma link delete rxe0 || true; ip link delete rx0 || true");
    await transport.close();
  });

  it("lists devices", async () => {
    const theirs = json<Row[]>("rdma -j dev show -d");
    const ours = await all(nl.device.list$());
    const printed = ours.map(({ devIndex, devName, nodeGuid, sysImageGuid }) => [
      devIndex,
      devName,
      nodeGuid,
      sysImageGuid,
    ]);
    expect(printed).toEqual(
      theirs.map(({ ifindex, ifname, node_guid, sys_image_guid }) => [
        ifindex,
        ifname,
        node_guid,
        sys_image_guid,
      ]),
    );
    expect(ours[0]).toMatchObject({ devProtocol: "roce", devNodeType: "ibCa", portIndex: 1 });
  });

  it("lists ports", async () => {
    const theirs = json<Row[]>("rdma -j link show");
    const ours = await all(nl.port.list$());
    expect(
      ours.map(({ devName, portIndex, portState, portPhysState, ndevName, ndevIndex }) => ({
        ifname: devName,
        port: portIndex,
        state: String(portState).toUpperCase(),
        physical_state: portPhysState === "linkUp" ? "LINK_UP" : portPhysState,
        netdev: ndevName,
        netdev_index: ndevIndex,
      })),
    ).toEqual(theirs.map(({ ifindex: _, ...rest }) => rest));
  });

  it("gets a device by name and by index, and a port", async () => {
    const [device] = await all(nl.device.get$({ devName: "rxe0" }));
    const { devIndex } = device!;
    expect(await all(nl.device.get$({ devIndex: devIndex! }))).toEqual([device]);
    const [port] = await all(nl.port.list$({ devName: "rxe0" }));
    expect(await all(nl.port.get$({ devIndex: devIndex!, portIndex: 1 }))).toEqual([port]);
    await expect(all(nl.device.get$({ devName: "rxe7" }))).rejects.toMatchObject({ code: "ENODEV" });
    await expect(all(nl.port.get$({ devIndex: 77, portIndex: 1 }))).rejects.toMatchObject({
      code: "EINVAL",
      hint: expect.stringContaining("does not exist"),
    });
  });

  it("counts resources", async () => {
    const theirs = json<Row[]>("rdma -j resource show");
    const ours = await all(nl.summary.list$());
    const counts = ours.map(({ devIndex, devName, resSummary = [] }) => ({
      ifindex: devIndex,
      ifname: devName,
      ...Object.fromEntries(resSummary.map(({ name, curr }) => [name, Number(curr)])),
    }));
    expect(counts).toEqual(theirs);
  });

  it.each([
    ["qp", "resLqpn", "lqpn"],
    ["cmId", "resCmIdn", "cm-idn"],
    ["cq", "resCqn", "cqn"],
    ["mr", "resMrn", "mrn"],
    ["pd", "resPdn", "pdn"],
    ["ctx", "resCtxn", "ctxn"],
    ["srq", "resSrqn", "srqn"],
  ] as const)("lists %s", async (kind, key, theirKey) => {
    const command = kind === "cmId" ? "cm_id" : kind;
    const theirs = json<Row[]>(`rdma -jd resource show ${command}`);
    const ours = (await all(nl[kind].list$() as Observable<object>)) as Row[];
    const ofOurs = ours.map((row) => [row.devName, row[key], row.resPid ?? row.resKernName]);
    const ofTheirs = theirs.map((row) => [row.ifname, row[theirKey], row.pid ?? row.comm]);
    expect(ofOurs).toEqual(ofTheirs);
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter((row) => "unknown" in row)).toEqual([]);
  });

  it("shows queue pairs and connections in detail", async () => {
    const [theirs] = json<Row[]>("rdma -jd resource show cm_id");
    const [cmId] = await all(nl.cmId.list$());
    expect(cmId).toMatchObject({ resState: "listen", resPs: "tcp", resSrcAddr: { address: "192.0.2.1" } });
    expect(theirs).toMatchObject({ state: "LISTEN", ps: "TCP" });
    // Address and port are one text, or two.
    const { address, port } = cmId!.resSrcAddr!;
    expect(Object.values(theirs!).join(":")).toContain(`${address}:${port}`);
    const [srq] = await all(nl.srq.list$());
    expect(srq).toMatchObject({ resType: "basic" });
    const queuePairs = await all(nl.qp.list$());
    const shared = queuePairs.filter(({ resType }) => resType === "rc").map(({ resLqpn }) => resLqpn);
    const { minRange, maxRange, resLqpn } = srq!.resQp![0]!;
    expect(minRange ?? resLqpn).toBe(shared[0]);
    expect(maxRange ?? resLqpn).toBe(shared.at(-1));
  });

  it("gets single resources", async () => {
    for (const [object, key] of [
      [nl.cq, "resCqn"],
      [nl.mr, "resMrn"],
      [nl.pd, "resPdn"],
      [nl.ctx, "resCtxn"],
      [nl.srq, "resSrqn"],
    ] as const) {
      const rows = (await all(object.list$() as Observable<object>)) as Row[];
      const owned = rows.find((row) => "resPid" in row)!;
      const got = object.get$({ devIndex: owned.devIndex, [key]: owned[key] } as never) as Observable<object>;
      expect(await all(got)).toEqual([owned]);
    }
  });

  it("reads counters", async () => {
    const [theirs] = json<Row[]>("rdma -j statistic show link");
    const [{ devIndex = 0 } = {}] = await all(nl.device.get$({ devName: "rxe0" }));
    const port = { devIndex, portIndex: 1 };
    const [ours] = await all(nl.counter.ofPort$(port));
    const names = ours!.statHwcounters!.map(({ entryName }) => entryName);
    const { ifname: _, port: __, ...counters } = theirs!;
    expect(names).toEqual(Object.keys(counters));
    expect(await all(nl.counter.mode$(port))).toMatchObject([{ statMode: "none" }]);
    const [status] = await all(nl.counter.status$(port));
    expect(status!.statHwcounters!.map(({ index }) => index)).toEqual(names.map((_name, i) => i));
    expect(await all(nl.counter.list$())).toEqual([]);
  });

  it("reads and changes modes", async () => {
    const [before] = await all(nl.system.get$());
    expect(before).toMatchObject({ netnsMode: "shared", copyOnFork: 1, monitorMode: 1 });
    await all(nl.system.set$({ privilegedQkeyMode: 1 }));
    expect(await all(nl.system.get$())).toMatchObject([{ privilegedQkeyMode: 1 }]);
    await all(nl.system.set$({ privilegedQkeyMode: 0 }));
  });

  it("finds character devices", async () => {
    const [{ devIndex = 0 } = {}] = await all(nl.device.get$({ devName: "rxe0" }));
    const [{ chardevName } = {}] = await all(nl.chardev$({ chardevType: "uverbs", devIndex }));
    expect(run("ls /sys/class/infiniband_verbs").split("\n")).toContain(chardevName);
  });

  it("reports devices that come and go, and keeps their state", async () => {
    const events = all(
      nl.event.notifications$().pipe(
        mergeMap((it) => (it.type === "new" ? [[it.value.devName, it.value.eventType]] : [])),
        takeWhile(([, type]) => type !== "unregisterEvent", true),
      ),
    );
    const names$ = nl.device
      .state$()
      .pipe(map((devices) => [...devices.values()].map(({ devName }) => devName)));
    const kept = names$.subscribe();
    run("ip link add rx2 type veth peer name rx3; ip link set rx2 up; ip link set rx3 up");
    await all(nl.device.add$({ devName: "rxe5", linkType: "rxe", ndevName: "rx2" }));
    await firstValueFrom(names$.pipe(filter((names) => names.includes("rxe5"))));
    await all(nl.device.delete$({ devName: "rxe5" }));
    await firstValueFrom(names$.pipe(filter((names) => !names.includes("rxe5"))));
    const seen = await events;
    expect(seen).toContainEqual(["rxe5", "registerEvent"]);
    expect(seen).toContainEqual(["rxe5", "netdevAttachEvent"]);
    expect(seen.at(-1)).toEqual(["rxe5", "unregisterEvent"]);
    kept.unsubscribe();
    run("ip link delete rx2");
  });

  it("renames a device", async () => {
    const [{ devIndex = 0 } = {}] = await all(nl.device.get$({ devName: "rxe0" }));
    await all(nl.device.change$({ devIndex, devName: "rxe9" }));
    expect(json<Row[]>("rdma -j dev show").map(({ ifname }) => ifname)).toContain("rxe9");
    await all(nl.device.change$({ devIndex, devName: "rxe0" }));
    await all(nl.device.change$({ devIndex, devDim: 1 }));
    await expect(all(nl.device.change$({ devIndex, devDim: 1, devName: "x" }))).rejects.toMatchObject({
      path: "devDim",
    });
  });
});
