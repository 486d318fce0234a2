import {
  type Arrival,
  type Socket,
  type SocketOptions,
  SocketSupply,
  type SupplyOptions,
  SystemError,
  type Transport,
} from "@rxnetlink/core";
import {
  aBoolean,
  aConcurrency,
  aGroup,
  checkArgument,
  checkOptions,
  checkSend,
  checkSocketOptions,
  inSubscriberContext,
  Lifetime,
} from "@rxnetlink/core/internal";
import { Observable, Subject } from "rxjs";
import { Slices } from "./client/slices.js";
import { EINVAL } from "./linux/constants.js";
import { KernelSocket } from "./linux/kernel-socket.js";
import { type Libc, loadLibc } from "./linux/libc.js";
import { NO_NSID } from "./linux/origin.js";
import { type ArrivalSink, readUntilEmpty } from "./linux/read-until-empty.js";
import { Receiver, type TruncatedDatagram, type WholeDatagram } from "./linux/receiver.js";

/** Reads sockets in the thread of the event loop, in {@link Slices}. */
class Reader {
  readonly #receiver: Receiver;
  readonly #due = new Set<DirectSocket>();
  readonly #slices = new Slices(() => this.#readAll());

  constructor(libc: Libc) {
    this.#receiver = new Receiver(libc);
  }

  /** True if the current slice has time left. */
  get hasTime(): boolean {
    return !this.#slices.over;
  }

  /** Reads a socket until it is empty. */
  read(socket: DirectSocket): void {
    this.#due.add(socket);
    this.#slices.start();
  }

  #readAll(): void {
    for (const socket of this.#due) {
      if (!socket.readWith(this.#receiver) && this.#slices.over) return this.#slices.resume();
      this.#due.delete(socket);
    }
  }
}

/** A socket that is read at the end of each turn in which something was sent. */
class DirectSocket implements Socket, ArrivalSink {
  readonly #socket: KernelSocket;
  readonly #reader: Reader;
  readonly #arrivals = new Subject<Arrival>();
  readonly arrivals$ = this.#arrivals.pipe(inSubscriberContext());
  #tickets = 0;
  #closed = false;

  constructor(socket: KernelSocket, reader: Reader) {
    this.#socket = socket;
    this.#reader = reader;
  }

  get portId(): number {
    return this.#socket.portId;
  }

  send(bytes: Uint8Array, portId = 0): number {
    const ticket = this.#call(() => {
      checkSend(bytes, portId);
      this.#socket.send(bytes, portId);
    });
    this.#readSoon();
    return ticket;
  }

  join(group: number): number {
    return this.#call(() => this.#socket.join(checkArgument("join", "group", group, aGroup)));
  }

  leave(group: number): number {
    return this.#call(() => this.#socket.leave(checkArgument("leave", "group", group, aGroup)));
  }

  pause(yes: boolean): void {
    this.#call(() => {
      checkArgument("pause", "yes", yes, aBoolean);
      const resumes = this.#socket.paused && !yes;
      this.#socket.paused = yes;
      if (resumes) this.#readSoon();
    });
  }

  keepAlive(yes: boolean): void {
    this.#call(() => checkArgument("keepAlive", "yes", yes, aBoolean));
  }

  close(): void {
    this.#closed = true;
    this.#socket.close();
    this.#arrivals.complete();
  }

  /** Reads until nothing is left or the slice is over; returns false in the latter case. */
  readWith(receiver: Receiver): boolean {
    try {
      return readUntilEmpty(receiver, this.#socket, this, 1);
    } catch (error) {
      this.#arrivals.error(error);
      return true;
    }
  }

  get canReceive(): boolean {
    return !this.#closed && this.#reader.hasTime;
  }

  datagram(_: number, { bytes, portId, group, nsid }: WholeDatagram): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const known = nsid === NO_NSID ? undefined : nsid;
    const end = bytes.length;
    this.#arrivals.next({ type: "datagram", view, start: 0, end, portId, group, nsid: known });
  }

  truncated(_: number, { portId, group, size }: TruncatedDatagram): void {
    this.#arrivals.next({ type: "truncated", portId, group, size });
  }

  overrun(_: number, drops: number): void {
    this.#arrivals.next({ type: "overrun", drops });
  }

  drained(): void {
    this.#arrivals.next({ type: "drained" });
  }

  /** Makes a call and returns its ticket; errors arrive as a `callFailed` arrival. */
  #call(call: () => void): number {
    const ticket = ++this.#tickets;
    try {
      call();
    } catch (error) {
      queueMicrotask(() => this.#arrivals.next({ type: "callFailed", ticket, error: error as Error }));
    }
    return ticket;
  }

  #readSoon(): void {
    queueMicrotask(() => this.#reader.read(this));
  }
}

/**
 * Creates a transport without a worker thread, for programs that make a few requests and exit: they start 70 ms sooner.
 * The calling thread makes the system calls and blocks until each change is done; sockets are read only after something
 * was sent, so notifications arrive late or never; and other network namespaces cannot be entered.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function directTransport(options: SupplyOptions = {}): Transport {
  const { concurrency } = checkOptions("directTransport", options, { concurrency: aConcurrency });
  const lifetime = new Lifetime("the transport");
  let libc: Libc | undefined;
  let reader: Reader | undefined;
  function socket$(given: SocketOptions): Observable<Socket> {
    return new Observable((subscriber) => {
      const options = checkSocketOptions(given);
      if (options.namespace !== undefined)
        throw new SystemError("setns", EINVAL, "only a kernelTransport() can enter other namespaces");
      libc ??= loadLibc();
      reader ??= new Reader(libc);
      const socket = new DirectSocket(new KernelSocket(libc, options), reader);
      subscriber.add(() => socket.close());
      subscriber.next(socket);
    });
  }
  return {
    supply: new SocketSupply(concurrency),
    socket$: (options) => lifetime.within(socket$(options)),
    async close() {
      lifetime.end();
    },
  };
}
