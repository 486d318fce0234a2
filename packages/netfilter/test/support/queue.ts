// A queue in a namespace, and what the kernel says of it.

import { decodePacket } from "#src/packet/decode-packet.js";
import type { NfqueueEvent } from "#src/queue/events.js";
import type { NfqueueOptions } from "#src/queue/options.js";
import type { QueuedPacket } from "#src/queue/queued-packet.js";
import { ready, type Watched } from "./datagrams.js";
import { type Kernel, openKernel } from "./kernel.js";

/** Commands that queue datagrams to port 99 on their way out, and count those that come in, where they end. */
export const queueing = (target = "-j NFQUEUE --queue-num 3") =>
  `iptables-nft -A OUTPUT -p udp --dport 99 ${target}; iptables-nft -A INPUT -p udp --dport 99 -j DROP`;

/** Returns true for a packet. */
export const isPacket = (event: NfqueueEvent): event is QueuedPacket => event.type === "packet";

/** Returns the text of a datagram. */
export function textOf({ payload }: QueuedPacket): string | undefined {
  const packet = decodePacket(payload);
  const segment = packet.type === "ipv4" || packet.type === "ipv6" ? packet.payload : undefined;
  return segment?.type === "udp" ? Buffer.from(segment.data).toString() : segment?.type;
}

/** Waits for a number of packets. */
export async function packets({ until }: Watched<NfqueueEvent>, count: number): Promise<QueuedPacket[]> {
  return (await until((events) => events.filter(isPacket).length >= count)).filter(isPacket);
}

/** A queue, as /proc shows it. */
interface Shown {
  readonly waiting: number;
  readonly mode: number;
  readonly range: number;
  /** Packets dropped since the queue was full. */
  readonly dropped: number;
  /** Packets dropped since the socket was full. */
  readonly userDropped: number;
}

/** A namespace with queues. */
export interface Queues {
  readonly kernel: Kernel;
  /** Binds a queue. */
  queued(queue: number, options?: NfqueueOptions): Promise<Watched<NfqueueEvent>>;
  /** Number of datagrams that have come in. */
  passed(): number;
  /** Returns a queue as /proc shows it, if it is bound. */
  shown(queue: number): Shown | undefined;
  close(): Promise<void>;
}

/** Opens a namespace, and runs the commands of `setup` in it. */
export async function openQueues(setup = queueing()): Promise<Queues> {
  const kernel = await openKernel(setup);
  const opened: { unsubscribe(): void }[] = [];
  return {
    kernel,
    async queued(queue, options = {}) {
      const watched = await ready((listening) =>
        kernel.nf.nfqueue$(queue, { timeout: Number.POSITIVE_INFINITY, ...options, listening }),
      );
      opened.push(watched);
      return watched;
    },
    passed: () => Number(/^ *(\d+) .*dpt:99/m.exec(kernel.run("iptables-nft -nvxL INPUT"))![1]),
    shown(queue) {
      const lines = kernel.run("cat /proc/net/netfilter/nfnetlink_queue").split("\n");
      const columns = lines.map((line) => line.trim().split(/\s+/).map(Number));
      const found = columns.find(([number]) => number === queue);
      if (found === undefined) return undefined;
      const [, , waiting, mode, range, dropped, userDropped] = found as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      return { waiting, mode, range, dropped, userDropped };
    },
    async close() {
      for (const one of opened) one.unsubscribe();
      await kernel.close();
    },
  };
}
