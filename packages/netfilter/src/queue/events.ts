import type { MalformedNotification, Session } from "@rxnetlink/core";
import { Observable } from "rxjs";
import type { QueuedPacketMessage } from "./layout.js";
import type { QueuedPacket } from "./queued-packet.js";
import { WaitingRoom, type WaitingRoomDeps } from "./waiting-room.js";

/**
 * Packets were queued here that did not arrive, since the socket had no room for them: the kernel has dropped them, or
 * accepted them with `failOpen`.
 */
export interface NfqueueLost {
  /** Discriminates events. */
  readonly type: "lost";
  /** Number of packets. */
  readonly packets: number;
}

/** The kernel refused a verdict, such as one with an unusable change; the packet got the default one instead. */
export interface NfqueueRefused {
  /** Discriminates events. */
  readonly type: "refused";
  /** The packet. */
  readonly packet: QueuedPacket;
  /** The kernel's reason. */
  readonly error: Error;
}

/** Anything that `nfqueue$` emits; discriminated by `type`. */
export type NfqueueEvent = QueuedPacket | NfqueueLost | NfqueueRefused | MalformedNotification;

/** Turns what a socket receives into events. At the end, also by unsubscribing, all that waits gets the default verdict. */
export function nfqueueEvents(
  session: Session<QueuedPacketMessage>,
  settings: Pick<WaitingRoomDeps, "queue" | "byDefault" | "timeout">,
): Observable<NfqueueEvent> {
  return new Observable((subscriber) => {
    const refused = (packet: QueuedPacket, error: Error) =>
      subscriber.next({ type: "refused", packet, error });
    const room = new WaitingRoom({ ...settings, session, refused });
    let expected = 1;
    subscriber.add(() => room.close());
    const packet = (message: QueuedPacketMessage) => {
      const entered = room.enter(message);
      if (entered.id !== expected) subscriber.next({ type: "lost", packets: (entered.id - expected) >>> 0 });
      expected = (entered.id + 1) >>> 0;
      subscriber.next(entered);
    };
    return session.notifications$.subscribe({
      next: (notification) => {
        if ("value" in notification) packet(notification.value);
        else if (notification.type === "malformed") {
          room.judgeUnread(expected);
          subscriber.next(notification);
        }
      },
      complete: () => {
        room.close();
        subscriber.complete();
      },
    });
  });
}
