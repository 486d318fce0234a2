import {
  type Arrival,
  ClosedError,
  type Socket,
  type SocketOptions,
  SystemError,
  type Transport,
} from "@rxnetlink/core";
import { Observable, Subject, type Subscriber } from "rxjs";
import { EAGAIN, EINTR, EINVAL, ENOBUFS } from "./constants.js";
import { KernelSocket } from "./kernel-socket.js";
import { type Libc, loadLibc } from "./libc.js";
import { BATCH, type Received, Receiver } from "./receiver.js";
import { NO_NSID } from "./slab.js";

function arrivalOf({ bytes, portId, group, nsid }: Received): Arrival {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const known = nsid === NO_NSID ? undefined : nsid;
  return { kind: "datagram", view, start: 0, end: bytes.length, portId, group, nsid: known };
}

/** A socket that is read at the end of each turn in which something was sent. */
class DirectSocket implements Socket {
  readonly #socket: KernelSocket;
  readonly #receiver: Receiver;
  readonly #arrivals = new Subject<Arrival>();
  readonly arrivals$ = this.#arrivals.asObservable();
  #tickets = 0;
  #congested = false;
  #closed = false;

  constructor(socket: KernelSocket, receiver: Receiver) {
    this.#socket = socket;
    this.#receiver = receiver;
  }

  get portId(): number {
    return this.#socket.portId;
  }

  send(bytes: Uint8Array, portId = 0): number {
    const ticket = this.#try(() => this.#socket.send(bytes, portId));
    queueMicrotask(() => this.#drain());
    return ticket;
  }

  join(group: number): number {
    return this.#try(() => this.#socket.join(group));
  }

  leave(group: number): number {
    return this.#try(() => this.#socket.leave(group));
  }

  pause(): void {}

  keepAlive(): void {}

  close(): void {
    this.#closed = true;
    this.#socket.close();
    this.#arrivals.complete();
  }

  /** Ends what arrives with an error. */
  fail(error: Error): void {
    this.#arrivals.error(error);
  }

  #try(call: () => void): number {
    const ticket = ++this.#tickets;
    try {
      call();
    } catch (error) {
      queueMicrotask(() => this.#arrivals.next({ kind: "failed", ticket, error: error as Error }));
    }
    return ticket;
  }

  #drain(): void {
    try {
      while (!this.#closed && this.#readBatch()) {}
    } catch (error) {
      this.#arrivals.error(error);
    }
  }

  /** Reads some datagrams; `false` where there are none. */
  #readBatch(): boolean {
    const count = this.#receiver.receive(this.#socket.fd, BATCH);
    if (count === -EAGAIN) return this.#emptied();
    if (count === -ENOBUFS) this.#overflowed();
    else if (count < 0 && count !== -EINTR) throw new SystemError("recvmmsg", -count);
    for (let i = 0; i < count && !this.#closed; i++) this.#arrivals.next(arrivalOf(this.#receiver.at(i)));
    return true;
  }

  #overflowed(): void {
    this.#congested = true;
    this.#arrivals.next({ kind: "overrun", drops: this.#socket.memory().drops });
  }

  #emptied(): false {
    if (this.#congested) this.#arrivals.next({ kind: "drained" });
    this.#congested = false;
    return false;
  }
}

/**
 * Netlink sockets without a thread, for programs that ask a few things and end: they start 70 ms sooner. The calling
 * thread makes the system calls and waits for each, however slow the change; sockets are read only when something
 * was sent, so notifications come late or never; and other network namespaces cannot be entered.
 */
export function directTransport(): Transport {
  const sockets = new Map<DirectSocket, Subscriber<Socket>>();
  let libc: Libc | undefined;
  let receiver: Receiver | undefined;
  let closed = false;
  return {
    socket$: (options: SocketOptions) =>
      new Observable((subscriber) => {
        if (closed) throw new ClosedError("the transport");
        if (options.namespace !== undefined)
          throw new SystemError("setns", EINVAL, "only a kernelTransport() enters other namespaces");
        libc ??= loadLibc();
        receiver ??= new Receiver(libc);
        const socket = new DirectSocket(new KernelSocket(libc, options), receiver);
        sockets.set(socket, subscriber);
        subscriber.add(() => {
          sockets.delete(socket);
          socket.close();
        });
        subscriber.next(socket);
      }),
    async close() {
      closed = true;
      const error = new ClosedError("the transport");
      for (const [socket, subscriber] of [...sockets]) {
        socket.fail(error);
        subscriber.error(error);
      }
    },
  };
}
