// The connections of logged and queued packets, compared with those that the kernel lists.

import { KernelError } from "@rxnetlink/core";
import { all } from "@rxnetlink/core/promises";
import { eventually } from "@rxnetlink/testing/gates";
import { afterEach, expect, it, type TestContext } from "vitest";
import { conntrackStatus } from "#src/conntrack/index.js";
import type { NflogEvent } from "#src/log/events.js";
import { ready, sendUdp, type Watched } from "../support/datagrams.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { skipSince } from "../support/lacking.js";
import { packets } from "../support/queue.js";
import { udpPingPong } from "../support/traffic.js";

const TUPLE = {
  ip: { src: "127.0.0.1", dst: "127.0.0.1" },
  proto: { num: "udp", srcPort: 4000, dstPort: 99 },
} as const;

let kernel: Kernel;
const opened: { unsubscribe(): void }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) one.unsubscribe();
  await kernel.close();
});

/** Subscribes with the option `conntrack`; skips the test where the kernel cannot send connections. */
async function listen<T>(context: TestContext, what: string, listening: Promise<Watched<T>>) {
  try {
    const watched = await listening;
    opened.push(watched);
    return watched;
  } catch (error) {
    if (!(error instanceof KernelError) || error.code !== "EOPNOTSUPP") throw error;
    return skipSince(context, `this kernel sends no connections with ${what} packets`);
  }
}

describeWith(["nft"], "a logged packet", () => {
  it("has its connection, as it is listed", async (context) => {
    kernel = await openKernel(
      "nft add table inet t; nft 'add chain inet t in { type filter hook input priority 0; }'; " +
        "nft add rule inet t in ct mark set 7 log group 5",
    );
    const options = { conntrack: true, timeout: 0 };
    const { values } = await listen(
      context,
      "logged",
      ready<NflogEvent>((listening) => kernel.nf.nflog$(5, { ...options, listening })),
    );
    kernel.run(udpPingPong(4000, 99));
    await eventually(() => expect(values).toHaveLength(2));
    const [there, back] = values.flatMap((one) => (one.type === "packet" ? [one] : []));
    expect([there!.ctInfo, back!.ctInfo]).toEqual(["new", "establishedReply"]);
    const [listed] = await all(kernel.nf.conntrack.list$({ mark: 7 }));
    const { id, mark, tupleOrig, tupleReply } = listed!;
    expect(tupleOrig).toMatchObject(TUPLE);
    for (const { ct } of [there!, back!]) expect(ct).toMatchObject({ id, mark, tupleOrig, tupleReply });
    expect(conntrackStatus.has(back!.ct!.status!, "seenReply")).toBe(true);
  });
});

describeWith(["iptables-nft", "conntrack", "bash"], "a queued packet", () => {
  it("has its connection, which its verdict can change", async (context) => {
    kernel = await openKernel(
      "iptables-nft -A INPUT -m conntrack --ctstate NEW -p udp --dport 99 -j NFQUEUE --queue-num 3",
    );
    const watched = await listen(
      context,
      "queued",
      ready((listening) => kernel.nf.nfqueue$(3, { conntrack: true, listening })),
    );
    sendUdp(kernel, 99, ["x"]);
    const [packet] = await packets(watched, 1);
    const { ct, ctInfo } = packet!.message;
    expect(ctInfo).toBe("new");
    const { srcPort: _s, ...proto } = TUPLE.proto;
    expect(ct?.tupleOrig).toMatchObject({ ...TUPLE, proto });
    packet!.accept({ ct: { mark: 9 } });
    await eventually(() => {
      expect(kernel.run("conntrack -L --mark 9 2>/dev/null")).toContain("dport=99");
    });
    const [listed] = await all(kernel.nf.conntrack.list$({ mark: 9 }));
    expect(listed).toMatchObject({ id: ct!.id, tupleOrig: ct!.tupleOrig });
  });
});
