import type { Infer } from "@rxnetlink/core/schema";
import { AlreadyJudgedError } from "./already-judged-error.js";
import type { QueuedPacketMessage, queuedPacketHdr } from "./layout.js";
import type { BatchChanges, PacketChanges, PacketVerdict, QueueVerdict } from "./verdict.js";

/** Where verdicts go. */
export interface Court {
  /** Sends the verdict on one packet. */
  judge(packet: QueuedPacket, verdict: PacketVerdict): void;
  /** Sends one verdict on a packet and all before it that wait. */
  judgeUpTo(packet: QueuedPacket, type: "accept" | "drop", changes: BatchChanges): void;
}

const ACCEPT = { type: "accept" } as const;
const NO_BYTES = new Uint8Array(0);

/**
 * A packet that waits in the kernel for its verdict, which can be given once. After the default verdict, which it gets when
 * its time is up or the subscription ends, another one has no effect.
 */
export class QueuedPacket {
  readonly #court: Court;
  #verdict: PacketVerdict["type"] | undefined;
  #byDefault = false;
  /** Discriminates events. */
  readonly type = "packet";
  /** All that the kernel reports: mark, links, addresses, time, sender. */
  readonly message: QueuedPacketMessage;

  /** @internal */
  constructor(message: QueuedPacketMessage, court: Court) {
    this.message = message;
    this.#court = court;
  }

  /** Number of the packet in its queue, rising by 1. */
  get id(): number {
    return this.packetHdr.packetId;
  }

  /** Number, protocol and hook. */
  get packetHdr(): Infer<typeof queuedPacketHdr> {
    return this.message.packetHdr as Infer<typeof queuedPacketHdr>;
  }

  /** The packet from its network header on, up to the copy range. */
  get payload(): Uint8Array {
    return this.message.payload ?? NO_BYTES;
  }

  /** The verdict; `undefined` while it waits for one. */
  get verdict(): PacketVerdict["type"] | undefined {
    return this.#verdict;
  }

  /**
   * Gives the packet its verdict. It leaves at the end of this turn, with the others of the turn.
   *
   * @throws AlreadyJudgedError if it has one already.
   * @throws EncodeError if a value does not fit; the packet then still waits.
   */
  judge(verdict: PacketVerdict): void {
    if (!this.#waits(verdict.type)) return;
    this.#court.judge(this, verdict);
  }

  /** Lets the packet continue on its way. @throws AlreadyJudgedError, EncodeError; see {@link judge}. */
  accept(changes?: PacketChanges): void {
    this.judge(changes === undefined ? ACCEPT : { ...changes, type: "accept" });
  }

  /** Drops the packet silently. @throws AlreadyJudgedError; see {@link judge}. */
  drop(): void {
    this.judge({ type: "drop" });
  }

  /**
   * Sends the packet through the rules of this hook again: give it a mark that excludes it from the rule that queued it.
   *
   * @throws AlreadyJudgedError, EncodeError; see {@link judge}.
   */
  repeat(changes: PacketChanges = {}): void {
    this.judge({ ...changes, type: "repeat" });
  }

  /** Sends the packet to another queue. @throws AlreadyJudgedError, EncodeError; see {@link judge}. */
  queue(queue: number, changes: Omit<QueueVerdict, "type" | "queue"> = {}): void {
    this.judge({ ...changes, type: "queue", queue });
  }

  /** Accepts this packet and all before it that wait, with one message. @throws AlreadyJudgedError, EncodeError */
  acceptUpTo(changes: BatchChanges = {}): void {
    if (this.#waits("accept")) this.#court.judgeUpTo(this, "accept", changes);
  }

  /** Drops this packet and all before it that wait, with one message. @throws AlreadyJudgedError */
  dropUpTo(): void {
    if (this.#waits("drop")) this.#court.judgeUpTo(this, "drop", {});
  }

  /** Records the verdict. @internal */
  judged(verdict: PacketVerdict["type"], byDefault: boolean): void {
    this.#verdict = verdict;
    this.#byDefault = byDefault;
  }

  #waits(second: PacketVerdict["type"]): boolean {
    if (this.#verdict === undefined) return true;
    if (this.#byDefault) return false;
    throw new AlreadyJudgedError(this.id, this.#verdict, second);
  }
}
