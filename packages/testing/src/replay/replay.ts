import type { Socket, Transport } from "@rxnetlink/core";
import {
  aByteArray,
  aFunction,
  anObjectWith,
  checkArgument,
  checkOptions,
  checkSocketOptions,
  Lifetime,
  type NumberedSocketOptions,
  type OptionChecks,
  oneOf,
} from "@rxnetlink/core/internal";
import {
  asyncScheduler,
  Observable,
  type SchedulerLike,
  type Subscriber,
  type TimestampProvider,
} from "rxjs";
import type { LayoutOf } from "../message-layouts.js";
import { readRecording } from "../recording/recording-reader.js";
import { clockOf, JumpingClock } from "./clock.js";
import { Conversation } from "./conversation.js";
import { RecordedOrder } from "./recorded-order.js";
import { RecordedRequests } from "./recorded-requests.js";
import { type ReplayContext, ReplaySocket } from "./replay-socket.js";
import { RequestIds } from "./request-ids.js";
import { UnsolicitedEvents } from "./unsolicited.js";

/** Options of {@link replay}. */
export interface ReplayOptions {
  /**
   * `"fast"` (the default) keeps the order, and waits for nothing but the requests that were recorded before an event, for a
   * second at most. `"asRecorded"` waits as long as the kernel took: for a reply
   * since its request, for a notification since its socket was opened.
   */
  readonly pace?: "fast" | "asRecorded";
  /**
   * Scheduler of the pace `"asRecorded"`; the clock of the machine by default. A `TestScheduler` suits notifications, but
   * not requests: they leave at the end of a turn, for which its virtual time does not wait.
   */
  readonly scheduler?: SchedulerLike;
  /** Layouts by message type, from {@link layoutsOf}: errors then show the content of requests rather than bytes. */
  readonly layoutOf?: LayoutOf;
}

/** A transport that plays a recording, and a clock that tells how far: `timestamp(transport)` dates its notifications. */
export interface ReplayTransport extends Transport, TimestampProvider {
  /** Returns the time at which the last notification was recorded, in milliseconds since 1970. */
  now(): number;
}

const REPLAY_CHECKS: OptionChecks<ReplayOptions> = {
  pace: oneOf("fast", "asRecorded"),
  scheduler: anObjectWith("schedule"),
  layoutOf: aFunction,
};

function open(
  socket: ReplaySocket,
  { groups = [] }: NumberedSocketOptions,
  subscriber: Subscriber<Socket>,
): void {
  subscriber.next(socket);
  try {
    socket.listen(groups);
  } catch (error) {
    subscriber.error(error);
  }
}

/** Returns the time from the first to the last event, in milliseconds. */
function durationOf(conversations: readonly Conversation[]): number {
  let [begin, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { socket } of conversations) {
    begin = Math.min(begin, socket.opened);
    end = Math.max(end, socket.opened + (socket.events.at(-1)?.at ?? 0));
  }
  return Math.max(0, end - begin);
}

/**
 * Creates a transport whose kernel is a recording by `recording()` or `recordTo()`. It works on any system.
 *
 * - Requests are matched to recorded requests by protocol, namespace, type, flags and content, and get the recorded
 *   replies. If a request was recorded several times, its replies come in order; the last reply to a query is repeated,
 *   while a change can be made just as often as it was recorded. Other requests fail with a {@link NotRecordedError};
 *   queries do so when the recording ends.
 * - A socket with multicast groups receives the events of a recorded socket with the same groups, overruns included, or
 *   else those of other sockets with its groups. It completes when the recording ends. Changes requested by the program
 *   are again recognized as its own.
 * - Namespaces are compared if they are names or paths; process ids and descriptors differ between processes.
 *
 * @throws DecodeError if the bytes are not a recording. A truncated one is played up to its last complete block.
 *
 * @example
 * const { link } = rtnetlink({ transport: replay(readFileSync("netlink.pcapng")) });
 * link.list$().subscribe(({ ifname }) => console.log(ifname));
 */
export function replay(bytes: Uint8Array, options: ReplayOptions = {}): ReplayTransport {
  checkArgument("replay", "bytes", bytes, aByteArray);
  const { scheduler, layoutOf, ...how } = checkOptions("replay", options, REPLAY_CHECKS);
  const { pace = scheduler === undefined ? "fast" : "asRecorded" } = how;
  const conversations = readRecording(bytes).map((socket) => new Conversation(socket));
  const requests = conversations.flatMap((conversation) => conversation.requests);
  const clock = pace === "fast" ? new JumpingClock() : clockOf(scheduler ?? asyncScheduler);
  const recorded = new RecordedRequests(requests, layoutOf);
  const context: ReplayContext = {
    clock,
    requests: recorded,
    order: pace === "fast" ? new RecordedOrder(clock, recorded) : undefined,
    unsolicited: new UnsolicitedEvents(conversations),
    ids: new RequestIds(),
    end: clock.now() + durationOf(conversations),
    time: Math.min(...conversations.map(({ socket }) => socket.opened)),
  };
  const lifetime = new Lifetime("the transport");
  // Unused in the recording, so that changes by others are not taken for those of the program.
  const taken = new Set(conversations.map(({ socket }) => socket.portId));
  let portId = 0;
  function nextPortId(): number {
    do portId++;
    while (taken.has(portId));
    return portId;
  }
  return {
    socket$: (given) =>
      lifetime.within(
        new Observable<Socket>((subscriber) => {
          const options = checkSocketOptions(given);
          const socket = new ReplaySocket(options.portId ?? nextPortId(), context, options, subscriber);
          subscriber.add(context.clock.schedule(() => open(socket, options, subscriber), 0));
        }),
      ),
    now: () => context.time,
    async close() {
      lifetime.end();
    },
  };
}
