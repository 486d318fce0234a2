import { afterEach, expect, it } from "vitest";
import { decodePacket } from "#src/packet/decode-packet.js";
import { replaceData } from "#src/packet/replace-data.js";
import { listenTcp, listenUdp, sendUdp } from "../support/datagrams.js";
import { describeWith } from "../support/kernel.js";
import { isPacket, openQueues, packets, type Queues } from "../support/queue.js";

const encoder = new TextEncoder();
let queues: Queues;
afterEach(() => queues?.close());

/** Queues all that goes to port 99, over IPv4 and IPv6. */
const ALL = ["iptables-nft", "ip6tables-nft"]
  .flatMap((program) =>
    ["udp", "tcp"].map(
      (protocol) => `${program} -A OUTPUT -p ${protocol} --dport 99 -j NFQUEUE --queue-num 3`,
    ),
  )
  .join("; ");

describeWith(["iptables-nft", "ip6tables-nft", "bash"], "altered packets arrive", () => {
  it.each([
    ["127.0.0.1", "udp4"],
    ["::1", "udp6"],
  ])("over UDP to %s, also if their length changes", async (address, type) => {
    queues = await openQueues(ALL);
    const { kernel, queued } = queues;
    const queue = await queued(3);
    const lines = await listenUdp(kernel, 99, type);
    try {
      sendUdp(kernel, 99, ["one", "two", "three"], address);
      const [one, two, three] = await packets(queue, 3);
      one!.accept({ payload: replaceData(one!.payload, encoder.encode("a longer text")) });
      two!.accept({ payload: replaceData(two!.payload, encoder.encode("x")) });
      three!.accept();
      expect([await lines.next(), await lines.next(), await lines.next()]).toEqual([
        "a longer text",
        "x",
        "three",
      ]);
    } finally {
      await lines.stop();
    }
  });

  it("over TCP, which counts its bytes", async () => {
    queues = await openQueues(ALL);
    const { kernel, queued } = queues;
    const queue = await queued(3);
    const lines = await listenTcp(kernel, 99);
    const sender = lines.child;
    try {
      const { until, values } = queue;
      kernel.run("bash -c '(exec 3>/dev/tcp/127.0.0.1/99; printf hello >&3) >/dev/null 2>&1 &'");
      let judged = 0;
      const arrived = lines.next();
      let text: string | undefined;
      arrived.then((line) => {
        text = line;
      });
      while (text === undefined) {
        await Promise.race([arrived, until(({ length }) => length > judged)]);
        for (const packet of values.slice(judged).filter(isPacket)) {
          const { payload } = decodePacket(packet.payload) as { payload: { type: string; data: Uint8Array } };
          const carries = payload.type === "tcp" && payload.data.length === 5;
          packet.accept(carries ? { payload: replaceData(packet.payload, encoder.encode("HELLO")) } : {});
        }
        judged = values.length;
      }
      expect(text).toBe("HELLO");
    } finally {
      sender.kill("SIGKILL");
      await lines.stop();
    }
  });
});
