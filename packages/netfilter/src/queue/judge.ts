import { type MonoTypeOperatorFunction, Observable } from "rxjs";
import type { NfqueueEvent } from "./events.js";
import type { QueuedPacket } from "./queued-packet.js";
import type { PacketVerdict } from "./verdict.js";

/** A verdict, or the name of one that changes nothing. */
export type Judgement = PacketVerdict | "accept" | "drop" | "repeat";

/**
 * Judges each packet of `nfqueue$` by a function, at once or with a promise, and emits it after its verdict. If the function
 * throws or its promise is rejected, the stream errors, and what waits gets the default verdict.
 *
 * @param decide - Returns the verdict; nothing if it gives the packet its verdict otherwise.
 *
 * @example
 * nf.nfqueue$(3)
 *   .pipe(judge(({ payload }) => (payload.length > 1000 ? "drop" : { type: "accept", mark: 1 })))
 *   .subscribe();
 */
export function judge(
  // biome-ignore lint/suspicious/noConfusingVoidType: a function that judges by itself returns nothing
  decide: (packet: QueuedPacket) => Judgement | void | PromiseLike<Judgement | void>,
): MonoTypeOperatorFunction<NfqueueEvent> {
  return (source$) =>
    new Observable((subscriber) => {
      let [deciding, done] = [0, false];
      const end = () => done && deciding === 0 && subscriber.complete();
      // biome-ignore lint/suspicious/noConfusingVoidType: see above
      const decided = (packet: QueuedPacket, judgement: Judgement | void) => {
        if (judgement !== undefined)
          packet.judge(typeof judgement === "string" ? { type: judgement } : judgement);
        subscriber.next(packet);
      };
      const judged = (packet: QueuedPacket) => {
        const judgement = decide(packet);
        if (typeof judgement !== "object" || !("then" in judgement)) return decided(packet, judgement);
        deciding++;
        Promise.resolve(judgement)
          .then((later) => subscriber.closed || decided(packet, later))
          .then(() => deciding--)
          .then(end)
          .catch((error: unknown) => subscriber.error(error));
      };
      return source$.subscribe({
        next(event) {
          if (event.type !== "packet") return subscriber.next(event);
          try {
            judged(event);
          } catch (error) {
            subscriber.error(error);
          }
        },
        error: (error: unknown) => subscriber.error(error),
        complete() {
          done = true;
          end();
        },
      });
    });
}
