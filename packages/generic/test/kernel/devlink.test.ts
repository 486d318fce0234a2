import { firstValueFrom, lastValueFrom, take, tap, toArray } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Devlink, type DevlinkResource, devlink, handleOf, paramValues } from "#src/devlink/index.js";
import { describeSimulated, openSimulated, type Simulated } from "../support/simulated.js";

type Printed = Record<string, Record<string, Record<string, unknown>[]>>;

describeSimulated({ programs: ["devlink", "genl"], families: ["devlink"] }, "devlink", () => {
  let kernel: Simulated<Devlink>;
  beforeAll(async () => {
    kernel = await openSimulated(devlink, 4101);
  });
  afterAll(() => kernel.close());

  const printed = (command: string, key: string) =>
    kernel.json<Printed>(`devlink -j ${command}`)[key]![kernel.name]!;

  test("lists the instances that devlink prints", async () => {
    const devs = await lastValueFrom(kernel.family.dev.list$().pipe(toArray()));
    expect(devs.map((dev) => handleOf(dev as never))).toEqual(
      Object.keys(kernel.json<Printed>("devlink -j dev show").dev!),
    );
    const { reloadFailed, devStats } = await firstValueFrom(kernel.family.dev.get$(kernel.handle));
    expect(reloadFailed).toBe(0);
    expect(devStats?.reloadStats?.reloadActionInfo?.map(({ reloadAction }) => reloadAction)).toEqual([
      "driverReinit",
    ]);
  });

  test("lists the ports that devlink prints", async () => {
    const ports = await lastValueFrom(kernel.family.port.list$(kernel.handle).pipe(toArray()));
    const ours = Object.fromEntries(
      ports.map((port) => [
        handleOf(port as never),
        {
          type: port.portType,
          netdev: port.portNetdevName,
          flavour: port.portFlavour,
          port: port.portNumber,
          splittable: port.portSplittable === 1,
        },
      ]),
    );
    expect(ours).toEqual(kernel.json<{ port: object }>("devlink -j port").port);
  });

  test("reads and sets parameters by their type", async () => {
    const params = await lastValueFrom(kernel.family.param.list$(kernel.handle).pipe(toArray()));
    const ours = params.map((it) => [it.param?.paramName, paramValues(it).driverinit]);
    const theirs = printed("dev param show", "param") as unknown as {
      name: string;
      values: { value: unknown }[];
    }[];
    expect(ours).toEqual(theirs.map(({ name, values }) => [name, values[0]!.value]));
    const key = { ...kernel.handle, cmode: "driverinit" as const };
    const set$ = kernel.family.param.set$;
    await lastValueFrom(set$({ ...key, paramName: "max_macs", value: 16 }));
    await lastValueFrom(set$({ ...key, paramName: "test1", value: false }));
    const after = printed("dev param show", "param") as unknown as typeof theirs;
    expect(after.map(({ values }) => values[0]!.value)).toEqual([16, false]);
    const one = await firstValueFrom(kernel.family.param.get$({ ...kernel.handle, paramName: "max_macs" }));
    expect(paramValues(one)).toEqual({ driverinit: 16 });
    await expect(lastValueFrom(set$({ ...key, paramName: "max_macs", value: "many" }))).rejects.toThrow();
  });

  test("tells versions and the driver", async () => {
    const info = await firstValueFrom(kernel.family.info.get$(kernel.handle));
    const theirs = kernel.json<{ info: Record<string, { driver: string; versions: object }> }>(
      "devlink -j dev info",
    ).info[kernel.name]!;
    const versions = (list: typeof info.infoVersionRunning = []) =>
      Object.fromEntries(list.map((it) => [it.infoVersionName, it.infoVersionValue]));
    expect(info.infoDriverName).toBe(theirs.driver);
    expect({
      running: versions(info.infoVersionRunning),
      stored: versions(info.infoVersionStored),
    }).toEqual(theirs.versions);
  });

  test("lists resources as a tree, and sets their size", async () => {
    const list = () => lastValueFrom(kernel.family.resource.list$(kernel.handle).pipe(toArray()));
    const nameOf = ({ resourceName, resourceList = [] }: DevlinkResource): unknown => [
      resourceName,
      ...resourceList.map(nameOf),
    ];
    type Their = { name: string; resources?: Their[] };
    const their = ({ name, resources = [] }: Their): unknown => [name, ...resources.map(their)];
    const theirs = printed(`resource show ${kernel.name}`, "resources") as unknown as Their[];
    const before = await list();
    expect(before.map(nameOf)).toEqual(theirs.map(their));
    const fib = before[0]!.resourceList![0]!;
    const resourceId = fib.resourceId!;
    await lastValueFrom(kernel.family.resource.set$({ ...kernel.handle, resourceId, resourceSize: 99n }));
    const [after] = (await list())[0]!.resourceList!;
    expect(after).toMatchObject({ resourceId, resourceSizeNew: 99n });
    const back = { ...kernel.handle, resourceId, resourceSize: fib.resourceSize! };
    await lastValueFrom(kernel.family.resource.set$(back));
  });

  test("takes, reads and removes snapshots of regions", async () => {
    const { region } = kernel.family;
    const dummy = { ...kernel.handle, regionName: "dummy" };
    const id = await firstValueFrom(region.snapshot$(dummy));
    expect(await firstValueFrom(region.snapshot$({ ...dummy, regionSnapshotId: 70 }))).toBe(70);
    const { regionSize, regionSnapshots } = await firstValueFrom(region.get$(dummy));
    expect(regionSnapshots?.map(({ regionSnapshotId }) => regionSnapshotId)).toEqual([id, 70]);
    const whole = await lastValueFrom(region.read$({ ...dummy, regionSnapshotId: 70 }));
    expect(BigInt(whole.length)).toBe(regionSize);
    const part = { ...dummy, regionSnapshotId: 70, address: 256n, length: 600n };
    expect(await lastValueFrom(region.read$(part))).toEqual(whole.subarray(256, 856));
    const text = kernel.run(`devlink region read ${kernel.name}/dummy snapshot 70 address 256 length 16`);
    const theirs = text.replace(/^\S+ /, "").replace(/\s+/g, "");
    expect(Buffer.from(whole.subarray(256, 272)).toString("hex")).toBe(theirs);
    await lastValueFrom(region.deleteSnapshot$({ ...dummy, regionSnapshotId: id }));
    await lastValueFrom(region.deleteSnapshot$({ ...dummy, regionSnapshotId: 70 }));
  });

  test("watches regions with their snapshots", async () => {
    const { region } = kernel.family;
    const dummy = { ...kernel.handle, regionName: "dummy" };
    const events = await lastValueFrom(
      region.watch$().pipe(
        tap(({ type }) => {
          if (type === "synced") kernel.run(`devlink region new ${kernel.name}/dummy snapshot 71`);
        }),
        take(3),
        toArray(),
      ),
    );
    expect(events.at(-1)).toMatchObject({
      type: "changed",
      current: { regionSnapshots: [{ regionSnapshotId: 71 }] },
    });
    await lastValueFrom(region.deleteSnapshot$({ ...dummy, regionSnapshotId: 71 }));
  });
});
