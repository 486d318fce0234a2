import { channel } from "node:diagnostics_channel";
import { type Arrival, inOwnContext, type Socket } from "@rxnetlink/core";
import { Observable, type Observer, type Subscriber } from "rxjs";
import type { Pump } from "./pump.js";
import type { Loss } from "./statistics.js";

/** Tells of each {@link Loss}. */
const OVERRUN_CHANNEL = "rxnetlink:overrun";

/** A socket of a pump, as its user sees it. */
export class OpenSocket implements Socket {
  #receiver: Subscriber<Arrival> | undefined;
  #alive = false;
  #closed = false;
  readonly #pump: Pump;
  readonly #number: number;
  readonly #losses: Observer<Loss>;
  readonly arrivals$ = new Observable<Arrival>((subscriber) => {
    this.#receiver = subscriber;
  }).pipe(inOwnContext());

  constructor(
    pump: Pump,
    number: number,
    readonly portId: number,
    losses: Observer<Loss>,
  ) {
    this.#losses = losses;
    this.#pump = pump;
    this.#number = number;
  }

  send(bytes: Uint8Array, portId = 0): number {
    return this.#pump.send(this.#number, bytes, portId);
  }

  join(group: number): number {
    return this.#pump.membership("join", this.#number, group);
  }

  leave(group: number): number {
    return this.#pump.membership("leave", this.#number, group);
  }

  pause(yes: boolean): void {
    this.#pump.pause(this.#number, yes);
  }

  keepAlive(yes: boolean): void {
    if (yes === this.#alive || (yes && this.#closed)) return;
    this.#alive = yes;
    this.#pump.keepAlive(yes);
  }

  arrived(arrival: Arrival): void {
    if (arrival.kind === "overrun") this.#lost(arrival.drops);
    this.#receiver?.next(arrival);
  }

  failed(error: Error): void {
    this.#receiver?.error(error);
  }

  #lost(drops = 0): void {
    const loss = { portId: this.portId, drops };
    channel(OVERRUN_CHANNEL).publish(loss);
    this.#losses.next(loss);
  }

  /** Nobody holds the socket any more. */
  closed(): void {
    this.keepAlive(false);
    this.#closed = true;
    this.#receiver?.complete();
  }
}
