import { finalize, Observable } from "rxjs";
import { currentContext } from "../values/async-context.js";

/** Limits how many streams run at once; the others queue. */
export class Turnstile {
  readonly #most: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;
  #admitting = false;

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Subscribes to a stream when its turn comes, in the async context of the waiting subscriber. Unsubscribing also
   * leaves the queue.
   *
   * @param closed$ - Errors when waiting is pointless.
   */
  inTurn<T>(source$: Observable<T>, closed$: Observable<never>): Observable<T> {
    return new Observable<T>((subscriber) => {
      const context = currentContext();
      const begin = () => {
        this.#running++;
        const turn$ = source$.pipe(finalize(() => this.#leave()));
        context.runInAsyncScope(() => turn$.subscribe(subscriber), undefined);
      };
      this.#waiting.add(begin);
      subscriber.add(() => this.#waiting.delete(begin));
      this.#admit();
      if (this.#waiting.has(begin))
        subscriber.add(closed$.subscribe({ error: (error) => subscriber.error(error) }));
    });
  }

  #leave(): void {
    this.#running--;
    this.#admit();
  }

  /** Starts streams in a loop, so that those that complete synchronously need no recursion. */
  #admit(): void {
    if (this.#admitting) return;
    this.#admitting = true;
    try {
      for (const begin of this.#waiting) {
        if (this.#running >= this.#most) return;
        this.#waiting.delete(begin);
        begin();
      }
    } finally {
      this.#admitting = false;
    }
  }
}
