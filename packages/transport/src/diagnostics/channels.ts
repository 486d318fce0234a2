// Each is typed as core has channels: the types of this package need no others.
import { channel, tracingChannel } from "node:diagnostics_channel";
import type { EventChannel, Probe, RequestTrace } from "@rxnetlink/core";
import type { SocketOverrun, TransportStatistics } from "../statistics.js";
import type { SocketTrace, ThreadTrace } from "./traces.js";

/** Publishes what connections do on channels of `node:diagnostics_channel`, whose names begin with `rxnetlink:`. */
export const diagnostics: Probe = {
  requests: tracingChannel<unknown, RequestTrace>("rxnetlink:request"),
  datagrams: channel("rxnetlink:datagram"),
  notifications: channel("rxnetlink:notification"),
  resyncs: channel("rxnetlink:resync"),
};

/** Publishes each {@link SocketTrace} when the socket is open. */
export const socketOpened: EventChannel<SocketTrace> = channel("rxnetlink:socket:opened");
/** Publishes the same object when the socket is closed. */
export const socketClosed: EventChannel<SocketTrace> = channel("rxnetlink:socket:closed");
/** Publishes each {@link SocketOverrun}. */
export const overrun: EventChannel<SocketOverrun> = channel("rxnetlink:overrun");
/** Publishes each {@link ThreadTrace} when the thread runs. */
export const threadStarted: EventChannel<ThreadTrace> = channel("rxnetlink:thread:started");
/** Publishes the same object when the thread has ended. */
export const threadEnded: EventChannel<ThreadTrace> = channel("rxnetlink:thread:ended");
/** Publishes {@link TransportStatistics}. */
export const statistics: EventChannel<TransportStatistics> = channel("rxnetlink:statistics");
