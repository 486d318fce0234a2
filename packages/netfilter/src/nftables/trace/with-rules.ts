import { asyncScheduler, Observable, type Subscription } from "rxjs";
import type { RulesetEvent } from "../ruleset/events.js";
import { KnownRules } from "./known-rules.js";
import type { Trace } from "./packet.js";

/** Time to wait for the announcement of a rule that a packet met, in ms: rules apply a moment before they are announced. */
const PATIENCE = 250;

/** Shows the rules that packets met by their objects, as a watched ruleset has them. */
export function withRules$(trace$: Observable<Trace>, ruleset$: Observable<RulesetEvent>): Observable<Trace> {
  return new Observable((subscriber) => {
    const known = new KnownRules();
    let synced = false;
    /** Traces that wait, in order, each with the time until which it does. */
    const waiting: { readonly trace: Trace; readonly until: number }[] = [];
    let timer: Subscription | undefined;

    const isReady = ({ trace, until }: (typeof waiting)[number]) =>
      trace.type !== "packet" || (synced && (known.knows(trace) || until <= asyncScheduler.now()));

    function proceed(): void {
      for (let [first] = waiting; first !== undefined && isReady(first); [first] = waiting) {
        waiting.shift();
        const { trace } = first;
        subscriber.next(trace.type === "packet" ? known.shown(trace) : trace);
      }
      const [first] = waiting;
      if (first === undefined || !synced || timer !== undefined) return;
      const later = () => {
        timer = undefined;
        proceed();
      };
      timer = asyncScheduler.schedule(later, Math.max(1, first.until - asyncScheduler.now()));
    }

    const error = (error: unknown) => subscriber.error(error);
    const complete = () => subscriber.complete();
    subscriber.add(() => timer?.unsubscribe());
    const take = (event: RulesetEvent) => {
      known.take(event);
      synced = true;
      proceed();
    };
    subscriber.add(ruleset$.subscribe({ next: take, error, complete }));
    const next = (trace: Trace) => {
      waiting.push({ trace, until: asyncScheduler.now() + PATIENCE });
      proceed();
    };
    subscriber.add(trace$.subscribe({ next, error, complete }));
  });
}
