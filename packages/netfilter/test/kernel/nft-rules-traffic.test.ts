// Rules do what they say, to packets in a namespace.

import { firstValueFrom } from "rxjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  accept,
  continues,
  counter,
  ct,
  dnat,
  drop,
  ip,
  ip6,
  limit,
  meta,
  type RuleDraft,
  range,
  redirect,
  rule,
  tcp,
  transaction,
  udp,
} from "#src/nftables/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { tcpSession, udpPingPong } from "../support/traffic.js";

const table = { family: "inet", table: "t" } as const;

/** Sends datagrams to a port; what is dropped at the output is refused to the program, which goes on. */
const datagrams = (count: number, port: number, address = "127.0.0.1") =>
  `'${process.execPath}' --input-type=module -e '
    import { createSocket } from "node:dgram";
    const socket = createSocket("udp4");
    for (let i = 0; i < ${count}; i++) await new Promise((next) => socket.send("x", ${port}, "${address}", next));
    socket.close();'`;

describeWith(["nft"], "a rule", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(`
      nft add table inet t
      nft 'add chain inet t output { type filter hook output priority 0; }'
      nft 'add chain inet t translate { type nat hook output priority -100; }'`);
  });
  afterEach(() => kernel.close());

  /** Adds rules to a chain, in order. */
  const append = (chain: string, ...drafts: RuleDraft[]) => {
    const changes = drafts.reduce((all, draft) => all.append(draft.in({ ...table, chain })), transaction());
    return firstValueFrom(kernel.nf.nftables.transaction$(changes));
  };
  const succeeds = (command: string) =>
    kernel.run(`${command} > /dev/null 2>&1 && echo yes || echo no`).trim() === "yes";
  const counted = () =>
    [...kernel.run("nft list table inet t").matchAll(/packets (\d+)/g)].map(([, n]) => Number(n));

  test("drops what it matches, and nothing else", async () => {
    const matched = [ip.daddr.in("127.0.0.2", "127.0.1.0/24"), udp.dport.eq(9)];
    await append("output", rule(...matched, counter(), drop()), rule(udp.dport.eq(9), counter()));
    for (const address of ["127.0.0.1", "127.0.0.2", "127.0.1.77", "127.0.2.1"])
      expect(succeeds(datagrams(1, 9, address))).toBe(true);
    expect(counted()).toEqual([2, 2]);
  });

  test("drops by a verdict map", async () => {
    const verdicts = udp.dport.vmap([
      [range(5001, 5003), drop()],
      [5004, continues()],
    ]);
    await append("output", rule(verdicts), rule(udp.dport.in(range(5000, 5004)), counter()));
    for (const port of [5000, 5001, 5003, 5004]) expect(succeeds(datagrams(1, port))).toBe(true);
    expect(counted()).toEqual([2]);
  });

  test("limits a rate", async () => {
    await append(
      "output",
      rule(udp.dport.eq(9), limit("1/hour", { burst: 3 }), counter(), accept()),
      rule(udp.dport.eq(9), counter(), drop()),
    );
    expect(succeeds(datagrams(8, 9))).toBe(true);
    expect(counted()).toEqual([3, 5]);
  });

  test("translates destinations, also by a map of ports", async () => {
    kernel.run("ip address add 192.0.2.1/32 dev lo");
    const mapped = tcp.dport.map({ 7001: 7003, 7002: 7003 });
    await append(
      "translate",
      rule(ip.daddr.eq("192.0.2.1"), dnat("127.0.0.1")),
      rule(tcp.dport.in(7001, 7002), redirect({ port: mapped })),
    );
    // The server listens on 127.0.0.1, port 7003, only.
    const to = (host: string, port: number, from: number) =>
      succeeds(
        tcpSession(from, 7003).replace(
          'connect({ port: 7003, host: "127.0.0.1"',
          `connect({ port: ${port}, host: "${host}"`,
        ),
      );
    expect(to("127.0.0.1", 7001, 7010)).toBe(true);
    expect(to("127.0.0.1", 7004, 7011)).toBe(false);
    expect(to("192.0.2.1", 7003, 7012)).toBe(true);
  });

  test("sees and sets states and marks", async () => {
    await append(
      "output",
      rule(ct.state.has("new"), udp.dport.eq(5000), ct.mark.set(0x2a)),
      rule(ct.mark.eq(0x2a), meta.mark.set(ct.mark.and(0xff).or(0x100))),
      rule(meta.mark.eq(0x12a), ip.ttl.set(9), counter()),
      rule(ip.ttl.eq(9), counter()),
      rule(ip6.hoplimit.lt(255), counter()),
    );
    expect(succeeds(udpPingPong(6000, 5000))).toBe(true);
    // The datagram and its answer: both have the mark of the connection.
    expect(counted()).toEqual([2, 2, 0]);
  });
});
