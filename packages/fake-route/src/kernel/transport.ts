import {
  checkSocketOptions,
  errnoOf,
  Lifetime,
  type Socket,
  type SocketOptions,
  SystemError,
  type Transport,
} from "@rxnetlink/core";
import { NETLINK_ROUTE } from "@rxnetlink/route";
import { Observable } from "rxjs";
import { FakeSocket, type Kernel } from "./socket.js";

/** The sockets of a fake kernel. */
export class FakeTransport implements Transport {
  readonly #sockets = new Set<FakeSocket>();
  readonly #lifetime = new Lifetime("the transport");
  readonly #kernel: Kernel;
  readonly #limit: number;
  #portIds = 1000;

  /** @param limit - How many datagrams the receive queue of a socket holds. */
  constructor(kernel: Kernel, limit: number) {
    this.#kernel = kernel;
    this.#limit = limit;
  }

  /** The sockets that are open. */
  get sockets(): ReadonlySet<FakeSocket> {
    return this.#sockets;
  }

  socket$(options: SocketOptions): Observable<Socket> {
    const socket$ = new Observable<Socket>((subscriber) => {
      checkSocketOptions(options);
      if (options.protocol !== NETLINK_ROUTE) {
        const hint = "the fake kernel knows NETLINK_ROUTE alone";
        return subscriber.error(new SystemError("socket", errnoOf("EPROTONOSUPPORT")!, hint));
      }
      const socket = new FakeSocket(options.portId ?? ++this.#portIds, this.#kernel, options, this.#limit);
      subscriber.add(() => {
        socket.close();
        this.#sockets.delete(socket);
      });
      // Like a real one, it opens in a later turn.
      queueMicrotask(() => {
        if (subscriber.closed) return;
        this.#sockets.add(socket);
        subscriber.next(socket);
      });
      return undefined;
    });
    return this.#lifetime.within(socket$);
  }

  async close(): Promise<void> {
    this.#lifetime.end();
  }
}
