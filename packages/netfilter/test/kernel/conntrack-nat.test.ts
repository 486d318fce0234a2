// NAT from one namespace to another, by connections that we add.

import { all, done } from "@rxnetlink/core/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { conntrackStatus } from "#src/conntrack/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { type Background, start } from "../support/traffic.js";

/** Tells each sender of a datagram the address that it came from. */
const SERVER = `'${process.execPath}' --input-type=module -e '
  import { createSocket } from "node:dgram";
  const server = createSocket("udp4").on("message", (_, { address, port }) =>
    server.send(address + ":" + port, port, address));
  server.bind(80, "192.0.2.2", () => console.log("ready"));'`;

/** Asks an address, and prints the answer and where it came from. */
const CLIENT = `'${process.execPath}' --input-type=module -e '
  import { createSocket } from "node:dgram";
  const client = createSocket("udp4").on("message", (answer, { address, port }) => {
    console.log(answer + " from " + address + ":" + port);
    client.close();
  });
  client.bind(4000, "192.0.2.1", () => client.send("?", 8080, "198.51.100.9"));'`;

/** A chain without which the kernel translates nothing. */
const NAT = `
  nft add table ip nat
  nft 'add chain ip nat out { type nat hook output priority -100; }'
  nft add rule ip nat out ct state new counter`;

describeWith(["nft"], "NAT", () => {
  let near: Kernel;
  let far: Kernel;
  let server: Background;
  beforeEach(async () => {
    [near, far] = [await openKernel(NAT), await openKernel()];
    near.run(`ip link add v0 type veth peer name v1 netns ${far.namespace.path}
      ip address add 192.0.2.1/24 dev v0; ip address add 203.0.113.1/32 dev v0; ip link set v0 up
      ip route add 198.51.100.0/24 via 192.0.2.2`);
    far.run(`ip address add 192.0.2.2/24 dev v1; ip link set v1 up
      ip route add 203.0.113.1/32 via 192.0.2.1`);
    server = start(far, SERVER);
    await vi.waitFor(() => expect(server.printed).toBe("ready\n"), 5000);
  });
  afterEach(async () => {
    await server.stop();
    await Promise.all([near.close(), far.close()]);
  });

  it("of both addresses of a connection that we added carries its packets", async () => {
    const { conntrack } = near.nf;
    const tupleOrig = {
      ip: { src: "192.0.2.1", dst: "198.51.100.9" },
      proto: { num: "udp" as const, srcPort: 4000, dstPort: 8080 },
    };
    const natDst = { minip: "192.0.2.2", proto: { min: 80, max: 80 } };
    const natSrc = { minip: "203.0.113.1", proto: { min: 7000, max: 7000 } };
    await done(conntrack.add$({ tupleOrig, timeout: 100, natDst, natSrc }));
    expect(near.run(CLIENT)).toBe("203.0.113.1:7000 from 198.51.100.9:8080\n");
    const [translated] = await all(conntrack.get$({ tupleOrig }));
    expect(translated?.tupleReply).toMatchObject({
      ip: { src: "192.0.2.2", dst: "203.0.113.1" },
      proto: { srcPort: 80, dstPort: 7000 },
    });
    expect(conntrackStatus.has(translated!.status!, "srcNat", "dstNat", "seenReply")).toBe(true);
  });

  it("that a rule decides is seen in the tuples, and works again when it was listed and added again", async () => {
    const { conntrack } = near.nf;
    near.run("nft add rule ip nat out ip daddr 198.51.100.9 udp dport 8080 dnat to 192.0.2.2:80");
    expect(near.run(CLIENT)).toBe("192.0.2.1:4000 from 198.51.100.9:8080\n");
    const [translated] = await all(conntrack.list$({ status: { dstNat: true } }));
    expect(translated).toMatchObject({
      tupleOrig: { ip: { dst: "198.51.100.9" }, proto: { dstPort: 8080 } },
      tupleReply: { ip: { src: "192.0.2.2" }, proto: { srcPort: 80 } },
    });
    near.run("nft flush chain ip nat out; nft add rule ip nat out ct state new counter");
    await done(conntrack.delete$(translated!));
    await done(conntrack.add$(translated!));
    expect(near.run(CLIENT)).toBe("192.0.2.1:4000 from 198.51.100.9:8080\n");
  });
});
