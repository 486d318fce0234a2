import type { Session } from "@rxnetlink/core";
import { NLM_F_ACK } from "@rxnetlink/core/schema";
import type { QueuedPacket } from "./queued-packet.js";
import { batchRequest, verdictRequest } from "./verdict.js";

/** Packets after which a run asks for an acknowledgement, so that they need not be remembered any longer. */
const ACKNOWLEDGED = 256;

/** Dependencies of a {@link VerdictRun}. */
export interface VerdictRunDeps {
  readonly session: Session<unknown>;
  /** Number of the queue. */
  readonly queue: number;
  /** Called for each packet whose verdict is refused. */
  refused(packet: QueuedPacket, error: Error): void;
}

/**
 * Packets one after the other that are accepted as they are within a turn: a single message accepts them, which spares the kernel
 * and this thread half of the work. No packet before them may wait, since that one would be accepted too.
 */
export class VerdictRun {
  readonly #deps: VerdictRunDeps;
  #packets: QueuedPacket[] = [];
  /** Packets accepted since the last acknowledgement was asked for. */
  #unacknowledged = 0;

  constructor(deps: VerdictRunDeps) {
    this.#deps = deps;
  }

  /** Adds the next packet. */
  add(packet: QueuedPacket): void {
    if (this.#packets.length === 0) Promise.resolve().then(() => this.end());
    this.#packets.push(packet);
  }

  /** Sends the verdict; what is sent later arrives later. */
  end(): void {
    const packets = this.#packets;
    const last = packets.at(-1);
    if (last === undefined) return;
    this.#packets = [];
    const { session, queue, refused } = this.#deps;
    this.#unacknowledged += packets.length;
    const isMany = this.#unacknowledged >= ACKNOWLEDGED;
    if (isMany) this.#unacknowledged = 0;
    const request =
      packets.length === 1
        ? verdictRequest(queue, last.id, { type: "accept" })
        : batchRequest(queue, last.id, "accept");
    session.send(isMany ? { ...request, flags: NLM_F_ACK } : request, (error) => {
      for (const packet of packets) refused(packet, error);
    });
  }
}
