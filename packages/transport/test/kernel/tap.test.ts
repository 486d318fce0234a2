import { execFileSync, spawnSync } from "node:child_process";
import { firstValueFrom } from "rxjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type KernelTransport,
  kernelTransport,
  type Namespace,
  netlinkTap$,
  type TapEvent,
} from "#src/index.js";

const { status, error } = spawnSync("unshare", ["--net", "true"]);
if (status !== 0) console.log(`skipped: taps: ${error?.message ?? "creating a namespace is not permitted"}`);

describe.skipIf(status !== 0)("a tap", () => {
  let transport: KernelTransport;
  let namespace: Namespace;
  let lo: number;
  beforeAll(async () => {
    transport = kernelTransport();
    namespace = await transport.createNamespace();
    lo = indexOf(run("ip link set lo up; ip link show lo"));
  });
  afterAll(async () => {
    namespace?.close();
    await transport?.close();
  });

  const run = (command: string) =>
    execFileSync("nsenter", [`--net=${namespace.path}`, "sh", "-c", command], { encoding: "utf8" });
  const indexOf = (shown: string) => Number.parseInt(shown, 10);

  // Every kernel has this link; what it shows is no netlink, but received in the same way.
  it("receives what passes a link in another namespace, with the kernel's time", async () => {
    const send = `dgram.createSocket("udp4").send(Buffer.alloc(200), 9, "127.0.0.1", () => process.exit())`;
    const before = BigInt(Date.now()) * 1_000_000n;
    const event = await firstValueFrom(
      netlinkTap$(lo, {
        namespace: namespace.ref,
        listening: () => run(`${process.execPath} -e '${send}'`),
      }),
    );
    expect(event).toMatchObject({ type: "datagram", protocol: 0x0800, size: 228 });
    const { bytes, time } = event as Extract<TapEvent, { type: "datagram" }>;
    // An IPv4 header.
    expect([bytes.length, bytes[0]]).toEqual([228, 0x45]);
    expect(time >= before && time <= BigInt(Date.now()) * 1_000_000n).toBe(true);
  });

  it("completes when the link goes down", async () => {
    run("ip link add t0 type veth; ip link set t0 up");
    const index = indexOf(run("ip link show t0"));
    const completed = new Promise<string>((resolve, reject) =>
      netlinkTap$(index, {
        namespace: namespace.ref,
        listening: () => run("ip link del t0"),
      }).subscribe({ complete: () => resolve("completed"), error: reject }),
    );
    expect(await completed).toBe("completed");
  });

  it("errors if there is no such link, and for unusable arguments", async () => {
    const failing = (...args: Parameters<typeof netlinkTap$>) => firstValueFrom(netlinkTap$(...args));
    await expect(failing(4242, { namespace: namespace.ref })).rejects.toMatchObject({
      code: "ENODEV",
      syscall: "bind",
    });
    await expect(failing(0)).rejects.toMatchObject({ name: "ArgumentError", path: "ifindex" });
    await expect(failing(lo, { nothing: 1 } as never)).rejects.toMatchObject({ name: "ArgumentError" });
  });
});
