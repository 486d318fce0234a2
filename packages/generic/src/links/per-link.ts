import { type Connection, KernelError, pick, type Request, type Transport } from "@rxnetlink/core";
import { catchError, concatMap, defer, EMPTY, map, type Observable, throwError } from "rxjs";
import { FamilyConnection, type FamilyConnectionOptions, type Resolve } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { connectRoute, linksOfKind$ } from "./links-of-kind.js";

/** Members by which the messages of such families name their link. */
interface OfLink {
  readonly ifindex?: number;
  readonly ifname?: string;
}

/** Errors meaning that the link is gone, or that its index is another's. */
const GONE = new Set(["ENODEV", "EOPNOTSUPP"]);

const ifGone = (error: unknown) =>
  error instanceof KernelError && GONE.has(error.code) ? EMPTY : throwError(() => error);

/** Makes a check of the messages of one list, which throws if something is wrong with one. */
export type ListCheck = () => (row: object) => void;

/** Names the link in all messages of its list: the kernel may do so in the first only. */
function named<R>(rows$: Observable<R>, checkOf: ListCheck): Observable<R> {
  return defer(() => {
    const check = checkOf();
    let link: OfLink | undefined;
    return rows$.pipe(
      map((row) => {
        check(row as object);
        if (link !== undefined) return { ...link, ...row };
        link = pick(row as OfLink, "ifindex", "ifname");
        return row;
      }),
    );
  });
}

/**
 * A connection to a family that lists the objects of one link at a time: a list that names no link is one of all links of
 * the family's kind.
 */
export class PerLinkConnection extends FamilyConnection {
  readonly #route: Connection;

  readonly #checkOf: ListCheck;

  /** @internal */
  constructor(
    transport: Transport,
    family: Family,
    resolve: Resolve,
    options: FamilyConnectionOptions,
    checkOf: ListCheck,
  ) {
    super(transport, family, resolve, options);
    this.#route = connectRoute(transport, options);
    this.#checkOf = checkOf;
  }

  override dump$<Q, R = Q>(request: Request<Q, R>): Observable<R> {
    const { ifindex, ifname } = { ...(request.value as OfLink) };
    const ofOne$ = (one: Request<Q, R>) => named(super.dump$(one), this.#checkOf);
    if (ifindex !== undefined || ifname !== undefined) return ofOne$(request);
    return linksOfKind$(this.#route, this.family.name).pipe(
      concatMap((index) =>
        ofOne$({ ...request, value: { ...request.value, ifindex: index } }).pipe(catchError(ifGone)),
      ),
    );
  }

  override close(): void {
    super.close();
    this.#route.close();
  }
}
