import { Observable, type Subscriber, type TeardownLogic } from "rxjs";
import type { ChangeNotification } from "../connection/notification.js";
import { follow } from "./follow.js";
import type { Probe } from "./probe.js";
import type { Endpoint, StateRestored } from "./readings.js";
import { RequestTrace, type TracedRequest } from "./request-trace.js";

const none = () => 0;

/** Publishes what one connection does, as long as somebody listens. */
export class Publisher {
  readonly #probe: Probe | undefined;
  readonly #endpoint: Endpoint;

  /** @param probe - The probe of the transport, if it has one. */
  constructor(probe: Probe | undefined, endpoint: Endpoint) {
    this.#probe = probe;
    this.#endpoint = endpoint;
  }

  /**
   * Returns the replies to a request, and publishes its course.
   *
   * @param subscribe - Sends the request for a subscriber. No Observable: with nobody to listen, it costs no second one.
   * @param describe - Describes the request; not called while nobody listens.
   * @param rejects - Returns how many requests a reply says were not applied.
   */
  request$<R>(
    subscribe: (subscriber: Subscriber<R>) => TeardownLogic,
    describe: () => TracedRequest,
    rejects: (reply: R) => number = none,
  ): Observable<R> {
    const channels = this.#probe?.requests;
    return new Observable((subscriber) => {
      if (!channels?.hasSubscribers) return subscribe(subscriber);
      const trace = new RequestTrace(this.#endpoint, describe());
      follow(trace, channels, new Observable(subscribe), subscriber, rejects);
      return undefined;
    });
  }

  /** Publishes that a datagram was read. */
  datagram(bytes: number, messages: number): void {
    const channel = this.#probe?.datagrams;
    if (channel?.hasSubscribers) channel.publish({ ...this.#endpoint, bytes, messages });
  }

  /** Publishes that a notification was read. */
  notification({ object, type }: ChangeNotification<unknown>): void {
    const channel = this.#probe?.notifications;
    if (channel?.hasSubscribers) channel.publish({ ...this.#endpoint, object, type });
  }

  /** Publishes that state was listed again after a loss. */
  resync(restored: Omit<StateRestored, keyof Endpoint>): void {
    const channel = this.#probe?.resyncs;
    if (channel?.hasSubscribers) channel.publish({ ...this.#endpoint, ...restored });
  }
}
