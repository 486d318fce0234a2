import { kernelTransport } from "@rxnetlink/transport";
import { filter, firstValueFrom, lastValueFrom, merge, take, toArray } from "rxjs";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type DropMonitor, type DroppedPacket, dropMonitor } from "#src/drop-monitor/index.js";
import { type Psample, psample } from "#src/psample/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

/** Sends a datagram to a port that nobody listens on. */
const KNOCK = "bash -c 'echo knock >/dev/udp/127.0.0.1/4099'";

describeWith({ programs: ["genl"], families: ["NET_DM"] }, "the drop monitor", () => {
  let monitor: DropMonitor;
  let kernel: Kernel<object>;
  beforeAll(async () => {
    kernel = await openKernel(() => ({}));
    // The monitor is in the initial namespace only, and sees all of them.
    monitor = dropMonitor({ transport: kernelTransport() });
  });
  beforeEach(() => lastValueFrom(monitor.stop$(), { defaultValue: undefined }));
  afterEach(() => lastValueFrom(monitor.stop$(), { defaultValue: undefined }));
  afterAll(() => kernel.close());

  const knocked = (event: { type: string }): event is DroppedPacket =>
    event.type === "packet" &&
    new TextDecoder("latin1").decode((event as DroppedPacket).payload ?? new Uint8Array()).includes("knock");

  test("reports a dropped packet with its reason, to all who share it", async () => {
    const listen = () =>
      monitor.dropped$({ listening: () => kernel.run(KNOCK) }).pipe(filter(knocked), take(1));
    const [one, other] = await lastValueFrom(merge(listen(), listen()).pipe(toArray()));
    expect(one).toMatchObject({ origin: "sw", proto: 0x0800, symbol: expect.stringContaining("udp") });
    expect(one!.reason ?? "NO_SOCKET").toBe("NO_SOCKET");
    expect(one!.origLen).toBeGreaterThanOrEqual(one!.payload!.length);
    expect(other!.pc).toBe(one!.pc);
  });

  test("stops when nobody is subscribed", async () => {
    const settings = { listening: () => kernel.run(KNOCK) };
    await firstValueFrom(monitor.dropped$(settings).pipe(filter(knocked)));
    await firstValueFrom(monitor.dropped$({ ...settings, truncLen: 100 }).pipe(filter(knocked)));
    expect(await firstValueFrom(monitor.config$())).toMatchObject({ alertMode: "packet", truncLen: 100 });
    expect((await firstValueFrom(monitor.stats$())).stats?.dropped).toBeTypeOf("bigint");
  });

  test("counts by place", async () => {
    const event$ = monitor.dropped$({ mode: "summary", listening: () => kernel.run(KNOCK) });
    const event = await firstValueFrom(event$);
    expect(event).toMatchObject({ type: "summary" });
    expect(event.type === "summary" && event.points?.length).toBeGreaterThan(0);
  });

  test("says that it runs already", async () => {
    let error: unknown;
    await new Promise<void>((resolve) => {
      const first = monitor
        .dropped$({
          listening: () => {
            monitor.dropped$({ truncLen: 1 }).subscribe({
              error(refused: unknown) {
                error = refused;
                first.unsubscribe();
                resolve();
              },
            });
          },
        })
        .subscribe();
    });
    expect(error).toMatchObject({ code: "EBUSY" });
    expect((error as Error).message).toContain("stop$()");
  });
});

const SAMPLING = [
  "ip link add v0 type veth peer name v1",
  "ip link set v0 up; ip link set v1 up",
  "ip address add 192.0.2.1/24 dev v0",
  "tc qdisc add dev v1 ingress",
  "tc filter add dev v1 ingress matchall action sample rate 1 group 5 trunc 64",
].join("; ");

describeWith({ programs: ["genl", "tc", "ping"], families: ["psample"] }, "psample", () => {
  let kernel: Kernel<Psample>;
  beforeAll(async () => {
    kernel = await openKernel(psample, SAMPLING);
  });
  afterAll(() => kernel.close());

  test("lists the groups that tc samples into", async () => {
    const groups = await lastValueFrom(kernel.family.group.list$().pipe(toArray()));
    expect(groups).toMatchObject([{ sampleGroup: 5, groupRefcount: 1 }]);
  });

  test("emits sampled packets of a group", async () => {
    const listening = () => kernel.run("ping -c 1 -W 1 192.0.2.2 >/dev/null || true");
    const event = await firstValueFrom(kernel.family.samples$({ group: 5, listening }));
    expect(event).toMatchObject({ type: "sample", sampleGroup: 5, sampleRate: 1 });
    if (event.type === "sample") {
      expect(event.data!.length).toBeLessThanOrEqual(64);
      expect(event.iifindex).toBe(
        Number(kernel.json<{ ifindex: number }[]>("ip -j link show v1")[0]!.ifindex),
      );
    }
  });
});
