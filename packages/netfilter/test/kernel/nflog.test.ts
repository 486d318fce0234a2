import { FlowControl, KernelError } from "@rxnetlink/core";
import { afterEach, expect, it } from "vitest";
import type { NflogEvent, NflogLost, NflogPacket } from "#src/log/events.js";
import type { NflogOptions } from "#src/log/options.js";
import { decodePacket } from "#src/packet/decode-packet.js";
import { eventually, floodUdp, ready, sendUdp, type Watched } from "../support/datagrams.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";

const INPUT = "nft add table inet t; nft 'add chain inet t in { type filter hook input priority 0; }'";
const rule = (text: string) => `nft 'add rule inet t in ${text}'`;

const isPacket = (event: NflogEvent): event is NflogPacket => event.type === "packet";
const isLost = (event: NflogEvent): event is NflogLost => event.type === "lost";
const textOf = ({ payload }: NflogPacket) => {
  const packet = decodePacket(payload ?? new Uint8Array(0));
  const segment = packet.type === "ipv4" || packet.type === "ipv6" ? packet.payload : undefined;
  return segment?.type === "udp" ? Buffer.from(segment.data).toString() : segment?.type;
};

let kernel: Kernel;
const opened: Watched<unknown>[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) one.unsubscribe();
  await kernel?.close();
});

async function logged(group: number, options: NflogOptions = {}): Promise<Watched<NflogEvent>> {
  const quick = { timeout: 0, ...options };
  const watched = await ready((listening) => kernel.nf.nflog$(group, { ...quick, listening }));
  opened.push(watched);
  return watched;
}

/** The bound groups, as /proc shows them. */
const groups = () =>
  kernel
    .run("cat /proc/net/netfilter/nfnetlink_log")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [group, _portId, _queued, mode, range, timeout] = line.trim().split(/\s+/).map(Number);
      return { group, mode, range, timeout };
    });

