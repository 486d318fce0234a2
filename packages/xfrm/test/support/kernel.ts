// A fresh namespace for each test, with xfrm in it, and visible skips where something is missing.

import { spawnSync } from "node:child_process";
import { describeUnless, openPrepared, whyMissing } from "@rxnetlink/testing/gates";
import { type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { type XfrmFamily, type XfrmOptions, xfrm } from "#src/xfrm.js";

/** A namespace, with xfrm in it. */
export interface Kernel extends Pick<Sandbox, "run" | "close" | "namespace" | "transport"> {
  readonly xf: XfrmFamily;
}

/** Opens a namespace whose loopback is up, and runs the commands of `setup` in it. */
export async function openKernel(setup = "", options: Omit<XfrmOptions, "transport"> = {}): Promise<Kernel> {
  const sandbox = await openPrepared(setup);
  const { transport, namespace, run } = sandbox;
  const xf = xfrm({ transport, namespace: namespace.ref, ...options });
  return { xf, run, namespace, transport, close: () => sandbox.close() };
}

/** Two namespaces, one joined to the other by a link: 192.0.2.1 and 192.0.2.2 on it, 10.1.0.1 and 10.2.0.1 behind. */
export async function openPair(): Promise<[near: Kernel, far: Kernel]> {
  const near = await openKernel();
  const far = await openKernel();
  const pid = far.run("sleep 1000 >/dev/null 2>&1 & echo $!").trim();
  try {
    near.run(`set -e
      ip link add v0 type veth peer name v1 netns ${pid}
      ip link set v0 up; ip addr add 192.0.2.1/24 dev v0; ip addr add 10.1.0.1/32 dev lo`);
    far.run(`set -e
      ip link set v1 up; ip addr add 192.0.2.2/24 dev v1; ip addr add 10.2.0.1/32 dev lo
      ip route add 10.1.0.0/16 via 192.0.2.1 src 10.2.0.1`);
    near.run("ip route add 10.2.0.0/16 via 192.0.2.2 src 10.1.0.1");
  } finally {
    far.run(`kill ${pid}`);
  }
  return [near, far];
}

/** Commands that join two links, so that packets can leave. */
export const LINK = [
  "ip link add v0 type veth peer name v1",
  "ip link set v0 up",
  "ip link set v1 up",
  "ip addr add 192.0.2.1/24 dev v0",
  "ip route add 10.2.0.0/16 dev v0",
].join("; ");

/** Returns why there is no ESP here; it is asked in a namespace. */
function whyNoEsp(): string | undefined {
  const key = "0x0123456789abcdef0123456789abcdef01234567";
  const add = `ip xfrm state add src 192.0.2.1 dst 192.0.2.2 proto esp spi 1 mode tunnel aead 'rfc4106(gcm(aes))' ${key} 128`;
  const { status, stderr } = spawnSync("unshare", ["-n", "sh", "-c", add], { encoding: "utf8" });
  return status === 0 ? undefined : `this kernel has no ESP: ${stderr.trim().split("\n").at(-1)}`;
}

/** Describes tests that need network namespaces; skips them with the reason in their name. */
export const describeKernel = (name: string, tests: () => void) =>
  describeUnless(whyNoNamespaces(), name, tests);

/** Describes tests that need a kernel with ESP; skips them with the reason in their name. */
export const describeEsp = (name: string, tests: () => void) =>
  describeUnless(whyNoNamespaces() ?? whyNoEsp() ?? whyMissing(["ping"]), name, tests);
