import type { Session } from "@rxnetlink/core";
import { KernelError } from "@rxnetlink/core";
import { anInteger, checkArgument, Deadlines } from "@rxnetlink/core/internal";
import type { QueuedPacketMessage } from "./layout.js";
import { type Court, QueuedPacket } from "./queued-packet.js";
import { type BatchChanges, batchRequest, type PacketVerdict, verdictRequest } from "./verdict.js";

/** Far behind every packet that the kernel can have queued; the kernel compares numbers modulo 2^32. */
const BEYOND = 0x3fff_ffff;

const aQueue = anInteger(0, 0xffff);

/** Dependencies of a {@link WaitingRoom}. */
export interface WaitingRoomDeps {
  readonly session: Session<unknown>;
  /** Number of the queue. */
  readonly queue: number;
  /** Verdict on packets that nobody judges. */
  readonly byDefault: "accept" | "drop";
  /** Time that a packet may wait, in milliseconds. */
  readonly timeout: number;
  /** Called if the kernel refuses a verdict on a packet that it has. */
  refused(packet: QueuedPacket, error: Error): void;
}

/** The packets of a queue that wait for their verdict, in the order of their numbers. */
export class WaitingRoom implements Court {
  readonly #deps: WaitingRoomDeps;
  readonly #waiting = new Map<number, QueuedPacket>();
  readonly #deadlines = new Deadlines((id) => this.#expired(id));
  #last = 0;
  #closed = false;

  constructor(deps: WaitingRoomDeps) {
    this.#deps = deps;
  }

  /** Adds a packet that the kernel has queued. */
  enter(message: QueuedPacketMessage): QueuedPacket {
    const packet = new QueuedPacket(message, this);
    const { timeout } = this.#deps;
    this.#last = packet.id;
    this.#waiting.set(packet.id, packet);
    if (timeout !== Number.POSITIVE_INFINITY) this.#deadlines.set(packet.id, timeout);
    return packet;
  }

  /** Gives the default verdict to a packet that could not be read. */
  judgeUnread(id: number): void {
    const { session, queue, byDefault } = this.#deps;
    session.send(verdictRequest(queue, id, { type: byDefault }));
  }

  judge(packet: QueuedPacket, verdict: PacketVerdict): void {
    if (verdict.type === "queue") checkArgument("queue", "queue", verdict.queue, aQueue);
    const { session, queue } = this.#deps;
    session.send(verdictRequest(queue, packet.id, verdict), (error) => this.#refused(packet, error));
    this.#judged(packet, verdict.type, false);
  }

  judgeUpTo(last: QueuedPacket, type: "accept" | "drop", changes: BatchChanges): void {
    const { session, queue } = this.#deps;
    session.send(batchRequest(queue, last.id, type, changes), (error) => this.#refused(last, error));
    for (const packet of this.#waiting.values()) {
      this.#judged(packet, type, false);
      if (packet === last) return;
    }
  }

  /** Gives all packets of the queue the default verdict, also those that have not been read. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#deadlines.clear();
    const { session, queue, byDefault } = this.#deps;
    session.send(batchRequest(queue, (this.#last + BEYOND) >>> 0, byDefault));
    for (const packet of this.#waiting.values()) this.#judged(packet, byDefault, true);
  }

  #judged(packet: QueuedPacket, type: PacketVerdict["type"], byDefault: boolean): void {
    this.#waiting.delete(packet.id);
    this.#deadlines.delete(packet.id);
    packet.judged(type, byDefault);
  }

  #refused(packet: QueuedPacket, error: Error): void {
    // The packet is gone, with its link or by a flush: verdicts race with that.
    const isGone = error instanceof KernelError && error.code === "ENOENT";
    if (isGone || this.#closed) return;
    this.judgeUnread(packet.id);
    this.#deps.refused(packet, error);
  }

  /** Gives a packet whose time is up the default verdict. */
  #expired(id: number): void {
    const packet = this.#waiting.get(id);
    if (packet === undefined) return;
    const { byDefault } = this.#deps;
    this.judgeUnread(id);
    this.#judged(packet, byDefault, true);
  }
}
