import {
  errnoOf,
  type Protocol,
  type Socket,
  type SocketOptions,
  SystemError,
  type Transport,
} from "@rxnetlink/core";
import { checkSocketOptions, Lifetime, protocolConstant, protocolNumber } from "@rxnetlink/core/internal";
import { Observable } from "rxjs";
import { FakeSocket, type RequestHandler } from "./fake-socket.js";

/** Limits of a fake transport. */
export interface FakeTransportOptions {
  /** The only protocol, by name or number. */
  readonly protocol: Protocol;
  /** Capacity of the receive queue of a socket, in datagrams. */
  readonly receiveQueue: number;
}

/** The sockets of a fake kernel. */
export class FakeTransport implements Transport {
  readonly #sockets = new Set<FakeSocket>();
  readonly #lifetime = new Lifetime("the transport");
  readonly #handler: RequestHandler;
  readonly #options: FakeTransportOptions;
  #portIds = 1000;

  constructor(handler: RequestHandler, options: FakeTransportOptions) {
    this.#handler = handler;
    this.#options = options;
  }

  /** The open sockets. */
  get sockets(): ReadonlySet<FakeSocket> {
    return this.#sockets;
  }

  socket$(given: SocketOptions): Observable<Socket> {
    const socket$ = new Observable<Socket>((subscriber) => {
      const options = checkSocketOptions(given);
      const { receiveQueue } = this.#options;
      const protocol = protocolNumber("FakeTransport", this.#options.protocol);
      if (options.protocol !== protocol) {
        const hint = `the fake kernel has only ${protocolConstant(protocol)}`;
        return subscriber.error(new SystemError("socket", errnoOf("EPROTONOSUPPORT")!, hint));
      }
      const portId = options.portId ?? ++this.#portIds;
      const socket = new FakeSocket(portId, this.#handler, options, receiveQueue);
      subscriber.add(() => {
        socket.close();
        this.#sockets.delete(socket);
      });
      // Like a real socket, it opens in a later turn.
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
