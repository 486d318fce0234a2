import { FlowControl } from "@rxnetlink/core";
import { filter, firstValueFrom, ReplaySubject, type Subscription } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Uevent, type UeventEvent, type Uevents, uevents } from "#src/uevent/index.js";
import { type Beside, beside, describeAsRoot, openSandbox, type Sandbox } from "../support/kernel.js";

const NULL = "/devices/virtual/mem/null";

describeAsRoot(["udevadm", "ip"], "uevent$", () => {
  let sandbox: Sandbox;
  let devices: Uevents;
  let subscription: Subscription | undefined;
  let seen: UeventEvent[];
  let seen$: ReplaySubject<UeventEvent>;
  beforeEach(async () => {
    sandbox = await openSandbox();
    devices = uevents({ transport: sandbox.transport, namespace: sandbox.namespace.ref });
    seen = [];
    seen$ = new ReplaySubject();
  });
  afterEach(async () => {
    subscription?.unsubscribe();
    await sandbox.close();
  });

  /** Collects events; resolves when every later event is seen. */
  const listening = (options: Parameters<Uevents["uevent$"]>[0] = {}) =>
    new Promise<void>((resolve, reject) => {
      const next = (event: UeventEvent) => {
        seen.push(event);
        seen$.next(event);
      };
      subscription = devices.uevent$({ ...options, listening: resolve }).subscribe({ next, error: reject });
    });

  /** Resolves when such an event has arrived. */
  const arrived = (isIt: (event: UeventEvent) => boolean) => firstValueFrom(seen$.pipe(filter(isIt)));
  const arrivedOf = (isIt: (event: Uevent) => boolean) =>
    arrived((event) => event.type === "uevent" && isIt(event));

  /** Resolves when all events so far have arrived. */
  const caughtUp = async () => {
    const { synth } = await firstValueFrom(devices.synth$(NULL));
    await arrivedOf((event) => event.synth?.uuid === synth?.uuid);
  };

  const events = () => seen.filter((event): event is Uevent => event.type === "uevent");

  /** Reads the events that udevadm prints, until one has a variable with this value. */
  async function printed({ lines }: Beside, last: string): Promise<Record<string, string>[]> {
    const all: Record<string, string>[] = [];
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const [, name, value] = /^(\w+)=(.*)$/.exec(line.value) ?? [];
      if (name === undefined) {
        if (line.value === "" && Object.values(all.at(-1) ?? {}).includes(last)) return all;
        if (line.value.startsWith("KERNEL[")) all.push({});
      } else all.at(-1)![name] = value!;
    }
    return all;
  }

  it("emits what udevadm prints", async () => {
    const monitor = beside(sandbox, "udevadm", "monitor", "--kernel", "--property");
    for (let line = await monitor.lines.next(); !/^KERNEL - /.test(line.value); )
      line = await monitor.lines.next();
    await listening();
    sandbox.run(`ip link add v0 type veth peer name v1; ip link set v0 name v9; ip link delete v9`);
    const last = await firstValueFrom(devices.synth$(NULL, { action: "change", arguments: { A: "1" } }));
    const theirs = await printed(monitor, last.synth!.uuid!);
    await caughtUp();
    await monitor.end();
    const until = events().findIndex(({ synth }) => synth?.uuid === last.synth!.uuid) + 1;
    // udevadm prints the whole path of a device node.
    const ours = events()
      .slice(0, until)
      .map(({ variables: { DEVNAME, ...rest } }) => ({
        ...rest,
        ...(DEVNAME && { DEVNAME: `/dev/${DEVNAME}` }),
      }));
    expect(theirs.length).toBeGreaterThan(10);
    expect(ours).toEqual(theirs);
  });

  it("emits events of links in their namespace only, others everywhere", async () => {
    const other = await openSandbox();
    await listening({ subsystem: "net" });
    sandbox.run("ip link add here type veth peer name there");
    other.run("ip link add elsewhere type veth peer name far");
    await firstValueFrom(devices.synth$(NULL));
    sandbox.run("ip link add last type bridge");
    await arrivedOf(({ devpath }) => devpath.endsWith("/last"));
    await other.close();
    expect(new Set(events().map(({ variables }) => variables.INTERFACE))).toEqual(
      new Set(["here", "there", "last"]),
    );
  });

  it("chooses by action", async () => {
    await listening({ action: ["move", "remove"] });
    sandbox.run("ip link add v0 type veth peer name v1; ip link set v0 name v9; ip link delete v9");
    await arrivedOf(({ action, devpath }) => action === "remove" && devpath.endsWith("/v9"));
    expect(new Set(events().map(({ action }) => action))).toEqual(new Set(["move", "remove"]));
  });

  it("says where events were lost, and how many at most", async () => {
    const flowControl = new FlowControl();
    devices = uevents({
      transport: sandbox.transport,
      namespace: sandbox.namespace.ref,
      receiveBuffer: 50_000,
    });
    await listening({ flowControl });
    await caughtUp();
    flowControl.pause();
    // The thread that reads executes what it is told in order: afterwards it has paused.
    await firstValueFrom(devices.synth$(NULL));
    sandbox.run(`i=0; while [ $i -lt 1000 ]; do echo change > /sys${NULL}/uevent; i=$((i + 1)); done`);
    flowControl.resume();
    await arrived(({ type }) => type === "lost");
    await caughtUp();
    await arrived(({ type }) => type === "gap");
    const numbers = events().map(({ seqnum }) => seqnum);
    const [gap] = seen.filter((event) => event.type === "gap");
    const missing = gap!.to - gap!.from + 1;
    expect(missing).toBeGreaterThan(100);
    expect(missing + numbers.length).toBe(numbers.at(-1)! - numbers[0]! + 1);
    expect(seen.findIndex(({ type }) => type === "lost")).toBeLessThan(events().length);
  });
});
