import type { Socket, SocketOptions, Transport } from "@rxnetlink/core";
import {
  aByteArray,
  aFunction,
  anObjectWith,
  checkArgument,
  checkOptions,
  checkSocketOptions,
  Lifetime,
  type OptionChecks,
  oneOf,
} from "@rxnetlink/core/internal";
import { asyncScheduler, Observable, type SchedulerLike, type Subscriber } from "rxjs";
import type { LayoutOf } from "../message-layouts.js";
import { readRecording } from "../recording/recording-reader.js";
import { Addresses } from "./addresses.js";
import { clockOf, JumpingClock } from "./clock.js";
import { Conversation } from "./conversation.js";
import { Exchanges } from "./exchanges.js";
import { Notices } from "./notices.js";
import { type Replayed, ReplaySocket } from "./replay-socket.js";

/** How {@link replay} plays a recording. */
export interface ReplayOptions {
  /**
   * `"fast"` waits for nothing and keeps the order alone; it is the default. `"asRecorded"` waits as long as the kernel
   * took: for an answer since its request, for a notification since its socket was opened.
   */
  readonly pace?: "fast" | "asRecorded";
  /**
   * What waits, `"asRecorded"`; the time of the machine by default. That of a `TestScheduler` is virtual, which suits
   * notifications; requests leave at the end of a turn, and for that virtual time does not wait.
   */
  readonly scheduler?: SchedulerLike;
  /** Layouts by message type, from {@link layoutsOf}: errors then show what a request held, not its bytes. */
  readonly layoutOf?: LayoutOf;
}

const REPLAY_CHECKS: OptionChecks<ReplayOptions> = {
  pace: oneOf("fast", "asRecorded"),
  scheduler: anObjectWith("schedule"),
  layoutOf: aFunction,
};

function open(socket: ReplaySocket, { groups = [] }: SocketOptions, subscriber: Subscriber<Socket>): void {
  subscriber.next(socket);
  try {
    socket.listen(groups);
  } catch (error) {
    subscriber.error(error);
  }
}

/** How long it took from the first to the last that happened, in milliseconds. */
function durationOf(conversations: readonly Conversation[]): number {
  let [begin, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { socket } of conversations) {
    begin = Math.min(begin, socket.opened);
    end = Math.max(end, socket.opened + (socket.events.at(-1)?.at ?? 0));
  }
  return Math.max(0, end - begin);
}

/**
 * A transport whose kernel is a recording, of `recording()` or `recordTo()`. It needs no kernel: it works on any system.
 *
 * - Requests are answered as they were then, if protocol, namespace, type, flags and content are the same. Where the
 *   same one was made several times, the answers come in their order; the last one to a question is given again,
 *   whereas a change is done as often as it was recorded. What is not in the recording fails with a
 *   {@link NotRecordedError}; a question does so where the recording ends.
 * - A socket with multicast groups hears what one with the same groups heard, overruns included, or else what others
 *   heard of its groups; where the recording ends, it completes. Changes that the program asked for itself are its own
 *   again.
 * - Namespaces count if they are names or paths; process ids and descriptors are others in each process.
 *
 * @throws DecodeError where the bytes are no recording. One that is cut off is played up to there.
 *
 * @example
 * const { link } = rtnetlink(replay(readFileSync("netlink.pcapng")));
 * link.list$().subscribe(({ ifname }) => console.log(ifname));
 */
export function replay(bytes: Uint8Array, options: ReplayOptions = {}): Transport {
  checkArgument("replay", "bytes", bytes, aByteArray);
  const { scheduler, layoutOf, ...how } = checkOptions("replay", options, REPLAY_CHECKS);
  const { pace = scheduler === undefined ? "fast" : "asRecorded" } = how;
  const conversations = readRecording(bytes).map((socket) => new Conversation(socket));
  const exchanges = conversations.flatMap((conversation) => conversation.exchanges);
  const clock = pace === "fast" ? new JumpingClock() : clockOf(scheduler ?? asyncScheduler);
  const replayed: Replayed = {
    clock,
    exchanges: new Exchanges(exchanges, layoutOf),
    notices: new Notices(conversations),
    addresses: new Addresses(),
    end: clock.now() + durationOf(conversations),
  };
  const lifetime = new Lifetime("the transport");
  // Others than in the recording, so that what was done by others is not taken for the program's own.
  const taken = new Set(conversations.map(({ socket }) => socket.portId));
  let portId = 0;
  function nextPortId(): number {
    do portId++;
    while (taken.has(portId));
    return portId;
  }
  return {
    socket$: (options) =>
      lifetime.within(
        new Observable<Socket>((subscriber) => {
          checkSocketOptions(options);
          const socket = new ReplaySocket(options.portId ?? nextPortId(), replayed, options, subscriber);
          subscriber.add(replayed.clock.schedule(() => open(socket, options, subscriber), 0));
        }),
      ),
    async close() {
      lifetime.end();
    },
  };
}
