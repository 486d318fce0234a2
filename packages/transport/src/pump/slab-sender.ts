import type { MessagePort } from "node:worker_threads";
import { type Control, MAX_UNREAD } from "../channel/control.js";
import type { SlabReport } from "../channel/protocol.js";
import { type Payload, RECORD_HEADER, recordSize, SLAB_BYTES, SlabWriter, sizeOf } from "../channel/slab.js";
import type { ArrivalSink } from "../linux/read-until-empty.js";

/** Up to this size, a copy costs less than a slab that must be returned. */
const COPIED = 4096;

/**
 * Sends arrivals to the main thread in slabs. Their number is fixed: while all are on their way, nothing can be read,
 * and arrivals stay in the queues of the kernel. While the main thread has enough to read, arrivals are collected, which
 * limits the number of copies as well.
 */
export class SlabSender implements ArrivalSink {
  readonly #port: MessagePort;
  readonly #control: Control;
  readonly #slabs: number;
  readonly #free: ArrayBuffer[];
  #slab: SlabWriter | undefined;
  /** Slabs that the main thread has. */
  #away = 0;
  #arrivals = 0;

  constructor(port: MessagePort, control: Control, slabs: number) {
    this.#port = port;
    this.#control = control;
    this.#slabs = slabs;
    this.#free = Array.from({ length: slabs }, () => new ArrayBuffer(SLAB_BYTES));
  }

  /** Number of free slabs; negative if a batch needed more, since datagrams that were read are never dropped. */
  get credits(): number {
    return this.#slabs - this.#away - (this.#slab === undefined ? 0 : 1);
  }

  /** True if there is a slab to read into. */
  get canReceive(): boolean {
    const { credits } = this;
    return credits > 0 || (credits === 0 && this.#slab !== undefined && this.#slab.room > RECORD_HEADER);
  }

  /** Takes back a slab that the main thread has read. */
  reclaim(buffer: ArrayBuffer): void {
    this.#away = Math.max(this.#away - 1, 0);
    if (buffer.byteLength === SLAB_BYTES) this.#release(buffer);
  }

  datagram(socket: number, received: Payload): void {
    this.#arrivals++;
    this.#writer(sizeOf(received)).datagram(socket, received);
  }

  truncated(socket: number, received: Payload): void {
    this.#writer(0).truncated(socket, received);
  }

  overrun(socket: number, drops: number): void {
    this.#writer(0).overrun(socket, drops);
  }

  drained(socket: number): void {
    this.#writer(0).drained(socket);
  }

  /** Returns the number of datagrams since the last call. */
  takeCount(): number {
    const count = this.#arrivals;
    this.#arrivals = 0;
    return count;
  }

  /** The arrivals that have not been sent, as a slab. */
  get pending(): Uint8Array | undefined {
    return this.#slab?.written;
  }

  /** Discards the pending arrivals after they were delivered otherwise. */
  clear(): void {
    if (this.#slab !== undefined) this.#slab.used = 0;
  }

  /** Sends the pending arrivals, unless the main thread has enough to read: it wakes the pump afterwards. */
  flush(): void {
    if (this.#slab === undefined || this.#slab.used === 0) return;
    this.#control.holding = true;
    if (this.#control.unreadSlabs >= MAX_UNREAD) return;
    this.send();
  }

  /** Sends the pending arrivals at once. */
  send(): void {
    if (this.#slab === undefined || this.#slab.used === 0) return;
    this.#control.holding = false;
    const { buffer, used } = this.#slab;
    if (used <= COPIED) {
      this.#slab.used = 0;
      return this.#post({ type: "slab", buffer: buffer.slice(0, used), used, reusable: false });
    }
    this.#slab = undefined;
    this.#away++;
    this.#post({ type: "slab", buffer, used, reusable: true });
  }

  #post(report: SlabReport): void {
    this.#control.slabSent();
    this.#port.postMessage(report, [report.buffer]);
  }

  /** Returns a slab with room for a datagram: the current one, a free one, or a new one of the datagram's size. */
  #writer(length: number): SlabWriter {
    const size = recordSize(length);
    if (this.#slab !== undefined && this.#slab.room < size) this.#replace(this.#slab);
    this.#slab ??= new SlabWriter(size > SLAB_BYTES ? new ArrayBuffer(size) : this.#takeFree());
    return this.#slab;
  }

  /** Sends a slab without room. If it was copied or empty, it is free again. */
  #replace({ buffer }: SlabWriter): void {
    this.send();
    if (this.#slab === undefined) return;
    this.#slab = undefined;
    this.#release(buffer);
  }

  #takeFree(): ArrayBuffer {
    return this.#free.pop() ?? new ArrayBuffer(SLAB_BYTES);
  }

  #release(buffer: ArrayBuffer): void {
    if (this.#free.length < this.#slabs) this.#free.push(buffer);
  }
}
