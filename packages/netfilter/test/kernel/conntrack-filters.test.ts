// Matches of lists: what the kernel filters, and what is compared again.

import { EncodeError, type Match } from "@rxnetlink/core";
import { all, done } from "@rxnetlink/core/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Conntrack,
  conntrackMessage,
  conntrackObject,
  conntrackStatus,
  IPCTNL_MSG_CT_GET,
} from "#src/conntrack/index.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { errorOf } from "../support/refusal.js";
import { ACCOUNTING, TRACKING, udpPingPong } from "../support/traffic.js";

const timeout = 100;

/** Connections that differ in all that the kernel filters by. */
function connections() {
  const pairs = [
    { src: "10.0.0.1", dst: "10.0.0.2" },
    { src: "10.0.0.2", dst: "10.0.0.1" },
    { src: "fd00::1", dst: "fd00::2" },
    { src: "fd00::2", dst: "fd00::1" },
  ];
  const protos = [
    { num: "udp", srcPort: 1, dstPort: 53 },
    { num: "udp", srcPort: 53, dstPort: 1 },
    { num: "tcp", srcPort: 1, dstPort: 53 },
  ] as const;
  return pairs.flatMap((ip, i) =>
    protos.map((proto, j) => ({
      tupleOrig: { ip, proto },
      timeout,
      mark: i * 16 + j,
      ...(j === 1 && { zone: 4 }),
      status: conntrackStatus.of(...(j === 0 ? (["assured", "seenReply"] as const) : [])),
    })),
  );
}

/** Matches, each with the number of connections that match. */
const MATCHES: readonly (readonly [Match<Conntrack>, number])[] = [
  [{ family: "ipv4" }, 6],
  [{ family: "ipv6" }, 6],
  [{ mark: 0x11 }, 1],
  [{ mark: 0 }, 1],
  [{ mark: 0x10, markMask: 0xf0 }, 3],
  [{ mark: 1, markMask: 0xf }, 4],
  [{ status: { assured: true } }, 4],
  [{ status: { assured: false } }, 8],
  [{ status: conntrackStatus.of("assured", "confirmed") }, 4],
  [{ zone: 4 }, 4],
  [{ zone: 0 }, 8],
  [{ tupleOrig: { ip: { src: "10.0.0.1" } } }, 3],
  [{ tupleOrig: { ip: { dst: "10.0.0.1" } } }, 3],
  [{ tupleReply: { ip: { src: "10.0.0.1" } } }, 3],
  [{ tupleOrig: { ip: { src: "10.0.0.1", dst: "10.0.0.2" }, proto: { num: "tcp", dstPort: 53 } } }, 1],
  [{ tupleOrig: { ip: { src: "fd00::1" } } }, 3],
  [{ tupleOrig: { ip: { src: "fd00::1", dst: "fd00::2" }, proto: { num: "udp", srcPort: 53 } } }, 1],
  [{ tupleReply: { ip: { src: "fd00::1" } } }, 3],
  [{ tupleOrig: { ip: { src: "fd00::1" } }, tupleReply: { ip: { src: "fd00::2" } } }, 3],
  [{ family: "ipv6", tupleOrig: { proto: { num: "udp" } } }, 4],
  [{ family: "ipv4", tupleOrig: { proto: { srcPort: 53 } } }, 2],
  [{ tupleOrig: { proto: { num: "tcp" } } }, 4],
  [{ family: "ipv4", mark: 1, markMask: 0xf, zone: 4, tupleOrig: { proto: { num: "udp", dstPort: 1 } } }, 2],
];

