import { Subscription } from "rxjs";
import type { Clock } from "./clock.js";
import type { RecordedRequests } from "./recorded-requests.js";

/** Time a program has to send the requests that were recorded before an event, in milliseconds. */
const PATIENCE_MS = 1000;

/**
 * Keeps events behind the requests that were recorded before them, for a clock that does not wait: a program that reads a
 * link some milliseconds after an event would otherwise get an old reply after later events. A program that does not send
 * all of these requests differs from the recorded one, and is waited for just once.
 */
export class RecordedOrder {
  readonly #clock: Clock;
  readonly #requests: RecordedRequests;
  #patient = true;

  constructor(clock: Clock, requests: RecordedRequests) {
    this.#clock = clock;
    this.#requests = requests;
  }

  /** Calls an action once everything that was recorded before a time has been sent: now, if it has. */
  whenSent(time: number, action: () => void): Subscription {
    if (!this.#patient || !this.#requests.lacks(time)) {
      action();
      return Subscription.EMPTY;
    }
    const held = new Subscription();
    const release = (delay: number) => {
      clearTimeout(tired);
      sent.unsubscribe();
      held.add(this.#clock.schedule(action, delay));
    };
    const tired = setTimeout(() => {
      this.#patient = false;
      release(0);
    }, PATIENCE_MS);
    const sent = this.#requests.taken$.subscribe((request) => {
      // Behind the reply.
      if (!this.#requests.lacks(time)) release(time - request.time);
    });
    held.add(() => clearTimeout(tired));
    held.add(sent);
    return held;
  }
}
