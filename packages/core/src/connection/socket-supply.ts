import { defer, finalize, Observable, of, retry, tap, throwError } from "rxjs";
import { SystemError } from "../errors/errors.js";
import { anInteger, checkArgument } from "../values/check-options.js";
import { Turnstile } from "./turnstile.js";

/** Options of a transport that limits concurrent work. */
export interface SupplyOptions {
  /**
   * Number of dumps (each `list$`) that run at once over the transport, and of batches; further ones queue. 32 by
   * default. Each uses its own socket, and so a file descriptor, while it runs. Not counted are the one socket for
   * requests of each connection and that of each subscription to notifications; a `watch$` or `state$` has one,
   * shared by all its subscribers. A socket that cannot be opened for lack of descriptors waits until one of a dump
   * or batch closes.
   */
  readonly concurrency?: number;
}

const CONCURRENCY = 32;

/** Checks the option `concurrency`. */
export const aConcurrency = anInteger(1, 0x7fff_ffff);

/** Returns true if the process has run out of descriptors, or out of memory for a socket. */
const isShortage = (error: unknown): boolean =>
  error instanceof SystemError &&
  (["EMFILE", "ENFILE"].includes(error.code) ||
    (error.syscall === "socket" && ["ENOBUFS", "ENOMEM"].includes(error.code)));

/**
 * Limits the open sockets of all connections over one transport. Dumps and batches, which each have their own socket
 * while they run, start in turn; a socket that cannot be opened for lack of descriptors opens once another closes.
 */
export class SocketSupply {
  /** Admits dumps. */
  readonly dumps: Turnstile;
  /** Admits batches. */
  readonly batches: Turnstile;
  /** Sockets kept for the next dumps; closed when descriptors are scarce. */
  readonly idle = new Set<{ close(): void }>();
  /** Callers that wait for a socket to close. */
  readonly #waiting = new Set<() => void>();
  /** Number of open sockets that will close after their dump or batch. */
  #passing = 0;

  /** @param concurrency - Number of dumps that run at once, and of batches; 32 by default. */
  constructor(concurrency = CONCURRENCY) {
    checkArgument("SocketSupply", "concurrency", concurrency, aConcurrency);
    this.dumps = new Turnstile(concurrency);
    this.batches = new Turnstile(concurrency);
  }

  /** True while someone waits for a socket to close. */
  get short(): boolean {
    return this.#waiting.size > 0;
  }

  /**
   * Opens a socket. When descriptors are scarce it waits until one is free, or errors if none will be.
   *
   * @param passing - True if it closes after its one dump or batch, and so is worth waiting for.
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
        // Needed even if it never opened: the others must notice that nothing is left to wait for.
        this.#wakeNext();
      };
      return socket$.pipe(
        retry({ delay: (error) => (open ? throwError(() => error) : this.#freed$(error)) }),
        tap(opened),
        finalize(closed),
      );
    });
  }

  /** Emits when it is worth trying again; errors if it is not. */
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
