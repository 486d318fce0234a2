import type { Arrival, GroupOf, Socket } from "@rxnetlink/core";
import {
  aBoolean,
  addressedGroup,
  checkArgument,
  checkSend,
  groupNumber,
  inSubscriberContext,
} from "@rxnetlink/core/internal";
import { Observable, type Observer, type Subscriber } from "rxjs";
import { overrun } from "../diagnostics/channels.js";
import type { SocketOverrun } from "../statistics.js";
import type { PumpClient, SocketObserver } from "./pump-client.js";

/** Reports an overflow of a socket to those who watch all sockets. */
export function reportOverrun(
  { protocol, portId }: Pick<SocketOverrun, "protocol" | "portId">,
  { drops = 0 }: Extract<Arrival, { type: "overrun" }>,
  overruns: Observer<SocketOverrun>,
): void {
  const lost = { protocol, portId, drops };
  overrun.publish(lost);
  overruns.next(lost);
}

/** A socket of a pump. It emits itself when it is open, and errors or completes with the pump. */
export class OpenSocket implements Socket, SocketObserver {
  readonly protocol: number;
  readonly #pump: PumpClient;
  readonly #owner: Observer<Socket>;
  readonly #overruns: Observer<SocketOverrun>;
  readonly #number: number;
  #receiver: Subscriber<Arrival> | undefined;
  #portId = 0;
  #alive = false;
  #closed = false;
  readonly arrivals$ = new Observable<Arrival>((subscriber) => {
    this.#receiver = subscriber;
  }).pipe(inSubscriberContext());

  /** @param open - Opens the socket, or hands it over to the pump, and returns its number. */
  constructor(
    protocol: number,
    pump: PumpClient,
    open: (observer: SocketObserver) => number,
    owner: Observer<Socket>,
    overruns: Observer<SocketOverrun>,
  ) {
    this.protocol = protocol;
    this.#pump = pump;
    this.#owner = owner;
    this.#overruns = overruns;
    this.#number = open(this);
  }

  get portId(): number {
    return this.#portId;
  }

  send(bytes: Uint8Array, portId = 0, group?: GroupOf): number {
    try {
      checkSend(bytes, portId);
      return this.#pump.send(this.#number, bytes, portId, addressedGroup(this.protocol, group));
    } catch (error) {
      return this.#reject(error);
    }
  }

  join(group: GroupOf): number {
    return this.#membership("join", group);
  }

  leave(group: GroupOf): number {
    return this.#membership("leave", group);
  }

  pause(yes: boolean): void {
    if (this.#accepts("pause", yes)) this.#pump.pause(this.#number, yes);
  }

  keepAlive(yes: boolean): void {
    if (yes === this.#alive || !this.#accepts("keepAlive", yes) || (yes && this.#closed)) return;
    this.#alive = yes;
    this.#pump.keepAlive(yes);
  }

  opened(portId: number): void {
    this.#portId = portId;
    this.#owner.next(this);
  }

  receive(arrival: Arrival): void {
    if (arrival.type === "overrun") reportOverrun(this, arrival, this.#overruns);
    this.#receiver?.next(arrival);
  }

  failed(error: Error): void {
    this.#receiver?.error(error);
    this.#owner.error(error);
  }

  closed(): void {
    this.#owner.complete();
  }

  /** Closes the socket, which nobody uses any longer. */
  close(): void {
    this.#pump.close(this.#number);
    this.keepAlive(false);
    this.#closed = true;
    this.#receiver?.complete();
  }

  #membership(type: "join" | "leave", group: GroupOf): number {
    try {
      const number = groupNumber(type, "group", this.protocol, group);
      return this.#pump.membership(type, this.#number, number);
    } catch (error) {
      return this.#reject(error);
    }
  }

  /** True if an argument is usable; otherwise the call fails with a ticket that nobody has. */
  #accepts(callee: string, yes: boolean): boolean {
    try {
      checkArgument(callee, "yes", yes, aBoolean);
      return true;
    } catch (error) {
      this.#reject(error);
      return false;
    }
  }

  /** Fails a call in a later turn; returns its ticket. */
  #reject(error: unknown): number {
    return this.#pump.reject(this.#number, error as Error);
  }
}
