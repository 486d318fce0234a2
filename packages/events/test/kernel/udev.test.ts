// Messages of udev that processes send by hand, over a real socket with credentials.

import { existsSync } from "node:fs";
import { until } from "@rxnetlink/testing/gates";
import { readGolden } from "@rxnetlink/testing/golden";
import { kernelTransport } from "@rxnetlink/transport";
import { filter, firstValueFrom, Subscription } from "rxjs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type UeventEvent, uevents } from "#src/uevent/index.js";
import { describeAsRoot, openSandbox, type Sandbox } from "../support/kernel.js";

const folder = new URL("../../../test/golden/uevent/by-hand/", import.meta.url);
const disk = Buffer.from(readGolden(folder, "udev-disk").bytes.slice(16)).toString("hex");

describeAsRoot(["python3", "setpriv"], "events of udev", () => {
  let sandbox: Sandbox;
  let subscription: Subscription;
  const seen: UeventEvent[] = [];
  beforeEach(async () => {
    sandbox = await openSandbox();
    const { transport, namespace } = sandbox;
    seen.length = 0;
    subscription = new Subscription();
    const { uevent$ } = uevents({ transport, namespace: namespace.ref });
    await new Promise<void>((resolve, reject) => {
      const next = (event: UeventEvent) => seen.push(event);
      subscription.add(uevent$({ source: "udev", listening: resolve }).subscribe({ next, error: reject }));
    });
  });
  afterEach(async () => {
    subscription.unsubscribe();
    await sandbox.close();
  });

  /** Multicasts bytes from a process of a user. */
  function multicast(hex: string, uid: number, group = 2): void {
    const program = `import socket; socket.socket(16, 3, 15).sendto(bytes.fromhex("${hex}"), (0, 1 << ${group - 1}))`;
    const as = `setpriv --reuid ${uid} --regid ${uid} --clear-groups --inh-caps +net_admin --ambient-caps +net_admin`;
    // Nobody listens in the namespace of the sender's unicast, which the kernel reports although the multicast arrived.
    sandbox.run(`${as} python3 -c '${program}' 2>/dev/null || true`);
  }

  it("count only if root sent them, in udev's group", async () => {
    multicast(disk, 1000);
    multicast(disk, 0, 1);
    multicast(`${disk.slice(0, 16)}00000000${disk.slice(24)}`, 0);
    multicast(disk, 0);
    await until(() => seen.some(({ type }) => type === "uevent"));
    expect(seen).toMatchObject([
      { type: "malformed", error: { message: "not a message of udev" } },
      { type: "uevent", action: "add", devtype: "disk", variables: { ID_FS_LABEL: "Grüße" } },
    ]);
  });
});

const RUNNING = existsSync("/run/udev/control");

describeAsRoot([], `a running udev${RUNNING ? "" : " (skipped: none runs)"}`, () => {
  it.skipIf(!RUNNING)("sends on what the kernel reports, with its own properties", async () => {
    const transport = kernelTransport();
    const { uevent$, synth$ } = uevents({ transport });
    const uuid = crypto.randomUUID();
    const ask = () => synth$("/devices/virtual/mem/null", { uuid }).subscribe();
    const sent$ = uevent$({ source: "udev", subsystem: "mem", listening: ask }).pipe(
      filter((event) => event.type === "uevent" && event.synth?.uuid === uuid),
    );
    expect(await firstValueFrom(sent$)).toMatchObject({
      action: "change",
      devpath: "/devices/virtual/mem/null",
      devname: "null",
      variables: { USEC_INITIALIZED: expect.stringMatching(/^\d+$/) },
    });
    await transport.close();
  });
});
