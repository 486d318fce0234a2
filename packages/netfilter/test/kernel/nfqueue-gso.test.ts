// Large packets: whole with the option `gso`, as the segments that they consist of without it.

import { eventually } from "@rxnetlink/testing/gates";
import { afterEach, expect, it } from "vitest";
import { decodePacket } from "#src/packet/decode-packet.js";
import { judge } from "#src/queue/judge.js";
import { skbInfo } from "#src/queue/layout.js";
import type { NfqueueOptions } from "#src/queue/options.js";
import type { QueuedPacket } from "#src/queue/queued-packet.js";
import { ready } from "../support/datagrams.js";
import { describeWith, type Kernel, openKernel } from "../support/kernel.js";
import { start } from "../support/traffic.js";

const SIZE = 400_000;

/** Sends itself a lot over TCP, and prints how much arrived. */
const TRANSFER = `'${process.execPath}' --input-type=module -e '
  import { connect, createServer } from "node:net";
  let received = 0;
  const server = createServer((socket) => socket.on("data", ({ length }) => { received += length; })
    .on("end", () => { console.log(received); server.close(); }))
    .listen(99, "127.0.0.1", () => connect(99, "127.0.0.1").end(Buffer.alloc(${SIZE}, 1)));'`;

describeWith(["iptables-nft"], "nfqueue$ of large packets", () => {
  let kernel: Kernel;
  afterEach(() => kernel.close());

  /** Has the transfer pass a queue; returns the packets with data. */
  async function transfer(options: NfqueueOptions): Promise<QueuedPacket[]> {
    // With an MTU below the size of what TCP gives to the link at once.
    kernel = await openKernel(
      "ip link set lo mtu 1500; iptables-nft -A OUTPUT -p tcp --dport 99 -j NFQUEUE --queue-num 3",
    );
    const { values, unsubscribe } = await ready((listening) =>
      kernel.nf.nfqueue$(3, { ...options, listening }).pipe(judge(() => "accept")),
    );
    const program = start(kernel, TRANSFER);
    await eventually(() => expect(program.printed).toBe(`${SIZE}\n`));
    await program.stop();
    unsubscribe();
    expect(values.filter(({ type }) => type !== "packet")).toEqual([]);
    return values.filter((one) => one.type === "packet").filter(({ payload }) => payload.length > 100);
  }

  const longest = (packets: readonly QueuedPacket[]) =>
    Math.max(...packets.map(({ payload }) => payload.length));
  const has = ({ message }: QueuedPacket, flag: "gso" | "csumnotready") =>
    skbInfo.has(message.skbInfo ?? 0, flag);

  it("emits segments, with their checksums, by default", async () => {
    const packets = await transfer({});
    expect(longest(packets)).toBe(1500);
    expect(packets.some((one) => has(one, "gso") || has(one, "csumnotready"))).toBe(false);
  });

  it("emits them whole if told so, and says that they are not finished", async () => {
    const packets = await transfer({ gso: true });
    const large = packets.filter(({ payload }) => payload.length > 1500);
    expect(large.length).toBeGreaterThan(0);
    expect(large.every((one) => has(one, "gso") && has(one, "csumnotready"))).toBe(true);
    const [{ payload }] = large as [QueuedPacket];
    expect(decodePacket(payload)).toMatchObject({ totLen: payload.length, payload: { type: "tcp" } });
  });
});
