import type { Arrival, Datagram, DecodeError, MalformedNotification } from "@rxnetlink/core";
import { Observable } from "rxjs";
import { udevMessage, ueventMessage } from "./layout.js";
import { UEVENT_GROUP_KERNEL, UEVENT_GROUP_UDEV } from "./protocol.js";
import { SeqnumGaps } from "./seqnum-gaps.js";
import { type Uevent, ueventOf } from "./uevent.js";
import type { UeventVariables } from "./variables.js";

/** Events were lost here: the receive buffer had no room for them. */
export interface UeventLost {
  /** Discriminates events. */
  readonly type: "lost";
  /** Number of events that the kernel has dropped on this socket since it was opened, if known. */
  readonly drops?: number;
}

/**
 * Numbers that did not arrive. After {@link UeventLost} they say what was lost at most. Otherwise they are events of another
 * network namespace, whose links report to it alone although all namespaces share the numbers, or, very rarely, the kernel had
 * no memory for an event. Events of several processors may overtake each other; those that do are no gap.
 */
export interface UeventGap {
  /** Discriminates events. */
  readonly type: "gap";
  /** First number. */
  readonly from: number;
  /** Last number. */
  readonly to: number;
}

/** Anything that `uevent$` emits; discriminated by `type`. */
export type UeventEvent = Uevent | UeventLost | UeventGap | MalformedNotification;

/** Sender of events: the kernel, or udev, which sends each event again when its rules have been applied. */
export type UeventSource = "kernel" | "udev";

/** The rules of a source. */
interface Rules {
  readonly group: number;
  /** Returns true for datagrams that are surely of the source: anybody may send others. */
  isTrusted(datagram: Datagram): boolean;
  read(view: DataView, at: number, end: number): { readonly variables: UeventVariables };
}

/** The rules of each source. */
export const UEVENT_SOURCES: Readonly<Record<UeventSource, Rules>> = {
  kernel: {
    group: UEVENT_GROUP_KERNEL,
    isTrusted: ({ group, portId }) => group === UEVENT_GROUP_KERNEL && portId === 0,
    read: ueventMessage.read,
  },
  udev: {
    group: UEVENT_GROUP_UDEV,
    isTrusted: ({ group, portId, credentials }) =>
      group === UEVENT_GROUP_UDEV && portId !== 0 && credentials?.uid === 0,
    read: udevMessage.read,
  },
};

/** Returns the event in a datagram, or the reason why there is none. */
function eventIn({ view, start, end }: Datagram, read: Rules["read"]): Uevent | MalformedNotification {
  try {
    return ueventOf(read(view, start, end).variables);
  } catch (error) {
    const bytes = new Uint8Array(view.buffer, view.byteOffset + start, end - start).slice();
    return { type: "malformed", error: error as DecodeError, bytes };
  }
}

/** Turns what a socket receives into events. What others sent is dropped. */
export function ueventEvents(arrival$: Observable<Arrival>, source: UeventSource): Observable<UeventEvent> {
  const { isTrusted, read } = UEVENT_SOURCES[source];
  return new Observable((subscriber) => {
    const gaps = new SeqnumGaps((range) => subscriber.next({ type: "gap", ...range }));
    subscriber.add(() => gaps.stop());
    let lost: UeventLost | undefined;
    function datagram(arrival: Datagram): void {
      const event = eventIn(arrival, read);
      // udev works on several events at once, and sends them in the order in which it is done.
      if (event.type === "uevent" && source === "kernel") gaps.arrived(event.seqnum);
      subscriber.next(event);
    }
    function next(arrival: Arrival): void {
      if (arrival.type === "datagram") {
        if (isTrusted(arrival)) datagram(arrival);
      } else if (arrival.type === "overrun") {
        const { drops } = arrival;
        lost = { type: "lost", ...(drops !== undefined && { drops }) };
      } else if (arrival.type === "drained" && lost !== undefined) {
        // What was queued before the overflow has arrived; the rest is lost.
        subscriber.next(lost);
        lost = undefined;
      }
    }
    const error = (error: unknown) => subscriber.error(error);
    return arrival$.subscribe({ next, error, complete: () => subscriber.complete() });
  });
}
