import {
  type Ack,
  Connection,
  type ConnectionOptions,
  KernelError,
  type Request,
  type Socket,
  type SocketOptions,
  type Transport,
} from "@rxnetlink/core";
import { passedOn } from "@rxnetlink/core/internal";
import { catchError, defer, map, mergeMap, type Observable, of, tap, throwError } from "rxjs";
import type { Family } from "./definition.js";
import { genlType } from "./genlmsghdr.js";
import { explainPrivilege } from "./privilege.js";
import { kernelGroups, type Resolved } from "./resolved.js";
import { translated } from "./translation.js";

/** `NETLINK_GENERIC`. */
export const NETLINK_GENERIC = 16;

/** Options of connections to families of `NETLINK_GENERIC`. */
export type FamilyConnectionOptions = Omit<ConnectionOptions, "protocol" | "permission">;

/** Asks the kernel for the numbers of a family. */
export type Resolve = () => Observable<Resolved>;

/** Numbers of one family: asked for when first needed, and again when they may have changed. */
export class Numbers {
  readonly #resolve: Resolve;
  known: Resolved | undefined;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  readonly now = (): Resolved => this.known!;

  once$(): Observable<Resolved> {
    return defer(() => (this.known === undefined ? this.again$() : of(this.known)));
  }

  again$(): Observable<Resolved> {
    return defer(this.#resolve).pipe(tap((resolved) => (this.known = resolved)));
  }
}

/** Returns a transport whose sockets speak to one family. */
export function translating(transport: Transport, family: Family, numbers: Numbers): Transport {
  const open$ = ({ groups, ...options }: SocketOptions, resolved: Resolved): Observable<Socket> =>
    transport.socket$(
      groups === undefined ? options : { ...options, groups: kernelGroups(family, resolved, groups) },
    );
  return {
    ...passedOn(transport),
    socket$: (options) =>
      numbers.once$().pipe(
        mergeMap((resolved) => open$(options, resolved)),
        map((socket) => translated(family, numbers.now, socket)),
      ),
    close: () => transport.close(),
  };
}

/**
 * Requests and notifications of one family of generic netlink. The kernel's numbers of the family and its groups are asked for
 * when first needed, which loads the family's module if it can, and again if the family was loaded anew meanwhile. A request
 * errors with a `KernelError` `ENOENT` if the kernel has no such family.
 */
export class FamilyConnection extends Connection<typeof NETLINK_GENERIC> {
  readonly #numbers: Numbers;
  /** The family. */
  readonly family: Family;

  /** @internal */
  constructor(transport: Transport, family: Family, resolve: Resolve, options: FamilyConnectionOptions) {
    const numbers = new Numbers(resolve);
    super(translating(transport, family, numbers), { ...options, protocol: NETLINK_GENERIC });
    this.#numbers = numbers;
    this.family = family;
  }

  /** Returns the type that definitions give to a message of the family, by its payload; see {@link genlType}. */
  typeOf(view: DataView, at: number): number {
    return genlType(view.getUint8(at));
  }

  override request$<Q, R = Q>(request: Request<Q, R>): Observable<R> {
    return this.#retried(super.request$(request));
  }

  override execute$<Q>(request: Request<Q>): Observable<Ack> {
    return this.#retried(super.execute$(request));
  }

  override dump$<Q, R = Q>(request: Request<Q, R>): Observable<R> {
    return this.#retried(super.dump$(request));
  }

  /** Repeats what the kernel refused because the family's number has changed; explains other refusals. */
  #retried<T>(source$: Observable<T>): Observable<T> {
    return defer(() => {
      const before = this.#numbers.known;
      return source$.pipe(
        catchError((error: unknown) => {
          const used = before ?? this.#numbers.known;
          const fail$ = throwError(() => (used === undefined ? error : explainPrivilege(error, used)));
          if (used === undefined || !(error instanceof KernelError) || error.code !== "ENOENT") return fail$;
          const current$ = this.#numbers.again$().pipe(catchError(() => fail$));
          return current$.pipe(mergeMap(({ id }) => (id === used.id ? fail$ : source$)));
        }),
      );
    });
  }
}
