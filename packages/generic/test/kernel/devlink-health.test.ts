import { firstValueFrom, lastValueFrom, take, takeWhile, toArray } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Devlink, devlink } from "#src/devlink/index.js";
import { describeSimulated, openSimulated, type Simulated } from "../support/simulated.js";

describeSimulated({ programs: ["devlink", "genl"], families: ["devlink"] }, "devlink", () => {
  let kernel: Simulated<Devlink>;
  beforeAll(async () => {
    kernel = await openSimulated(devlink, 4102);
  });
  afterAll(() => kernel.close());

  test("rebuilds what a health reporter tells", async () => {
    const { health } = kernel.family;
    const dummy = { ...kernel.handle, healthReporterName: "dummy" };
    const known = {
      test_bool: true,
      test_u8: 1,
      test_u32: 3,
      test_u64: 4n,
      test_string: "somestring",
      test_binary: expect.any(Uint8Array),
      test_nest: { nested_test_bool: false, nested_test_u8: 0 },
    };
    expect(await firstValueFrom(health.diagnose$(dummy))).toMatchObject(known);
    const dump = await lastValueFrom(health.dump$(dummy));
    expect(dump).toMatchObject(known);
    expect(await lastValueFrom(health.dump$(dummy))).toEqual(dump);
    await lastValueFrom(health.clearDump$(dummy));
  });

  test("reports an error of a health reporter, and its recovery", async () => {
    const { health } = kernel.family;
    const dummy = { ...kernel.handle, healthReporterName: "dummy" };
    await lastValueFrom(health.change$({ ...dummy, healthReporterAutoRecover: 1 }));
    const states = await lastValueFrom(
      health
        .notifications$({ listening: () => kernel.run(`echo broken > ${kernel.debug}/health/break_health`) })
        .pipe(take(2), toArray()),
    );
    expect(states).toMatchObject([
      { value: { healthReporter: { healthReporterName: "dummy", healthReporterState: "error" } } },
      { value: { healthReporter: { healthReporterState: "healthy" } } },
    ]);
    const [theirs] = kernel
      .json<{ health: Record<string, Record<string, unknown>[]> }>("devlink -j health")
      .health[kernel.name]!.filter(({ reporter }) => reporter === "dummy");
    const { healthReporter } = await firstValueFrom(health.get$(dummy));
    expect(healthReporter).toMatchObject({
      healthReporterErrCount: BigInt(theirs!.error as number),
      healthReporterRecoverCount: BigInt(theirs!.recover as number),
      healthReporterAutoRecover: theirs!.auto_recover ? 1 : 0,
      healthReporterAutoDump: theirs!.auto_dump ? 1 : 0,
    });
    expect(await lastValueFrom(health.dump$(dummy))).toMatchObject({ break_message: "broken" });
  });

  test("lists traps, their groups and policers, and changes them", async () => {
    const { trap, trapGroup, trapPolicer } = kernel.family;
    const traps = await lastValueFrom(trap.list$(kernel.handle).pipe(toArray()));
    const their = (command: string, key: string) =>
      kernel.json<Record<string, Record<string, Record<string, unknown>[]>>>(`devlink -j ${command}`)[key]![
        kernel.name
      ]!;
    expect(traps.map((it) => [it.trapName, it.trapType, it.trapAction, it.trapGroupName])).toEqual(
      their("trap", "trap").map(({ name, type, action, group }) => [name, type, action, group]),
    );
    const one = { ...kernel.handle, trapName: "blackhole_route" };
    await lastValueFrom(trap.change$({ ...one, trapAction: "trap" }));
    expect(their("trap", "trap").find(({ name }) => name === "blackhole_route")!.action).toBe("trap");
    await lastValueFrom(trap.change$({ ...(await firstValueFrom(trap.get$(one))), trapAction: "drop" }));
    const group = { ...kernel.handle, trapGroupName: "l3_drops" };
    await lastValueFrom(trapGroup.change$({ ...group, trapPolicerId: 2 }));
    expect(their("trap group", "trap_group").find(({ name }) => name === "l3_drops")!.policer).toBe(2);
    const policer = { ...kernel.handle, trapPolicerId: 2, trapPolicerRate: 1500n };
    await lastValueFrom(trapPolicer.change$(policer));
    expect(their("trap policer", "trap_policer")[1]).toMatchObject({ policer: 2, rate: 1500 });
  });

  test("switches the embedded switch, and shares rates", async () => {
    const { eswitch, rate, port } = kernel.family;
    kernel.run(`echo 1 > ${kernel.sys}/sriov_numvfs`);
    await lastValueFrom(eswitch.change$({ ...kernel.handle, eswitchMode: "switchdev" }));
    expect((await firstValueFrom(eswitch.get$(kernel.handle))).eswitchMode).toBe("switchdev");
    const ports = await lastValueFrom(port.list$({ portFlavour: "pciVf" }).pipe(toArray()));
    expect(ports).toMatchObject([{ portPciPfNumber: 0, portPciVfNumber: 0 }]);
    const node = { ...kernel.handle, rateNodeName: "shared" };
    await lastValueFrom(rate.add$({ ...node, rateTxMax: 1_250_000n }));
    const leaf = { ...kernel.handle, portIndex: ports[0]!.portIndex! };
    await lastValueFrom(rate.change$({ ...leaf, rateParentNodeName: "shared" }));
    const rates = await lastValueFrom(rate.list$().pipe(toArray()));
    // Their order is that of the kernel's list.
    const sorted = rates.sort((a, b) => (`${a.rateType}` < `${b.rateType}` ? -1 : 1));
    expect(sorted).toMatchObject([
      { rateType: "leaf", portIndex: leaf.portIndex, rateParentNodeName: "shared" },
      { rateType: "node", rateNodeName: "shared", rateTxMax: 1_250_000n },
    ]);
    await lastValueFrom(rate.change$({ ...leaf, rateParentNodeName: "" }));
    await lastValueFrom(rate.delete$(node));
    await lastValueFrom(eswitch.change$({ ...kernel.handle, eswitchMode: "legacy" }));
  });

  test("writes firmware, and tells how far it is", async () => {
    kernel.run("mkdir -p /lib/firmware; head -c 4096 /dev/zero > /lib/firmware/simulated");
    const request = { ...kernel.handle, flashUpdateFileName: "simulated" };
    const progress = await lastValueFrom(kernel.family.dev.flash$(request).pipe(toArray()));
    expect(progress[0]).toMatchObject({ flashUpdateStatusMsg: "Preparing to flash" });
    const halves = progress.filter(({ flashUpdateStatusTotal = 0n }) => flashUpdateStatusTotal > 0n);
    expect(halves.length).toBeGreaterThan(10);
    const missing = { ...request, flashUpdateFileName: "nowhere" };
    await expect(lastValueFrom(kernel.family.dev.flash$(missing))).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("reloads, and reports everything that goes and comes", async () => {
    const all = lastValueFrom(
      kernel.family.monitor$().pipe(
        takeWhile((it) => !("value" in it && it.object === "devlink" && it.type === "new"), true),
        toArray(),
      ),
    );
    const done = await firstValueFrom(kernel.family.dev.reload$(kernel.handle));
    expect(done.reloadActionsPerformed?.value).toBe(1 << 1);
    const kinds = new Set((await all).map((it) => ("value" in it ? `${it.object} ${it.type}` : it.type)));
    for (const kind of ["port delete", "port new", "trap delete", "trap new", "devlink new"])
      expect(kinds).toContain(kind);
  });
});
