import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Meter } from "@opentelemetry/api";
import type { DatagramRead, Endpoint, NotificationRead, RequestTrace, StateRestored } from "@rxnetlink/core";
import { ATTRIBUTE, metricAttributes, placeAttributes } from "./attributes.js";

/** Bounds of the durations that are counted together, in seconds: a round trip takes some 20 µs, a large dump a second. */
const BOUNDS = [
  ...[0.00002, 0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005],
  ...[0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
];

function instrumentsOf(meter: Meter) {
  return {
    duration: meter.createHistogram("netlink.request.duration", {
      description: "Time from the subscription to a request until its outcome",
      unit: "s",
      advice: { explicitBucketBoundaries: BOUNDS },
    }),
    messages: meter.createCounter("netlink.messages", {
      description: "Messages received from the kernel",
      unit: "{message}",
    }),
    bytes: meter.createCounter("netlink.received", {
      description: "Bytes received from the kernel",
      unit: "By",
    }),
    notifications: meter.createCounter("netlink.notifications", {
      description: "Notifications of changes",
      unit: "{notification}",
    }),
    overruns: meter.createCounter("netlink.overruns", {
      description: "Overflows of receive buffers, each of which loses messages",
      unit: "{overrun}",
    }),
    resyncs: meter.createCounter("netlink.resyncs", {
      description: "Times that tracked state was listed again after a loss",
      unit: "{resync}",
    }),
    sockets: meter.createUpDownCounter("netlink.sockets", {
      description: "Open sockets",
      unit: "{socket}",
    }),
  };
}

/** Handlers by channel. */
type Listeners = Readonly<Record<string, (event: never) => void>>;

function listenersOf(meter: Meter, open: Set<Endpoint>): Listeners {
  const { duration, messages, bytes, notifications, overruns, resyncs, sockets } = instrumentsOf(meter);
  return {
    "tracing:rxnetlink:request:asyncStart": (trace: RequestTrace) =>
      duration.record((trace.duration ?? 0) / 1e3, metricAttributes(trace)),
    "rxnetlink:datagram": (read: DatagramRead) => {
      messages.add(read.messages, placeAttributes(read));
      bytes.add(read.bytes, placeAttributes(read));
    },
    "rxnetlink:notification": (read: NotificationRead) =>
      notifications.add(1, {
        ...placeAttributes(read),
        [ATTRIBUTE.object]: read.object,
        [ATTRIBUTE.change]: read.type,
      }),
    "rxnetlink:overrun": (lost: Endpoint) => overruns.add(1, placeAttributes(lost)),
    "rxnetlink:resync": (restored: StateRestored) =>
      resyncs.add(1, { ...placeAttributes(restored), [ATTRIBUTE.object]: restored.objects.join(",") }),
    "rxnetlink:socket:opened": (socket: Endpoint) => {
      open.add(socket);
      sockets.add(1, placeAttributes(socket));
    },
    // Those that were open before were not counted.
    "rxnetlink:socket:closed": (socket: Endpoint) => {
      if (open.delete(socket)) sockets.add(-1, placeAttributes(socket));
    },
  };
}

/** Counts and measures what connections do; returns a function that stops that. */
export function measure(meter: Meter): () => void {
  const open = new Set<Endpoint>();
  const listeners = Object.entries(listenersOf(meter, open)) as [string, (event: unknown) => void][];
  for (const [name, listener] of listeners) subscribe(name, listener);
  return () => {
    for (const [name, listener] of listeners) unsubscribe(name, listener);
    const closed = listeners.find(([name]) => name === "rxnetlink:socket:closed")?.[1];
    for (const socket of open) closed?.(socket);
  };
}
