import { defer, finalize, Observable, of, retry, tap, throwError } from "rxjs";
import { SystemError } from "../errors/errors.js";
import { anInteger, checkArgument } from "../values/check-options.js";
import { Turnstile } from "./turnstile.js";

/** Options of a transport that limits what runs at once. */
export interface SupplyOptions {
  /**
   * How many dumps (each `list$`) run at once over the transport, and how many batches; further ones wait in turn. 32
   * by default. Each has a socket of its own, and so a file descriptor, while it runs. Not counted are the one socket
   * for requests of each connection, and that of each subscription to notifications; a `watch$` or `state$` has one,
   * which all of its subscribers share. Where a socket cannot be opened for want of descriptors, it waits for one that
   * serves a dump or batch to be closed.
   */
  readonly concurrency?: number;
}

const CONCURRENCY = 32;

/** How many may run at once. */
export const aConcurrency = anInteger(1, 0x7fff_ffff);

/** Whether there are no more descriptors, or no memory for a socket. */
const isShortage = (error: unknown): boolean =>
  error instanceof SystemError &&
  (["EMFILE", "ENFILE"].includes(error.code) ||
    (error.syscall === "socket" && ["ENOBUFS", "ENOMEM"].includes(error.code)));

/**
 * What the connections over one transport share, so that they get by with the sockets that a process may open: dumps
 * and batches, each of which has a socket of its own while it runs, run so many at once, the others in turn; and where
 * a socket cannot be opened for want of descriptors, it is once another is closed.
 */
export class SocketSupply {
  /** Lets dumps run. */
  readonly dumps: Turnstile;
  /** Lets batches run. */
  readonly batches: Turnstile;
  /** Sockets that are kept for the next dumps; where there is a shortage they are closed. */
  readonly idle = new Set<{ close(): void }>();
  /** Those who wait for a socket to be closed. */
  readonly #waiting = new Set<() => void>();
  /** Sockets that are open, and will be closed when they have served. */
  #passing = 0;

  /** @param concurrency - How many dumps run at once, and how many batches; 32 by default. */
  constructor(concurrency = CONCURRENCY) {
    checkArgument("SocketSupply", "concurrency", concurrency, aConcurrency);
    this.dumps = new Turnstile(concurrency);
    this.batches = new Turnstile(concurrency);
  }

  /** Whether somebody waits for a socket to be closed. */
  get short(): boolean {
    return this.#waiting.size > 0;
  }

  /**
   * Opens a socket; where there is a shortage, when there is no more, or not if that is not to be expected.
   *
   * @param passing - Whether it is closed when it has served, and so worth waiting for.
   */
  open$<S>(socket$: Observable<S>, passing: boolean): Observable<S> {
    return defer(() => {
      let open = false;
      const opened = () => {
        open = true;
        if (passing) this.#passing++;
      };
      const closed = () => {
        if (open && passing) this.#passing--;
        // Also where it was never open: the others have to see that nothing is left to wait for.
        this.#wakeNext();
      };
      return socket$.pipe(
        retry({ delay: (error) => (open ? throwError(() => error) : this.#freed$(error)) }),
        tap(opened),
        finalize(closed),
      );
    });
  }

  /** Emits when it is worth trying again; errors where it is not. */
  #freed$(error: unknown): Observable<unknown> {
    if (!isShortage(error)) return throwError(() => error);
    if (this.idle.size > 0) {
      for (const socket of this.idle) socket.close();
      this.idle.clear();
      return of(true);
    }
    if (this.#passing === 0) return throwError(() => error);
    return new Observable<void>((subscriber) => {
      const wake = () => subscriber.next();
      this.#waiting.add(wake);
      return () => this.#waiting.delete(wake);
    });
  }

  #wakeNext(): void {
    const [first] = this.#waiting;
    if (first === undefined) return;
    this.#waiting.delete(first);
    first();
  }
}
