import type {
  Connection,
  FlowControl,
  MalformedNotification,
  MessageSet,
  NetlinkNotification,
} from "@rxnetlink/core";
import {
  aFunction,
  anInteger,
  anObjectWith,
  checkOptions,
  type OptionChecks,
} from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { defer, mergeMap, Observable } from "rxjs";
import { PSAMPLE_CMD_SAMPLE } from "./commands.js";
import { psampleGroups } from "./family.js";
import { type PsampleMessage, psampleMessage } from "./layout.js";

/** Size of the receive buffer: samples come in bursts. */
const RECEIVE_BUFFER = 4 * 1024 * 1024;

/** A sampled packet. */
export interface PsampleSample extends PsampleMessage {
  /** Discriminates events. */
  readonly type: "sample";
}

/** Packets were sampled here that did not arrive: the socket had no room for them. */
export interface PsampleLost {
  /** Discriminates events. */
  readonly type: "lost";
  /** Number of the group. */
  readonly sampleGroup: number;
  /** Number of samples. */
  readonly samples: number;
}

/** Anything that `samples$` emits; discriminated by `type`. */
export type PsampleEvent = PsampleSample | PsampleLost | MalformedNotification;

/** Options of `samples$`. */
export interface PsampleOptions {
  /** Number of the group; all groups by default. */
  readonly group?: number;
  /** Called when the group is joined: from then on every sample is seen. */
  readonly listening?: () => void;
  /** Size of the receive buffer in bytes; 4 MiB by default. */
  readonly receiveBuffer?: number;
  /** Stops reading while it is paused. */
  readonly flowControl?: FlowControl;
}

const checks: OptionChecks<PsampleOptions> = {
  group: anInteger(0, 0xffff_ffff),
  listening: aFunction,
  receiveBuffer: anInteger(0, 0x7fff_ffff),
  flowControl: anObjectWith("pause", "resume"),
};

/** Messages of samples, which the kernel sends unasked. */
const sampleSet: MessageSet<PsampleMessage> = {
  name: "psample",
  layout: nest<PsampleMessage>(psampleMessage),
  types: { new: PSAMPLE_CMD_SAMPLE },
  groups: [psampleGroups.packets],
};

/** See {@link Psample.samples$}. */
export type PsampleSamples = (options?: PsampleOptions) => Observable<PsampleEvent>;

/** Finds gaps in the numbers of samples, of which each group has its own. */
class Gaps {
  readonly #expected = new Map<number, number>();

  /** Returns the number of samples that are missing before this one. */
  before({ sampleGroup = 0, groupSeq = 0 }: PsampleMessage): number {
    const expected = this.#expected.get(sampleGroup) ?? groupSeq;
    this.#expected.set(sampleGroup, (groupSeq + 1) >>> 0);
    return (groupSeq - expected) >>> 0;
  }
}

/** Turns what a socket receives into events. */
function samplesOf(
  notifications$: Observable<NetlinkNotification<PsampleMessage>>,
  group: number | undefined,
): Observable<PsampleEvent> {
  return new Observable((subscriber) => {
    const gaps = new Gaps();
    const sample = (message: PsampleMessage) => {
      const { sampleGroup = 0 } = message;
      if (group !== undefined && sampleGroup !== group) return;
      const samples = gaps.before(message);
      if (samples > 0) subscriber.next({ type: "lost", sampleGroup, samples });
      // The message is not copied, since there may be very many.
      subscriber.next(Object.assign(message as PsampleSample, { type: "sample" as const }));
    };
    return notifications$.subscribe({
      next(notification) {
        if ("value" in notification) sample(notification.value);
        else if (notification.type === "malformed") subscriber.next(notification);
      },
      complete: () => subscriber.complete(),
    });
  });
}

/** Returns the function `samples$` of a connection. */
export function samplesFrom(connection: Connection): PsampleSamples {
  return (options = {}) =>
    defer(() => {
      const { group, listening = () => {}, ...rest } = checkOptions("samples$", options, checks);
      const { receiveBuffer = RECEIVE_BUFFER, flowControl } = rest;
      // A full socket then loses single samples, which their numbers show.
      const ofSession = { groups: sampleSet.groups, noEnobufs: true, receiveBuffer };
      return connection.session$([sampleSet], { ...ofSession, ...(flowControl && { flowControl }) }).pipe(
        mergeMap((session) => {
          const sample$ = samplesOf(session.notifications$, group);
          return new Observable<PsampleEvent>((subscriber) => {
            const subscription = sample$.subscribe(subscriber);
            listening();
            return subscription;
          });
        }),
      );
    });
}
