import {
  type Arrival,
  ClosedError,
  type Socket,
  type SocketOptions,
  SystemError,
  type Transport,
} from "@rxnetlink/core";
import { Observable, Subject } from "rxjs";
import { EAGAIN, EINVAL, ENOBUFS } from "./constants.js";
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
    while (!this.#closed) {
      const count = this.#receiver.receive(this.#socket.fd, BATCH);
      if (count === -EAGAIN) return;
      if (count === -ENOBUFS) this.#arrivals.next({ kind: "overrun", drops: this.#socket.memory().drops });
      else if (count < 0) return this.#arrivals.error(new SystemError("recvmmsg", -count));
      for (let i = 0; i < count && !this.#closed; i++) this.#arrivals.next(arrivalOf(this.#receiver.at(i)));
    }
  }
}

/**
 * Netlink sockets without a thread, for programs that ask a few things and end: they start 70 ms sooner. The calling
 * thread makes the system calls and waits for each, however slow the change; sockets are read only when something
 * was sent, so notifications come late or never; and other network namespaces cannot be entered.
 */
export function directTransport(): Transport {
  const sockets = new Set<Subject<never>>();
  let libc: Libc | undefined;
  let receiver: Receiver | undefined;
  return {
    socket$: (options: SocketOptions) =>
      new Observable((subscriber) => {
        if (options.namespace !== undefined)
          throw new SystemError("setns", EINVAL, "only a kernelTransport() enters other namespaces");
        libc ??= loadLibc();
        receiver ??= new Receiver(libc);
        const socket = new DirectSocket(new KernelSocket(libc, options), receiver);
        const closing = new Subject<never>();
        sockets.add(closing);
        subscriber.add(closing.subscribe({ error: (error) => subscriber.error(error) }));
        subscriber.add(() => {
          sockets.delete(closing);
          socket.close();
        });
        subscriber.next(socket);
      }),
    async close() {
      for (const closing of sockets) closing.error(new ClosedError("the transport"));
    },
  };
}
