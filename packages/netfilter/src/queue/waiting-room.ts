import type { Session } from "@rxnetlink/core";
import { KernelError } from "@rxnetlink/core";
import { anInteger, checkArgument, TimedLine } from "@rxnetlink/core/internal";
import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { Doubts } from "./doubts.js";
import type { QueuedPacketMessage } from "./layout.js";
import { type Court, QueuedPacket } from "./queued-packet.js";
import { type BatchChanges, batchRequest, type PacketVerdict, verdictRequest } from "./verdict.js";
import { VerdictRun } from "./verdict-run.js";

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

/** True for a verdict that accepts the packet as it is. */
function isPlain(verdict: PacketVerdict): boolean {
  if (verdict.type !== "accept") return false;
  for (const key in verdict) if (key !== "type") return false;
  return true;
}

/** The packets of a queue that wait for their verdict, in the order of their numbers. */
export class WaitingRoom implements Court {
  readonly #deps: WaitingRoomDeps;
  readonly #line: TimedLine<QueuedPacket>;
  readonly #run: VerdictRun;
  readonly #doubts = new Doubts();
  #last = 0;
  /** False once a packet could not be read: it may wait, though it is not in the line. */
  #complete = true;
  #closed = false;

  constructor(deps: WaitingRoomDeps) {
    this.#deps = deps;
    this.#line = new TimedLine<QueuedPacket>({
      timeout: deps.timeout,
      waits: (packet) => packet.verdict === undefined,
      expired: (packet) => this.#expired(packet),
    });
    const { session, queue } = deps;
    this.#run = new VerdictRun({ session, queue, refused: (packet, error) => this.#refused(packet, error) });
  }

  /** Adds a packet that the kernel has queued. */
  enter(message: QueuedPacketMessage): QueuedPacket {
    const packet = new QueuedPacket(message, this);
    this.#last = packet.id;
    this.#line.push(packet);
    return packet;
  }

  /** Gives the default verdict to a packet that could not be read. */
  judgeUnread(id: number): void {
    this.#complete = false;
    this.#judgeByDefault(id);
  }

  judge(packet: QueuedPacket, verdict: PacketVerdict): void {
    const plain = isPlain(verdict);
    if (plain && this.#complete && !this.#doubts.any && packet === this.#line.first) this.#run.add(packet);
    else this.#judgeAlone(packet, verdict, plain);
    packet.judged(verdict.type, false);
  }

  #judgeAlone(packet: QueuedPacket, verdict: PacketVerdict, plain: boolean): void {
    if (verdict.type === "queue") checkArgument("queue", "queue", verdict.queue, aQueue);
    this.#run.end();
    const { session, queue } = this.#deps;
    const request = verdictRequest(queue, packet.id, verdict);
    const refused = (error: Error) => this.#refused(packet, error);
    const acknowledged = this.#doubts.question();
    if (acknowledged === undefined) session.send(request, refused);
    else session.send({ ...request, flags: NLM_F_ACK }, refused, acknowledged);
    if (!plain) this.#doubts.raise();
  }

  judgeUpTo(last: QueuedPacket, type: "accept" | "drop", changes: BatchChanges): void {
    this.#run.end();
    this.#doubts.raise();
    const { session, queue } = this.#deps;
    session.send(batchRequest(queue, last.id, type, changes), (error) => this.#refused(last, error));
    this.#line.each((packet) => packet.judged(type, false), last);
  }

  /** Gives all packets of the queue the default verdict, also those that have not been read. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#line.close();
    this.#run.end();
    const { session, queue, byDefault } = this.#deps;
    session.send(batchRequest(queue, (this.#last + BEYOND) >>> 0, byDefault));
    this.#line.each((packet) => packet.judged(byDefault, true));
  }

  #judgeByDefault(id: number): void {
    this.#run.end();
    this.#doubts.raise();
    const { session, queue, byDefault } = this.#deps;
    session.send(verdictRequest(queue, id, { type: byDefault }));
  }

  #refused(packet: QueuedPacket, error: Error): void {
    // The packet is gone, with its link or by a flush: verdicts race with that.
    const isGone = error instanceof KernelError && error.code === "ENOENT";
    if (isGone || this.#closed) return;
    this.#judgeByDefault(packet.id);
    this.#deps.refused(packet, error);
  }

  /** Gives a packet whose time is up the default verdict. */
  #expired(packet: QueuedPacket): void {
    this.#judgeByDefault(packet.id);
    packet.judged(this.#deps.byDefault, true);
  }
}
