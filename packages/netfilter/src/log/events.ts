import type { MalformedNotification, NetlinkNotification } from "@rxnetlink/core";
import type { Infer } from "@rxnetlink/core/schema";
import { Observable } from "rxjs";
import type { LoggedPacketMessage, loggedPacketHdr } from "./layout.js";

/** A logged packet. */
export interface NflogPacket extends LoggedPacketMessage {
  /** Discriminates events. */
  readonly type: "packet";
  /** Protocol and hook. */
  readonly packetHdr: Infer<typeof loggedPacketHdr>;
}

/** Packets were logged here that did not arrive: the socket, or the kernel's memory, had no room for them. */
export interface NflogLost {
  /** Discriminates events. */
  readonly type: "lost";
  /** Number of packets. */
  readonly packets: number;
}

/** Anything that `nflog$` emits; discriminated by `type`. */
export type NflogEvent = NflogPacket | NflogLost | MalformedNotification;

/** Turns what a socket receives into events, and finds gaps in the numbers of the packets. */
export function nflogEvents(
  notifications$: Observable<NetlinkNotification<LoggedPacketMessage>>,
): Observable<NflogEvent> {
  return new Observable((subscriber) => {
    let expected = 0;
    const packet = (message: LoggedPacketMessage) => {
      const { seq = expected } = message;
      if (seq !== expected) subscriber.next({ type: "lost", packets: (seq - expected) >>> 0 });
      expected = (seq + 1) >>> 0;
      // The message is not copied, since there may be a million a second.
      subscriber.next(Object.assign(message as NflogPacket, { type: "packet" as const }));
    };
    return notifications$.subscribe({
      next: (notification) => {
        if ("value" in notification) packet(notification.value);
        else if (notification.type === "malformed") subscriber.next(notification);
      },
      complete: () => subscriber.complete(),
    });
  });
}
