import type { DatagramRead, NotificationRead, StateRestored } from "./readings.js";
import type { RequestTrace } from "./request-trace.js";

/** A place where events are published, such as a channel of `node:diagnostics_channel`. */
export interface EventChannel<E> {
  /** True while somebody listens; otherwise no event is made. */
  readonly hasSubscribers: boolean;
  /** Publishes an event. */
  publish(event: E): void;
}

/** A channel that can also run a function in a context of its listeners, such as the span that they began. */
export interface ScopeChannel<E> extends EventChannel<E> {
  /** Publishes an event and runs a function, in the context that listeners have bound to the channel. */
  runStores<R>(event: E, run: () => R): R;
}

/** Channels of the course of requests, as a `TracingChannel` of `node:diagnostics_channel` has them. */
export interface RequestChannels {
  /** True while somebody listens to one of them. */
  readonly hasSubscribers: boolean;
  /** The request begins: it is sent before `end`, or waits for its turn. */
  readonly start: ScopeChannel<RequestTrace>;
  /** The call that began it returns. */
  readonly end: EventChannel<RequestTrace>;
  /** The outcome is known, and the subscriber about to receive it. */
  readonly asyncStart: ScopeChannel<RequestTrace>;
  /** The subscriber has received it. */
  readonly asyncEnd: EventChannel<RequestTrace>;
  /** The request failed; precedes `asyncStart`. */
  readonly error: EventChannel<RequestTrace>;
}

/** The channels by which a transport publishes what its connections do. Without listeners, it costs nanoseconds. */
export interface Probe {
  /** Requests, dumps, batches and commits. */
  readonly requests: RequestChannels;
  /** Datagrams that connections have read. */
  readonly datagrams: EventChannel<DatagramRead>;
  /** Notifications of objects. */
  readonly notifications: EventChannel<NotificationRead>;
  /** State that was listed again after a loss. */
  readonly resyncs: EventChannel<StateRestored>;
}
