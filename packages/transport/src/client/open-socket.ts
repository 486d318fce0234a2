import { channel } from "node:diagnostics_channel";
import type { Arrival, Socket } from "@rxnetlink/core";
import { aBoolean, aGroup, checkArgument, checkSend, inSubscriberContext } from "@rxnetlink/core/internal";
import { Observable, type Observer, type Subscriber } from "rxjs";
import type { Loss } from "../statistics.js";
import type { PumpClient } from "./pump-client.js";

/** Tells of each {@link Loss}. */
const OVERRUN_CHANNEL = "rxnetlink:overrun";

/** A socket of a pump, as its user sees it. */
export class OpenSocket implements Socket {
  #receiver: Subscriber<Arrival> | undefined;
  #alive = false;
  #closed = false;
  readonly #pump: PumpClient;
  readonly #number: number;
  readonly #losses: Observer<Loss>;
  readonly arrivals$ = new Observable<Arrival>((subscriber) => {
    this.#receiver = subscriber;
  }).pipe(inSubscriberContext());

  constructor(
    pump: PumpClient,
    number: number,
    readonly portId: number,
    losses: Observer<Loss>,
  ) {
    this.#losses = losses;
    this.#pump = pump;
    this.#number = number;
  }

  send(bytes: Uint8Array, portId = 0): number {
    try {
      checkSend(bytes, portId);
      return this.#pump.send(this.#number, bytes, portId);
    } catch (error) {
      return this.#refuse(error);
    }
  }

  join(group: number): number {
    return this.#membership("join", group);
  }

  leave(group: number): number {
    return this.#membership("leave", group);
  }

  pause(yes: boolean): void {
    if (this.#takes("pause", yes)) this.#pump.pause(this.#number, yes);
  }

  keepAlive(yes: boolean): void {
    if (yes === this.#alive || !this.#takes("keepAlive", yes) || (yes && this.#closed)) return;
    this.#alive = yes;
    this.#pump.keepAlive(yes);
  }

  #membership(op: "join" | "leave", group: number): number {
    try {
      return this.#pump.membership(op, this.#number, checkArgument(op, "group", group, aGroup));
    } catch (error) {
      return this.#refuse(error);
    }
  }

  /** Whether a call has what it takes; otherwise it fails, by a ticket that nobody has. */
  #takes(callee: string, yes: boolean): boolean {
    try {
      checkArgument(callee, "yes", yes, aBoolean);
      return true;
    } catch (error) {
      this.#refuse(error);
      return false;
    }
  }

  /** Fails a call, in a later turn. */
  #refuse(error: unknown): number {
    return this.#pump.refuse(this.#number, error as Error);
  }

  arrived(arrival: Arrival): void {
    if (arrival.type === "overrun") this.#lost(arrival.drops);
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
