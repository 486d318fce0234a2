import { fileURLToPath } from "node:url";
import { FlowControl } from "@rxnetlink/core";
import { afterEach, expect, it } from "vitest";
import { eventually, floodUdp, sendUdp, start } from "../support/datagrams.js";
import { describeWith } from "../support/kernel.js";
import { isPacket, openQueues, packets, type Queues, queueing } from "../support/queue.js";

let queues: Queues;
afterEach(() => queues?.close());

describeWith(["iptables-nft", "bash"], "a full queue", () => {
  it("drops more packets", async () => {
    queues = await openQueues();
    const { kernel, queued, passed, shown } = queues;
    const queue = await queued(3, { maxlen: 4 });
    floodUdp(kernel, 99, 10);
    const waiting = await packets(queue, 4);
    expect(shown(3)).toMatchObject({ waiting: 4, dropped: 6, userDropped: 0 });
    waiting.at(-1)!.acceptUpTo();
    await eventually(() => passed() === 4);
    // These never had a number.
    expect(queue.values.every(isPacket)).toBe(true);
  });

  it("accepts them, if it fails open", async () => {
    queues = await openQueues();
    const { kernel, queued, passed, shown } = queues;
    const queue = await queued(3, { maxlen: 4, failOpen: true });
    floodUdp(kernel, 99, 10);
    const waiting = await packets(queue, 4);
    expect(passed()).toBe(6);
    expect(shown(3)).toMatchObject({ waiting: 4, dropped: 0 });
    waiting.at(-1)!.dropUpTo();
    await eventually(() => shown(3)!.waiting === 0);
    expect(passed()).toBe(6);
  });
});

describeWith(["iptables-nft", "bash"], "a full socket", () => {
  it("loses single packets, says how many, and works on", async () => {
    queues = await openQueues();
    const { kernel, queued, passed, shown } = queues;
    const flowControl = new FlowControl();
    const queue = await queued(3, { maxlen: 100_000, receiveBuffer: 16_384, flowControl });
    flowControl.pause();
    await eventually(() => {
      floodUdp(kernel, 99, 100);
      return shown(3)!.userDropped > 100;
    });
    const { waiting, userDropped } = shown(3)!;
    flowControl.resume();
    await packets(queue, waiting);
    // A gap shows only with the next packet.
    sendUdp(kernel, 99, ["next"]);
    const arrived = await packets(queue, waiting + 1);
    for (const packet of arrived) packet.accept();
    await eventually(() => passed() === waiting + 1);
    const lost = queue.values.reduce((sum, event) => sum + (event.type === "lost" ? event.packets : 0), 0);
    expect(lost).toBe(userDropped);
    sendUdp(kernel, 99, ["still there"]);
    const [last] = (await packets(queue, waiting + 2)).slice(-1);
    last!.accept();
    await eventually(() => passed() === waiting + 2);
    expect(queue.errors).toEqual([]);
  });
});

/** A program that binds queue 3 in its namespace, holds every packet, and prints how many it has. */
const CONSUMER = `
import { netfilter } from ${JSON.stringify(new URL("../../../dist/netfilter.js", import.meta.url).href)};
import { kernelTransport } from "@rxnetlink/transport";
let packets = 0;
const nf = netfilter({ transport: kernelTransport() });
nf.nfqueue$(3, { listening: () => console.log("listening") }).subscribe(() => console.log(++packets));`;

describeWith(["iptables-nft", "bash"], "a dead consumer", () => {
  const program = ["--input-type=module", "-e", CONSUMER];
  const folder = fileURLToPath(new URL("../../..", import.meta.url));

  it.each([
    ["-j NFQUEUE --queue-num 3", 0],
    ["-j NFQUEUE --queue-num 3 --queue-bypass", 1],
  ])(
    "leaves nothing queued; later packets are dropped unless the rule says bypass: %s",
    async (target, later) => {
      queues = await openQueues(queueing(target));
      const { kernel, passed, queued, shown } = queues;
      const consumer = start(
        kernel,
        "sh",
        "-c",
        'cd "$1"; shift; exec "$@"',
        "sh",
        folder,
        process.execPath,
        ...program,
      );
      try {
        expect(await consumer.next()).toBe("listening");
        sendUdp(kernel, 99, ["1", "2"]);
        expect([await consumer.next(), await consumer.next()]).toEqual(["1", "2"]);
        expect(shown(3)).toMatchObject({ waiting: 2 });
      } finally {
        await consumer.stop();
      }
      await eventually(() => shown(3) === undefined);
      sendUdp(kernel, 99, ["3"]);
      expect(passed()).toBe(later);
      const queue = await queued(3);
      sendUdp(kernel, 99, ["4"]);
      const [four] = await packets(queue, 1);
      four!.accept();
      await eventually(() => passed() === later + 1);
    },
  );
});
