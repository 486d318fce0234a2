// The example of IPsec, between two namespaces. It needs a kernel with ESP.

import { spawnSync } from "node:child_process";
import { openSandbox, type Sandbox, whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Running, start } from "../support/running.js";

const ESP = `ip xfrm state add src 192.0.2.1 dst 192.0.2.2 proto esp spi 1 mode tunnel \\
  enc 'cbc(aes)' 0x00112233445566778899aabbccddeeff auth 'hmac(sha256)' 0x00112233`;
const lacksEsp = () =>
  whyNoNamespaces() ??
  (spawnSync("unshare", ["-n", "sh", "-c", `command -v ping && ${ESP}`]).status === 0
    ? undefined
    : "no ping or no ESP");

const why = lacksEsp();
describe.skipIf(why !== undefined)(`the example${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let near: Sandbox;
  let far: Sandbox;
  beforeEach(async () => {
    [near, far] = [await openSandbox(), await openSandbox()];
    const pid = far.run("sleep 1000 >/dev/null 2>&1 & echo $!").trim();
    near.run(`set -e; ip link set lo up; ip link add v0 type veth peer name v1 netns ${pid}
      ip link set v0 up; ip addr add 192.0.2.1/24 dev v0; ip addr add 10.1.0.1/32 dev lo`);
    far.run(`set -e; kill ${pid}; ip link set lo up; ip link set v1 up
      ip addr add 192.0.2.2/24 dev v1; ip addr add 10.2.0.1/32 dev lo
      ip route add 10.1.0.0/16 via 192.0.2.1 src 10.2.0.1`);
    near.run("ip route add 10.2.0.0/16 via 192.0.2.2 src 10.1.0.1");
  });
  afterEach(async () => {
    await near?.close();
    await far?.close();
  });

  const tunnel = ({ namespace }: Sandbox, ...args: string[]): Running => {
    const command = ["nsenter", `--net=${namespace.path}`, "env", "SECRET=not so secret, as a test"];
    return start([...command, process.execPath], "protocols/open-ipsec-tunnel", args);
  };

  it("open-ipsec-tunnel carries packets while both ends run, and leaves nothing", async () => {
    const ends = [
      tunnel(near, "192.0.2.1", "192.0.2.2", "10.1.0.0/16", "10.2.0.0/16"),
      tunnel(far, "192.0.2.2", "192.0.2.1", "10.2.0.0/16", "10.1.0.0/16"),
    ];
    for (const end of ends)
      for (let i = 0; i < 2; i++) expect(await end.line()).toMatch(/: SPI 0x[0-9a-f]+$/);
    expect(near.run("ping -c1 -W5 10.2.0.1")).toContain("1 received");
    expect(far.run("ip -s xfrm state")).toContain("84(bytes), 1(packets)");
    for (const end of ends) expect(await end.stop()).toEqual({ lines: [], status: 0 });
    expect(near.run("ip xfrm state; ip xfrm policy")).toBe("");
  });
});
