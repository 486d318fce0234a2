// On a device of the module netdevsim, which has more settings than other virtual links; compared with the program ethtool.

import { spawnSync } from "node:child_process";
import { firstValueFrom, type Observable } from "rxjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ethtool, ethtool, exactly } from "#src/ethtool/index.js";
import { type Kernel, openKernel, whyNot } from "../support/kernel.js";

const DEVICE = 77;
const module = "modprobe netdevsim 2>/dev/null && test -e /sys/bus/netdevsim/new_device";
const why =
  whyNot({ programs: ["ethtool", "ip"], families: ["ethtool"] }) ??
  (spawnSync("sh", ["-c", module]).status === 0 ? undefined : "no module netdevsim");

let kernel: Kernel<Ethtool>;
const sim = { devName: "sim0" };

/** Returns the values of lines such as `RX: 1` in the part of a text after a heading. */
function valuesIn(text: string, heading = ""): Record<string, string> {
  const part = text.slice(text.indexOf(heading));
  return Object.fromEntries(
    [...part.matchAll(/^\s*([^:\n]+):[ \t]+(.*)$/gm)].map(([, key, value]) => [key, value]),
  );
}

/** Watches settings, makes a change, and returns them as they were and as they became. */
function around<T>(
  watch$: Observable<{ type: string; current?: T | undefined; previous?: T | undefined }>,
  run: () => void,
): Promise<{ previous: T; current: T }> {
  return new Promise((resolve, reject) => {
    const subscription = watch$.subscribe({
      error: reject,
      next(event) {
        if (event.type === "synced") run();
        if (event.type !== "changed") return;
        subscription.unsubscribe();
        resolve(event as { previous: T; current: T });
      },
    });
  });
}

