// Examples of families of generic netlink.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isInitialRoot, isMissing, lacksFamily, start } from "../support/running.js";
import { useSandbox, whyNoSandbox } from "../support/sandbox.js";

const CONNECT = `python3 -c '
import socket
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262)
server.bind(("127.0.0.1", 4099)); server.listen()
client = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262)
client.connect(server.getsockname())
peer, _ = server.accept()
client.send(b"hello"); peer.recv(5); peer.send(b"hello"); client.recv(5)
client.close(); peer.close()'`;

describe.skipIf(whyNoSandbox !== undefined)("the example", () => {
  const sandbox = useSandbox("ip link set lo up; ip link add v0 type veth peer name v1; ip link set v1 up");
  const { sh, run } = sandbox;

  it("measure-links prints speeds and rates of links", async () => {
    sh("ip link set v0 up");
    const { child, line } = run("generic/measure-links", "200");
    expect(await line()).toBe("link            speed (Mbit/s)    received        sent");
    const links = [await line(), await line(), await line()];
    expect(links.map((text) => text!.split(/ +/).slice(0, 2)).sort()).toEqual([
      ["lo", "-"],
      ["v0", "10000"],
      ["v1", "10000"],
    ]);
    expect(links[0]).toMatch(/^lo {27}-( +\d+\.\d\d){2}$/);
    child.kill();
  });

  it.skipIf(isMissing("wg"))("watch-wireguard follows peers", async ({ skip }) => {
    const args = [`--net=${sandbox.path}`, "ip", "link", "add", "wg0", "type", "wireguard"];
    const add = spawnSync("nsenter", args);
    if (add.status !== 0) skip("this kernel has no wireguard");
    const key = sh("wg genkey | wg pubkey").trim();
    const watching = run("generic/watch-wireguard", "100");
    expect(await watching.line()).toBe("watching 0 peers");
    sh(`wg set wg0 peer ${key}`);
    expect(await watching.line()).toBe(`wg0 ${key.slice(0, 8)}: added`);
    sh(`wg set wg0 peer ${key} endpoint 192.0.2.7:51820`);
    expect(await watching.line()).toBe(`wg0 ${key.slice(0, 8)}: now at 192.0.2.7:51820`);
    sh(`wg set wg0 peer ${key} remove`);
    expect(await watching.line()).toBe(`wg0 ${key.slice(0, 8)}: removed`);
    await watching.stop();
  });

  it("scan-wifi fails where there is no wireless link", async () => {
    expect(await run("generic/scan-wifi", "nothing").rest()).toEqual({ lines: [], status: 1 });
  });

  it("ask-any-family lists what a description says", async () => {
    const { lines, status } = await run("generic/ask-any-family").rest();
    expect(status).toBe(0);
    expect(lines[0]).toMatch(/^familyName nlctrl familyId 16 unknown </);
  });

  const spec = new URL("../../../../shared/specs/rt-link.yaml", import.meta.url).pathname;
  const lacking = existsSync(spec) ? "" : " (skipped: no ../shared/specs beside the checkout)";
  it.skipIf(lacking !== "")(`ask-any-family lists links by the kernel's description${lacking}`, async () => {
    const { lines, status } = await run("generic/ask-any-family", spec, "getlink").rest();
    expect(status).toBe(0);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/ifname lo .* mtu 65536 /);
  });

  it.skipIf(lacksFamily("NET_DM"))("explain-drops prints what is dropped, and why", async () => {
    // The monitor is in the initial namespace, and sees all.
    const printing = start([process.execPath], "generic/explain-drops");
    expect(await printing.line()).toBe("listening");
    sh("bash -c 'echo knock > /dev/udp/127.0.0.1/4099'");
    expect(await printing.lineWith(":4099")).toMatch(
      /^(NO_SOCKET|dropped): udp 127\.0\.0\.1:\d+ > 127\.0\.0\.1:4099 in \w*udp\w*\+0x/,
    );
    expect((await printing.stop()).status).toBe(0);
  });

  it.skipIf(lacksFamily("TASKSTATS") || !isInitialRoot)(
    "account-processes prints what processes have used",
    async () => {
      // The kernel sends exits to the initial namespace only.
      const printing = start([process.execPath], "generic/account-processes");
      expect(await printing.line()).toBe("listening");
      const pid = sh("sh -c 'echo $$; exit 3' || true").trim();
      expect(await printing.lineWith(`${pid} sh`)).toMatch(
        /^\d+ sh: status 3, [\d.]+ ms of CPU in [\d.]+ ms, at most \d+ KiB, \d+ KiB read$/,
      );
      await printing.stop();
    },
  );

  it.skipIf(lacksFamily("mptcp_pm") || isMissing("python3"))(
    "follow-mptcp follows connections to their end",
    async () => {
      sh("sysctl -qw net.mptcp.enabled=1");
      const following = run("generic/follow-mptcp");
      expect(await following.line()).toBe("listening");
      sh(CONNECT);
      const established = await following.lineWith("> 127.0.0.1:4099");
      expect(established).toMatch(/^[0-9a-f]{8} established: 127\.0\.0\.1:\d+ > 127\.0\.0\.1:4099$/);
      expect(await following.lineWith("closed: it")).toMatch(/^[0-9a-f]{8} closed: it had 1 subflow$/);
      await following.stop();
    },
  );
});
