import { spawnSync } from "node:child_process";
import { until } from "@rxnetlink/testing/gates";
import { firstValueFrom, Subscription } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type DeviceWatchEvent, type SysfsDevice, type Uevents, uevents } from "#src/uevent/index.js";
import { type Beside, describeAsRoot, openSandbox, type Sandbox, sysfsOf } from "../support/kernel.js";

const NULL = "/devices/virtual/mem/null";

describeAsRoot(["udevadm", "ip"], "devices", () => {
  let sandbox: Sandbox;
  let holder: Beside;
  let devices: Uevents;
  const subscriptions = { all: new Subscription() };
  beforeEach(async () => {
    sandbox = await openSandbox();
    const mounted = await sysfsOf(sandbox);
    holder = mounted.holder;
    const { transport, namespace } = sandbox;
    devices = uevents({ transport, namespace: namespace.ref, sysfs: mounted.sysfs });
    subscriptions.all = new Subscription();
  });
  afterEach(async () => {
    subscriptions.all.unsubscribe();
    await holder.end();
    await sandbox.close();
  });

  /** Returns the devices that udevadm lists, with the variables of sysfs. */
  function listed(): Map<string, string> {
    const args = ["-t", `${holder.pid}`, "--mount", "--net", "udevadm", "info", "--export-db"];
    const { stdout } = spawnSync("nsenter", args, { encoding: "utf8", maxBuffer: 1 << 28 });
    const all = stdout.split("\n\n").filter((text) => text !== "");
    return new Map(
      all.map((text): [string, string] => [
        /^P: (.*)$/m.exec(text)![1]!,
        /^E: SUBSYSTEM=(.*)$/m.exec(text)?.[1] ?? "",
      ]),
    );
  }

  const subsystems = (map: ReadonlyMap<string, SysfsDevice>) =>
    new Map([...map].map(([path, { subsystem }]): [string, string] => [path, subsystem]));

  it("are those that udevadm lists", async () => {
    const ours = subsystems(await firstValueFrom(devices.devices$()));
    // It also lists modules, drivers and the like, which lie elsewhere.
    const theirs = [...listed()].filter(([path]) => path.startsWith("/devices/") && ours.has(path));
    const others = [...listed()].filter(
      ([path, name]) => path.startsWith("/devices/") && name !== "" && !ours.has(path),
    );
    expect(ours).toEqual(new Map(theirs));
    expect(others).toEqual([]);
  });

  it("stay true while links come, change their name and go", async () => {
    let now: ReadonlyMap<string, SysfsDevice> = new Map();
    await new Promise<void>((resolve) => {
      subscriptions.all.add(
        devices.devices$({ subsystem: "net" }).subscribe((map) => {
          now = map;
          resolve();
        }),
      );
    });
    const names = () => [...now.values()].map(({ variables }) => variables.INTERFACE).sort();
    expect(names()).toEqual(["lo"]);
    for (let i = 0; i < 20; i++)
      sandbox.run(`ip link add a${i} type veth peer name b${i}; ip link set a${i} name c${i}`);
    for (let i = 0; i < 20; i += 2) sandbox.run(`ip link delete b${i}`);
    const expected = [
      "lo",
      ...Array.from({ length: 10 }, (_, i) => [`b${2 * i + 1}`, `c${2 * i + 1}`]).flat(),
    ].sort();
    await until(() => names().join() === expected.join());
    expect(subsystems(now)).toEqual(new Map([...listed()].filter(([, name]) => name === "net")));
  });

  it("come one by one, and then what changes", async () => {
    const seen: DeviceWatchEvent[] = [];
    subscriptions.all.add(devices.watchDevices$({ subsystem: "net" }).subscribe((event) => seen.push(event)));
    await until(() => seen.at(-1)?.type === "synced");
    sandbox.run("ip link add v0 type veth peer name v1");
    await until(() => seen.length >= 4);
    sandbox.run("ip link set v0 name v9");
    await until(() => seen.length >= 6);
    sandbox.run("ip link delete v9");
    await until(() => seen.length >= 8);
    const told = seen.map((event) =>
      "current" in event || "previous" in event
        ? [event.type, (event.current ?? event.previous)!.devpath.split("/").at(-1)]
        : [event.type],
    );
    expect(told.slice(0, 2)).toEqual([["added", "lo"], ["synced"]]);
    expect(told.slice(2, 4).sort()).toEqual([
      ["added", "v0"],
      ["added", "v1"],
    ]);
    expect(told.slice(4, 6)).toEqual([
      ["removed", "v0"],
      ["added", "v9"],
    ]);
    expect(told.slice(6).sort()).toEqual([
      ["removed", "v1"],
      ["removed", "v9"],
    ]);
  });

  it("may have names that are not UTF-8", async () => {
    sandbox.run(`ip link add "$(printf 'x\\377')" type veth peer name v1`);
    const map = await firstValueFrom(devices.devices$({ subsystem: "net" }));
    expect([...map.keys()]).toContain("/devices/virtual/net/x\udcff");
  });

  it("report what they are asked to", async () => {
    const args = { ROUND: "7" };
    const event = await firstValueFrom(
      devices.synth$({ devpath: NULL }, { action: "online", arguments: args }),
    );
    expect(event).toMatchObject({ action: "online", devpath: NULL, synth: { arguments: args } });
    const uuid = "123e4567-e89b-12d3-a456-426614174000";
    expect(await firstValueFrom(devices.synth$(NULL, { uuid }))).toMatchObject({
      action: "change",
      synth: { uuid },
    });
  });

  it("that do not exist report nothing", async () => {
    await expect(firstValueFrom(devices.synth$("/devices/none"))).rejects.toMatchObject({
      name: "SystemError",
      code: "ENOENT",
      hint: "there is no such device in sysfs",
    });
  });
});
