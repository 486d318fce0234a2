import { type Arrival, type Socket, type SocketOptions, SystemError, type Transport } from "@rxnetlink/core";
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
  SocketSupply,
  type SupplyOptions,
} from "@rxnetlink/core/internal";
import { Observable, Subject } from "rxjs";
import { NO_NSID } from "./channel/slab.js";
import { Slices } from "./client/slices.js";
import { EAGAIN, EINTR, EINVAL, ENOBUFS } from "./linux/constants.js";
import { KernelSocket } from "./linux/kernel-socket.js";
import { type Libc, loadLibc } from "./linux/libc.js";
import { type Received, Receiver, tooLarge } from "./linux/receiver.js";

function arrivalOf(received: Received): Arrival {
  const { portId, group } = received;
  if (received.bytes === undefined) {
    if (portId === 0) throw tooLarge(received.size);
    return { type: "truncated", portId, group, size: received.size };
  }
  const { bytes, nsid } = received;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const known = nsid === NO_NSID ? undefined : nsid;
  return { type: "datagram", view, start: 0, end: bytes.length, portId, group, nsid: known };
}

/** Reads sockets in the event loop's own thread, in {@link Slices}. */
class Reader {
  readonly receiver: Receiver;
  readonly #due = new Set<DirectSocket>();
  readonly #slices = new Slices(() => this.#read());

  constructor(libc: Libc) {
    this.receiver = new Receiver(libc);
  }

  /** Has a socket read until it is empty. */
  read(socket: DirectSocket): void {
    this.#due.add(socket);
    this.#slices.go();
  }

  #read(): void {
    for (const socket of this.#due) {
      while (socket.readOne()) if (this.#slices.over) return this.#slices.goOn();
      this.#due.delete(socket);
    }
  }
}

/** A socket that is read at the end of each turn in which something was sent. */
class DirectSocket implements Socket {
  readonly #socket: KernelSocket;
  readonly #reader: Reader;
  readonly #arrivals = new Subject<Arrival>();
  readonly arrivals$ = this.#arrivals.pipe(inSubscriberContext());
  #tickets = 0;
  #congested = false;
  #paused = false;
  #closed = false;

  constructor(socket: KernelSocket, reader: Reader) {
    this.#socket = socket;
    this.#reader = reader;
  }

  get portId(): number {
    return this.#socket.portId;
  }

  send(bytes: Uint8Array, portId = 0): number {
    const ticket = this.#try(() => {
      checkSend(bytes, portId);
      this.#socket.send(bytes, portId);
    });
    this.#readSoon();
    return ticket;
  }

  join(group: number): number {
    return this.#try(() => this.#socket.join(checkArgument("join", "group", group, aGroup)));
  }

  leave(group: number): number {
    return this.#try(() => this.#socket.leave(checkArgument("leave", "group", group, aGroup)));
  }

  pause(yes: boolean): void {
    this.#try(() => {
      checkArgument("pause", "yes", yes, aBoolean);
      const goesOn = this.#paused && !yes;
      this.#paused = yes;
      if (goesOn) this.#readSoon();
    });
  }

  keepAlive(yes: boolean): void {
    this.#try(() => checkArgument("keepAlive", "yes", yes, aBoolean));
  }

  close(): void {
    this.#closed = true;
    this.#socket.close();
    this.#arrivals.complete();
  }

  #try(call: () => void): number {
    const ticket = ++this.#tickets;
    try {
      call();
    } catch (error) {
      queueMicrotask(() => this.#arrivals.next({ type: "callFailed", ticket, error: error as Error }));
    }
    return ticket;
  }

  /** Reads a datagram; `false` where there is none, or none is wanted. */
  readOne(): boolean {
    if (this.#closed || this.#paused) return false;
    try {
      return this.#receive();
    } catch (error) {
      this.#arrivals.error(error);
      return false;
    }
  }

  #readSoon(): void {
    queueMicrotask(() => this.#reader.read(this));
  }

  #receive(): boolean {
    const { receiver } = this.#reader;
    const count = receiver.receive(this.#socket.fd, 1);
    if (count === -EAGAIN) return this.#emptied();
    if (count === -ENOBUFS) this.#overflowed();
    else if (count < 0 && count !== -EINTR) throw new SystemError("recvmmsg", -count);
    if (count === 1) this.#arrivals.next(arrivalOf(receiver.at(0)));
    return true;
  }

  #overflowed(): void {
    this.#congested = true;
    this.#arrivals.next({ type: "overrun", drops: this.#socket.memory().drops });
  }

  #emptied(): false {
    if (this.#congested) this.#arrivals.next({ type: "drained" });
    this.#congested = false;
    return false;
  }
}

/**
 * Netlink sockets without a thread, for programs that ask a few things and end: they start 70 ms sooner. The calling
 * thread makes the system calls and waits for each, however slow the change; sockets are read only when something
 * was sent, so notifications come late or never; and other network namespaces cannot be entered.
 *
 * @throws ArgumentError where an option does not exist, or is not what it has to be.
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
        throw new SystemError("setns", EINVAL, "only a kernelTransport() enters other namespaces");
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