describe.skipIf(why !== undefined)(
  `ethtool on netdevsim${why === undefined ? "" : ` (skipped: ${why})`}`,
  () => {
    beforeAll(async () => {
      kernel = await openKernel(
        ethtool,
        `echo ${DEVICE} 1 > /sys/bus/netdevsim/new_device;
       ip link set $(ip -o link | awk -F': ' '!/ lo:/{ print $2 }') name sim0`,
      );
    });
    afterAll(async () => {
      kernel.run(`echo ${DEVICE} > /sys/bus/netdevsim/del_device`);
      await kernel.close();
    });

    test("rings are those of ethtool -g, and are set", async () => {
      const { rings } = kernel.family;
      const { rx, tx, rxMax } = await firstValueFrom(rings.get$(sim));
      const text = kernel.run("ethtool -g sim0");
      expect(valuesIn(text, "Current hardware settings")).toMatchObject({ RX: `${rx}`, TX: `${tx}` });
      expect(valuesIn(text.slice(0, text.indexOf("Current")))).toMatchObject({ RX: `${rxMax}` });
      await firstValueFrom(rings.change$({ ...sim, rx: 100 }));
      expect(valuesIn(kernel.run("ethtool -g sim0"), "Current hardware")).toMatchObject({
        RX: "100",
        TX: `${tx}`,
      });
    });

    test("too large rings are refused, with the member at fault", async () => {
      const error = await firstValueFrom(kernel.family.rings.change$({ ...sim, tx: 1_000_000 })).catch(
        (it) => it,
      );
      expect(error).toMatchObject({ code: "EINVAL", path: "tx" });
    });

    test("rings that were listed are handed back", async () => {
      const listed = await firstValueFrom(kernel.family.rings.list$(sim));
      await firstValueFrom(kernel.family.rings.change$({ ...listed, rx: 64 }));
      expect(await firstValueFrom(kernel.family.rings.get$(sim))).toEqual({ ...listed, rx: 64 });
    });

    test("coalescing is that of ethtool -c, and is set", async () => {
      const { coalesce } = kernel.family;
      await firstValueFrom(coalesce.change$({ ...sim, rxUsecs: 13, txMaxFrames: 9, useAdaptiveRx: true }));
      const text = kernel.run("ethtool -c sim0");
      expect(text).toMatch(/Adaptive RX: on/);
      expect(valuesIn(text)).toMatchObject({ "rx-usecs": "13", "tx-frames": "9" });
      const now = await firstValueFrom(coalesce.get$(sim));
      expect(now).toMatchObject({ rxUsecs: 13, txMaxFrames: 9, useAdaptiveRx: true });
    });

    test("pause frames are those of ethtool -a, with counters on request", async () => {
      const { pause } = kernel.family;
      await firstValueFrom(pause.change$({ ...sim, rx: true, tx: false }));
      expect(valuesIn(kernel.run("ethtool -a sim0"))).toMatchObject({ RX: "on", TX: "off" });
      expect(await firstValueFrom(pause.get$(sim))).not.toHaveProperty("stats");
      const { stats } = await firstValueFrom(pause.get$({ ...sim, headerFlags: { stats: true } }));
      expect(stats).toMatchObject({ rxFrames: expect.any(BigInt), txFrames: expect.any(BigInt) });
    });

    test("codes of forward error correction are set as a whole", async () => {
      const { fec } = kernel.family;
      await firstValueFrom(fec.change$({ ...sim, modes: exactly("RS") }));
      expect(kernel.run("ethtool --show-fec sim0")).toMatch(/Configured FEC encodings:\s+RS\n/i);
      await firstValueFrom(fec.change$({ ...sim, modes: exactly("BASER") }));
      expect(await firstValueFrom(fec.get$(sim))).toMatchObject({ modes: { BASER: true } });
      expect((await firstValueFrom(fec.get$(sim))).modes).toEqual({ BASER: true });
    });

    test("channels are those of ethtool -l", async () => {
      const { combinedCount, combinedMax } = await firstValueFrom(kernel.family.channels.get$(sim));
      const text = kernel.run("ethtool -l sim0");
      expect(valuesIn(text, "Current")).toMatchObject({ Combined: `${combinedCount}` });
      expect(valuesIn(text.slice(0, text.indexOf("Current")))).toMatchObject({ Combined: `${combinedMax}` });
    });

    test("offloaded tunnels have their ports", async () => {
      kernel.run("ip link set sim0 up; ip link add vx0 type vxlan dstport 4789 external; ip link set vx0 up");
      const { udpPorts = [] } = await firstValueFrom(kernel.family.tunnelInfo.get$(sim));
      const printed = kernel.run("ethtool --show-tunnels sim0");
      expect(udpPorts.length).toBe([...printed.matchAll(/UDP port table/g)].length);
      const ports = udpPorts.flatMap(({ entry = [] }) => entry.map(({ port }) => port));
      expect(ports.map(String)).toEqual([...printed.matchAll(/port (\d+),/g)].map(([, port]) => port));
    });

    test("changes of rings, coalescing, pause frames and codes are watched", async () => {
      const { rings, coalesce, pause, fec } = kernel.family;
      const ring = await around(rings.watch$(sim), () => kernel.run("ethtool -G sim0 tx 33"));
      expect(ring.current).toEqual({ ...ring.previous, tx: 33 });
      const delay = await around(coalesce.watch$(sim), () => kernel.run("ethtool -C sim0 tx-usecs 21"));
      expect(delay.current).toEqual({ ...delay.previous, txUsecs: 21 });
      const frames = await around(pause.watch$(sim), () => kernel.run("ethtool -A sim0 tx on"));
      expect(frames.current).toEqual({ ...frames.previous, tx: true });
      const code = await around(fec.watch$(sim), () => kernel.run("ethtool --set-fec sim0 encoding rs"));
      expect(code.current.modes).toEqual({ RS: true });
    });

    test("settings of a list are those of each link", async () => {
      const listed = await firstValueFrom(kernel.family.coalesce.list$());
      expect(listed).toEqual(
        await firstValueFrom(kernel.family.coalesce.get$({ devIndex: listed.devIndex })),
      );
    });
  },
);
