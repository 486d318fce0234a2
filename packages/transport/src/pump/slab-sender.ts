import type { MessagePort } from "node:worker_threads";
import { LANE_BYTES, type LaneServer } from "../channel/fast-path.js";
import { AHEAD, type Arrived, CONTROL, unread } from "../channel/protocol.js";
import { RECORD_HEADER, recordSize, SLAB_BYTES, SlabWriter } from "../channel/slab.js";
import type { Cut, Whole } from "../linux/receiver.js";

/** Up to here a copy is cheaper than a slab that goes and comes back. */
const COPIED = 4096;

/**
 * What has arrived, on its way to the main thread. There are so many slabs and no more: while all are on the way,
 * nothing can be read, and the kernel's queues hold the rest. While the main thread has enough to read, what arrives is
 * collected, so that there are few copies too.
 */
export class SlabSender {
  readonly #port: MessagePort;
  readonly #control: Int32Array;
  readonly #slabs: number;
  readonly #free: ArrayBuffer[];
  #slab: SlabWriter | undefined;
  /** Slabs that are on their way. */
  #away = 0;

  constructor(port: MessagePort, control: Int32Array, slabs: number) {
    this.#port = port;
    this.#control = control;
    this.#slabs = slabs;
    this.#free = Array.from({ length: slabs }, () => new ArrayBuffer(SLAB_BYTES));
  }

  /** How many slabs are free; below 0 where a batch has outgrown them, since what has been read is never dropped. */
  get credits(): number {
    return this.#slabs - this.#away - (this.#slab === undefined ? 0 : 1);
  }

  /** Whether there is a slab to read into. */
  get canReceive(): boolean {
    const { credits } = this;
    return credits > 0 || (credits === 0 && this.#slab !== undefined && this.#slab.room > RECORD_HEADER);
  }

  /** Takes a slab back that the main thread has read. */
  reclaim(buffer: ArrayBuffer): void {
    this.#away = Math.max(this.#away - 1, 0);
    if (buffer.byteLength === SLAB_BYTES) this.#keep(buffer);
  }

  /** Takes in a datagram. */
  datagram(socket: number, received: Whole): void {
    this.#writer(received.bytes.length).datagram(socket, received.bytes, received);
  }

  /** Takes in that a datagram came which is not whole. */
  truncated(socket: number, cut: Cut): void {
    this.#writer(0).truncated(socket, cut.size, cut);
  }

  /** Takes in the mark of an overflow. */
  overrun(socket: number, drops: number): void {
    this.#writer(0).overrun(socket, drops);
  }

  /** Takes in the mark of a queue that is empty after an overflow. */
  drained(socket: number): void {
    this.#writer(0).drained(socket);
  }

  /** Gives the answer to a request in the lane, and sends what else has arrived. */
  answer(lane: LaneServer): void {
    const arrived = this.#slab?.written;
    // What the main thread has not read yet comes first.
    const fits = arrived !== undefined && arrived.length <= LANE_BYTES && unread(this.#control) === 0;
    if (lane.reply(fits ? arrived : undefined)) this.#slab!.used = 0;
    else this.flush();
  }

  /** Sends what has arrived, unless the main thread has enough to read: it then wakes the pump when it has read that. */
  flush(): void {
    if (this.#slab === undefined || this.#slab.used === 0) return;
    Atomics.store(this.#control, CONTROL.holding, 1);
    if (unread(this.#control) >= AHEAD) return;
    this.send();
  }

  /** Sends what has arrived. */
  send(): void {
    if (this.#slab === undefined || this.#slab.used === 0) return;
    Atomics.store(this.#control, CONTROL.holding, 0);
    const { buffer, used } = this.#slab;
    if (used <= COPIED) {
      this.#slab.used = 0;
      return this.#post({ type: "arrived", buffer: buffer.slice(0, used), used, reusable: false });
    }
    this.#slab = undefined;
    this.#away++;
    this.#post({ type: "arrived", buffer, used, reusable: true });
  }

  #post(arrived: Arrived): void {
    Atomics.add(this.#control, CONTROL.handed, 1);
    this.#port.postMessage(arrived, [arrived.buffer]);
  }

  /** A slab with room for a datagram: the current one, a free one, or one made for a large datagram. */
  #writer(length: number): SlabWriter {
    const size = recordSize(length);
    if (this.#slab !== undefined && this.#slab.room < size) this.#leave(this.#slab);
    this.#slab ??= new SlabWriter(size > SLAB_BYTES ? new ArrayBuffer(size) : this.#takeSlab());
    return this.#slab;
  }

  /** Sends what is in a slab that has no room. Where that was copied, or nothing, the slab is free again. */
  #leave({ buffer }: SlabWriter): void {
    this.send();
    if (this.#slab === undefined) return;
    this.#slab = undefined;
    this.#keep(buffer);
  }

  #takeSlab(): ArrayBuffer {
    return this.#free.pop() ?? new ArrayBuffer(SLAB_BYTES);
  }

  #keep(buffer: ArrayBuffer): void {
    if (this.#free.length < this.#slabs) this.#free.push(buffer);
  }
}