describeWith(["nft", "bash"], "nflog$", () => {
  it("emits what rules log, as they say", async () => {
    kernel = await openKernel(
      `${INPUT}; ${rule('udp dport 99 meta mark set 7 log prefix "hello " group 5')}`,
    );
    const { until } = await logged(5, { seqGlobal: true });
    sendUdp(kernel, 99, ["one", "two"]);
    sendUdp(kernel, 99, ["three"], "::1");
    const packets = (await until(({ length }) => length === 3)).filter(isPacket);
    expect(packets.map(textOf)).toEqual(["one", "two", "three"]);
    expect(packets[0]).toMatchObject({
      ...{ family: "ipv4", resId: 5, prefix: "hello ", mark: 7, seq: 0, ifindexIndev: 1 },
      packetHdr: { hwProtocol: "ip", hook: "input" },
      ...{ hwaddr: "00:00:00:00:00:00", hwlen: 14, hwtype: 772 },
    });
    expect(packets[2]).toMatchObject({
      ...{ family: "ipv6", seq: 2, packetHdr: { hwProtocol: "ipv6", hook: "input" } },
    });
    expect(packets.map(({ seqGlobal }) => seqGlobal! - packets[0]!.seqGlobal!)).toEqual([0, 1, 2]);
    const age = Date.now() - packets[0]!.timestamp! / 1000;
    expect(age).toBeGreaterThan(-1000);
    expect(age).toBeLessThan(60_000);
  });

  it("names sender and links on the way out", async () => {
    kernel = await openKernel(
      "nft add table ip o; nft 'add chain ip o out { type filter hook output priority 0; }'; " +
        "nft 'add rule ip o out udp dport 99 log group 5'",
    );
    const { until } = await logged(5);
    sendUdp(kernel, 99, ["one"]);
    const [packet] = (await until(({ length }) => length === 1)).filter(isPacket);
    expect(packet).toMatchObject({ packetHdr: { hook: "output" }, ifindexOutdev: 1, uid: 0, gid: 0 });
    expect(Object.keys(packet!)).not.toContain("mark");
  });

  it("sets what the options say", async () => {
    kernel = await openKernel(
      `${INPUT}; ${[5, 6].map((group) => rule(`udp dport 99 log group ${group}`)).join("; ")}`,
    );
    const short = await logged(5, { copyRange: 30, timeout: 70 });
    const bare = await logged(6, { copyMode: "meta", timeout: 71 });
    expect(groups()).toEqual([
      { group: 5, mode: 2, range: 30, timeout: 7 },
      { group: 6, mode: 1, range: 0, timeout: 8 },
    ]);
    sendUdp(kernel, 99, ["something long"]);
    const [packet] = (await short.until(({ length }) => length === 1)).filter(isPacket);
    expect(packet!.payload).toHaveLength(30);
    expect(decodePacket(packet!.payload!)).toMatchObject({ payload: { type: "udp", len: 22 } });
    const [other] = (await bare.until(({ length }) => length === 1)).filter(isPacket);
    expect(Object.keys(other!)).not.toContain("payload");
  });

  it("collects packets up to the threshold, in one datagram", async () => {
    kernel = await openKernel(`${INPUT}; ${rule("udp dport 99 log group 5")}`);
    const { until, values } = await logged(5, { timeout: 600_000, qthresh: 4 });
    const before = kernel.nf.connection.statistics.datagrams;
    sendUdp(kernel, 99, ["1", "2", "3", "4"]);
    await until(({ length }) => length === 4);
    expect(kernel.nf.connection.statistics.datagrams).toBe(before + 1);
    expect(values.filter(isPacket).map(textOf)).toEqual(["1", "2", "3", "4"]);
  });

  it("shares a binding, until the last subscriber leaves", async () => {
    kernel = await openKernel(`${INPUT}; ${rule("udp dport 99 log group 5")}`);
    const [first, second] = [await logged(5), await logged(5)];
    expect(groups()).toHaveLength(1);
    sendUdp(kernel, 99, ["one"]);
    for (const { until } of [first, second]) await until(({ length }) => length === 1);
    first.unsubscribe();
    sendUdp(kernel, 99, ["two"]);
    await second.until(({ length }) => length === 2);
    expect(first.values).toHaveLength(1);
    second.unsubscribe();
    const again = await logged(5, { qthresh: 1 });
    sendUdp(kernel, 99, ["three"]);
    expect((await again.until(({ length }) => length === 1)).filter(isPacket).map(textOf)).toEqual(["three"]);
    again.unsubscribe();
    await eventually(() => groups().length === 0);
  });

  it("errors if another socket has bound the group, and says so", async () => {
    kernel = await openKernel(INPUT);
    await logged(5);
    const error = await logged(5, { qthresh: 3 }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(KernelError);
    expect(error).toMatchObject({ code: "EPERM", hint: expect.stringContaining("another socket") });
    expect((error as Error).message).toContain("bind nflog resId=5");
    expect(groups()).toHaveLength(1);
  });

  it("reports how many packets a full socket has lost", async () => {
    kernel = await openKernel(`${INPUT}; ${rule("udp dport 99 log group 5")}`);
    const flowControl = new FlowControl();
    const { until, values } = await logged(5, { qthresh: 1, receiveBuffer: 16_384, flowControl });
    sendUdp(kernel, 99, ["first"]);
    await until(({ length }) => length === 1);
    flowControl.pause();
    // The pause is on its way to the thread that reads; what it still reads is not lost.
    await eventually(() => {
      floodUdp(kernel, 99, 200);
      return lostByKernel() > 100;
    });
    flowControl.resume();
    // A gap shows only with the next packet.
    const lost = () => values.filter(isLost).reduce((sum, { packets }) => sum + packets, 0);
    await eventually(() => {
      sendUdp(kernel, 99, ["next"]);
      return lost() > 100;
    });
    const numbers = values.filter(isPacket).map(({ seq }) => seq!);
    expect(lost()).toBe(numbers.at(-1)! + 1 - numbers.length);
  });

  it("names hooks by family: of ARP, of a link", async () => {
    kernel = await openKernel(
      "ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up; " +
        "ip address add 192.0.2.1/24 dev v0; nft add table arp a; " +
        "nft 'add chain arp a out { type filter hook output priority 0; }'; nft 'add rule arp a out log group 5'; " +
        "nft add table netdev n; " +
        "nft 'add chain netdev n in { type filter hook ingress device v1 priority 0; }'; " +
        "nft 'add rule netdev n in arp operation request log group 6'",
    );
    const [arp, netdev] = [await logged(5), await logged(6)];
    sendUdp(kernel, 9, ["x"], "192.0.2.2");
    const [request] = (await arp.until((events) => events.some(isPacket))).filter(isPacket);
    expect(request).toMatchObject({ family: "arp", packetHdr: { hwProtocol: "arp", hook: "output" } });
    const decoded = { type: "arp", op: "request", spa: "192.0.2.1", tpa: "192.0.2.2" };
    expect(decodePacket(request!.payload!, "arp")).toMatchObject(decoded);
    const [received] = (await netdev.until((events) => events.some(isPacket))).filter(isPacket);
    expect(received).toMatchObject({ family: "netdev", packetHdr: { hwProtocol: "arp", hook: "ingress" } });
    expect(decodePacket(received!.payload!, "arp")).toMatchObject(decoded);
  });
});

/** Messages of NETLINK_NETFILTER that the kernel has dropped in the namespace. */
function lostByKernel(): number {
  const rows = kernel.run("cat /proc/net/netlink").trim().split("\n").slice(1);
  const drops = rows.map((row) => row.trim().split(/\s+/)).filter((columns) => columns[1] === "12");
  return drops.reduce((sum, columns) => sum + Number(columns[8]), 0);
}

describeWith(["iptables-nft", "bash"], "nflog$ of iptables", () => {
  it("emits what NFLOG logs", async () => {
    kernel = await openKernel(
      "iptables-nft -A INPUT -p udp --dport 99 -j NFLOG --nflog-group 5 --nflog-prefix 'from iptables'",
    );
    const { until } = await logged(5);
    sendUdp(kernel, 99, ["one"]);
    const [packet] = (await until(({ length }) => length === 1)).filter(isPacket);
    expect([packet!.prefix, textOf(packet!)]).toEqual(["from iptables", "one"]);
  });
});
