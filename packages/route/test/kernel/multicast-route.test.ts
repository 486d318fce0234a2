// Multicast routes. Routing daemons add them by socket options, which Node lacks: python3 stands in for one.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { all } from "@rxnetlink/core/promises";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CABLE, collectNotifications, useFreshKernel } from "../support/kernel.js";

const python = spawnSync("python3", ["-c", "import socket"]).status === 0;
const why = whyNoNamespaces() ?? (python ? undefined : "needs python3 for the sockets of multicast routing");
if (why !== undefined) console.log(`multicast routes skipped: ${why}`);

/** Routes 239.1.1.1 and ff05::9 from v0 to v1 until its input ends. */
const DAEMON = `
import socket, struct, sys
INIT, ADD_VIF, ADD_MFC = 200, 202, 204
v4 = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_IGMP)
v4.setsockopt(socket.IPPROTO_IP, INIT, 1)
for n, address in enumerate(["192.0.2.1", "198.51.100.1"]):
    v4.setsockopt(socket.IPPROTO_IP, ADD_VIF, struct.pack("HBBI4s4s", n, 0, 1, 0, socket.inet_aton(address), bytes(4)))
ends = socket.inet_aton("192.0.2.9") + socket.inet_aton("239.1.1.1")
v4.setsockopt(socket.IPPROTO_IP, ADD_MFC, ends + struct.pack("=H32s2xIIIi", 0, bytes([0, 3]), 0, 0, 0, 0))
v6 = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
v6.setsockopt(socket.IPPROTO_IPV6, INIT, 1)
for n, name in enumerate(["v0", "v1"]):
    v6.setsockopt(socket.IPPROTO_IPV6, ADD_VIF, struct.pack("HBBHxxI", n, 0, 1, socket.if_nametoindex(name), 0))
end = lambda address: struct.pack("HHI16sI", socket.AF_INET6, 0, 0, socket.inet_pton(socket.AF_INET6, address), 0)
v6.setsockopt(socket.IPPROTO_IPV6, ADD_MFC, end("2001:db8::9") + end("ff05::9") + struct.pack("=HxxI28x", 0, 2))
print("ready", flush=True)
sys.stdin.read()`;

describe.skipIf(why !== undefined)("multicast routes", () => {
  const on = useFreshKernel(`${CABLE}; ip addr add 198.51.100.1/24 dev v1`);
  let daemon: ChildProcess | undefined;
  afterEach(() => {
    daemon?.stdin?.end();
    daemon = undefined;
  });

  /** Starts the daemon and waits for its first line; returns the last line of its error if it fails. */
  function start(): Promise<string> {
    const args = [`--net=${on.kernel.namespace.path}`, "python3", "-c", DAEMON];
    const child = spawn("nsenter", args, { stdio: ["pipe", "pipe", "pipe"] });
    daemon = child;
    return new Promise((resolve) => {
      let complaint = "";
      child.stderr.on("data", (text) => {
        complaint += text;
      });
      child.stdout.once("data", (text) => resolve(String(text).trim()));
      child.once("close", () => resolve(complaint.trim().split("\n").at(-1)!));
    });
  }

  it("are listed as ip mroute prints them, and announced", async ({ skip }) => {
    const { nl, index, json } = on.kernel;
    const received = await collectNotifications(nl.route);
    const said = await start();
    if (said !== "ready") return skip(`needs CONFIG_IP_MROUTE and CONFIG_IPV6_MROUTE: ${said}`);
    const wanted = [
      ["ipmr", "192.0.2.9", "239.1.1.1", 3, "ip -j mroute show table all"],
      ["ip6mr", "2001:db8::9", "ff05::9", 1, "ip -j -6 mroute show table all"],
    ] as const;
    for (const [family, src, dst, ttl, command] of wanted) {
      const listed = await all(nl.route.list$({ family }));
      const route = {
        ...{ family, src, dst, type: "multicast", iif: index.v0 },
        multipath: [{ ifindex: index.v1, hops: ttl }],
        mfcStats: { mfcsPackets: 0n, mfcsBytes: 0n, mfcsWrongIf: 0n },
      };
      expect(listed).toMatchObject([route]);
      // Time since the last use, in 1/100 s: at most the duration of this test.
      expect(listed[0]?.expires).toBeTypeOf("bigint");
      expect(Number(listed[0]?.expires)).toBeLessThan(60_000);
      expect(json(command)).toMatchObject([{ src, dst, iif: "v0", multipath: [{ oif: "v1" }] }]);
      const { mfcStats, ...reported } = route;
      await vi.waitFor(() =>
        expect(received).toContainEqual(
          expect.objectContaining({ type: "new", value: expect.objectContaining({ family, src, dst }) }),
        ),
      );
      expect(received.filter(({ value }) => value.family === family)[0]?.value).toMatchObject(reported);
    }
  });
});