describeWith(["conntrack", "nft"], "connections are listed", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(ACCOUNTING);
  });
  afterEach(() => kernel.close());

  describe("by what they have in common:", () => {
    beforeEach(() => done(kernel.nf.conntrack.batch$("add", connections())));

    it.for(MATCHES)("%j", async ([match, count]) => {
      expect(await all(kernel.nf.conntrack.list$(match))).toHaveLength(count);
    });

    it("by the kernel, where it compares rightly: it excludes equal addresses of IPv6", async () => {
      const { complete } = conntrackObject;
      const [src4, src6] = ["10.0.0.1", "fd00::1"].map((src) => ({ tupleOrig: { ip: { src } } }));
      expect(complete!(src4!, "list")).toMatchObject({ family: "ipv4", filter: { origFlags: 1 } });
      expect(complete!(src6!, "list")).toEqual({ family: "ipv6" });
      const { connection } = kernel.nf;
      const dump = (value: Partial<Conntrack>) =>
        all(connection.dump$({ type: IPCTNL_MSG_CT_GET, layout: conntrackMessage, value }));
      expect(await dump(complete!(src4!, "list"))).toHaveLength(3);
      expect(await dump(complete!(src6!, "list"))).toHaveLength(6);
    });
  });

  it("and their counters zeroed at once", async () => {
    const { run, nf } = kernel;
    const { list$, zeroCounters$ } = nf.conntrack;
    run(`${TRACKING}; ${udpPingPong(4001, 4002)}; ${udpPingPong(4003, 4004, "::1")}`);
    const read = async (family: "ipv4" | "ipv6") =>
      (await all(list$({ family }))).map(({ countersOrig }) => countersOrig?.packets);
    expect(await all(zeroCounters$({ family: "ipv4" }))).toMatchObject([
      { countersOrig: { packets: 1n, bytes: 32n }, countersReply: { packets: 1n, bytes: 33n } },
    ]);
    expect(await read("ipv4")).toEqual([0n]);
    expect(await read("ipv6")).toEqual([1n]);
    const [listed] = await all(list$({ family: "ipv6" }));
    expect(await all(zeroCounters$(listed!))).toMatchObject([{ countersOrig: { packets: 1n } }]);
    expect(await read("ipv6")).toEqual([0n]);
  });

  it("but never zeroed by a match that some kernels ignore", async () => {
    const error = await errorOf(kernel.nf.conntrack.zeroCounters$({ zone: 1 }));
    expect(error).toBeInstanceOf(EncodeError);
    expect(error.message).toContain("zone: affects others too");
  });
});

describeWith(["conntrack", "nft"], "statistics", () => {
  let kernel: Kernel;
  beforeEach(async () => {
    kernel = await openKernel(`${TRACKING}; ${udpPingPong(4001, 4002)}`);
  });
  afterEach(() => kernel.close());

  it("of each CPU are those of conntrack -S", async () => {
    const words = (key: string) =>
      key === "chainToolong" ? "chaintoolong" : key.replace(/[A-Z]/g, (it) => `_${it.toLowerCase()}`);
    const rows = await all(kernel.nf.conntrackStats.cpu$());
    const printed = rows.map(({ family: _, version: _1, cpu, ...counters }) =>
      [`cpu=${cpu}`, ...Object.entries(counters).map(([key, count]) => `${words(key)}=${count}`)].join(" "),
    );
    expect(printed).toEqual(
      kernel
        .run("conntrack -S")
        .trim()
        .split("\n")
        .map((line) => line.trim().replaceAll(/\s+/g, " ")),
    );
  });

  it("of the namespace count the connections", async () => {
    const [{ entries, maxEntries } = {}] = await all(kernel.nf.conntrackStats.global$());
    expect(entries).toBe(Number(kernel.run("conntrack -C")));
    expect(entries).toBe(1);
    expect(maxEntries).toBe(Number(kernel.run("sysctl -n net.netfilter.nf_conntrack_max")));
  });

  it("of expectations are counted on each CPU", async () => {
    const rows = await all(kernel.nf.conntrackStats.expectation$());
    const { length } = kernel.run("conntrack -S").trim().split("\n");
    expect(rows.map(({ cpu }) => cpu)).toEqual(Array.from({ length }, (_, cpu) => cpu));
    expect(rows[0]).toMatchObject({ new: 0, create: 0, delete: 0 });
  });
});
