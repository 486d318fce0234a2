import type { Observable, Subscriber } from "rxjs";
import type { RequestChannels } from "./probe.js";
import type { RequestTrace } from "./request-trace.js";

/** Records the error of a request. */
function blame(trace: RequestTrace, error: unknown): void {
  trace.error = error;
  const { errno, code, path } = (error ?? {}) as Partial<RequestTrace>;
  Object.assign(trace, { errno, code, path });
}

/** True if nobody could want more: whoever takes one reply to a request unsubscribes with it. */
const isSatisfied = ({ kind, replies }: RequestTrace) => kind === "request" && replies > 0;

/**
 * Subscribes to the replies to a request, and publishes its course.
 *
 * @param rejects - Returns how many requests a reply says were not applied.
 */
export function follow<R>(
  trace: RequestTrace,
  channels: RequestChannels,
  source$: Observable<R>,
  subscriber: Subscriber<R>,
  rejects: (reply: R) => number,
): void {
  const begun = performance.now();
  const settle = (outcome: RequestTrace["outcome"], deliver: () => void) => {
    if (trace.outcome !== undefined) return;
    trace.outcome = outcome;
    trace.duration = performance.now() - begun;
    if (outcome === "failed") channels.error.publish(trace);
    channels.asyncStart.runStores(trace, deliver);
    channels.asyncEnd.publish(trace);
  };
  subscriber.add(() => settle(isSatisfied(trace) ? "completed" : "unsubscribed", () => {}));
  const subscribe = () =>
    source$.subscribe({
      next(reply) {
        trace.replies++;
        trace.rejected += rejects(reply);
        subscriber.next(reply);
      },
      error(error) {
        blame(trace, error);
        settle("failed", () => subscriber.error(error));
      },
      complete: () => settle("completed", () => subscriber.complete()),
    });
  subscriber.add(channels.start.runStores(trace, subscribe));
  channels.end.publish(trace);
}
