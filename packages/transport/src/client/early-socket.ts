import type { Arrival, GroupOf, Socket } from "@rxnetlink/core";
import { inSubscriberContext } from "@rxnetlink/core/internal";
import { Observable, type Observer, type Subscriber } from "rxjs";
import { onlyAsks } from "../linux/messages-in.js";
import type { DirectSocket } from "./direct-socket.js";
import type { OpenSocket } from "./open-socket.js";

/** Dependencies of an {@link EarlySocket}. */
export interface EarlySocketDeps {
  /** Receives what ends the socket. */
  readonly owner: Observer<Socket>;
  /**
   * Hands a socket over to the pump.
   *
   * @throws SystemError if the pump cannot start.
   */
  handOver(socket: DirectSocket): OpenSocket;
  /** Handles an overflow of its receive queue. */
  overrun(arrival: Extract<Arrival, { type: "overrun" }>): void;
}

/**
 * A socket from before the pump runs. The calling thread itself asks the kernel questions that are answered at once; for
 * anything else, the socket is handed over to the pump.
 */
export class EarlySocket implements Socket {
  readonly portId: number;
  readonly #direct: DirectSocket;
  readonly #deps: EarlySocketDeps;
  #moved: OpenSocket | undefined;
  #receiver: Subscriber<Arrival> | undefined;
  #alive = false;
  readonly arrivals$ = new Observable<Arrival>((subscriber) => {
    this.#receiver = subscriber;
  }).pipe(inSubscriberContext());

  constructor(direct: DirectSocket, deps: EarlySocketDeps) {
    this.portId = direct.portId;
    this.#direct = direct;
    this.#deps = deps;
    direct.arrivals$.subscribe({
      next: (arrival) => {
        if (arrival.type === "overrun") deps.overrun(arrival);
        this.#receiver?.next(arrival);
      },
      error: (error) => {
        this.#receiver?.error(error);
        deps.owner.error(error);
      },
    });
  }

  send(bytes: Uint8Array, portId = 0, group?: GroupOf): number {
    const asks = portId === 0 && group === undefined && ArrayBuffer.isView(bytes) && onlyAsks(bytes);
    return asks
      ? this.#here().send(bytes, portId)
      : this.#there((socket) => socket.send(bytes, portId, group));
  }

  join(group: GroupOf): number {
    return this.#there((socket) => socket.join(group));
  }

  leave(group: GroupOf): number {
    return this.#there((socket) => socket.leave(group));
  }

  pause(yes: boolean): void {
    this.#here().pause(yes);
  }

  keepAlive(yes: boolean): void {
    this.#alive = yes;
    this.#here().keepAlive(yes);
  }

  close(): void {
    this.#here().close();
    this.#receiver?.complete();
  }

  /** Completes the stream that emitted the socket, which closes it. */
  end(): void {
    this.#deps.owner.complete();
  }

  /**
   * Hands the socket over to the pump, unless it has been.
   *
   * @throws SystemError if the pump cannot start.
   */
  handOver(): OpenSocket {
    if (this.#moved !== undefined) return this.#moved;
    const moved = this.#deps.handOver(this.#direct);
    this.#moved = moved;
    moved.arrivals$.subscribe({
      next: (arrival) => this.#receiver?.next(arrival),
      error: (error) => this.#receiver?.error(error),
    });
    moved.keepAlive(this.#alive);
    return moved;
  }

  #here(): DirectSocket | OpenSocket {
    return this.#moved ?? this.#direct;
  }

  #there(call: (socket: OpenSocket) => number): number {
    try {
      return call(this.handOver());
    } catch (error) {
      return this.#direct.reject(error);
    }
  }
}
