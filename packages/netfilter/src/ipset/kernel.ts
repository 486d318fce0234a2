import { type Connection, KernelError } from "@rxnetlink/core";
import { catchError, EMPTY, from, map, mergeMap, type Observable, throwError } from "rxjs";
import { protocolReply, typeMessage } from "./messages.js";
import { requestOf } from "./requests.js";
import type { IpSetFamily } from "./set/set.js";
import { type IpSetType, ipsetTypes } from "./types.js";

/** A type of sets as the kernel offers it. */
export interface OfferedType {
  /** Type of sets. */
  readonly typename: IpSetType;
  /** Family of its sets. */
  readonly family: IpSetFamily;
  /** Newest revision. */
  readonly revision: number;
  /** Oldest revision. */
  readonly revisionMin: number;
}

/** Versions of the protocol that the kernel offers. */
export interface IpSetProtocol {
  /** Newest version. */
  readonly protocol: number;
  /** Oldest version. */
  readonly protocolMin: number;
}

const FIND_TYPE = 4098;

/** Emits a type in a family; errors with `IPSET_ERR_FIND_TYPE` if the kernel does not offer it. */
export function offered$(
  connection: Connection,
  typename: string,
  family: IpSetFamily,
): Observable<OfferedType> {
  const request = requestOf<object>("type", typeMessage, { typename, family }, typename);
  return connection.request$<object, Partial<OfferedType>>({ ...request, reply: typeMessage as never }).pipe(
    map((reply) => {
      const { revision = 0, revisionMin = revision } = reply;
      return { typename: typename as IpSetType, family, revision, revisionMin };
    }),
  );
}

/** Emits all types in all families that the kernel offers. */
export function offeredTypes$(connection: Connection): Observable<OfferedType> {
  const none = (error: unknown) =>
    error instanceof KernelError && error.errno === FIND_TYPE ? EMPTY : throwError(() => error);
  const asked = Object.entries(ipsetTypes).flatMap(([typename, { family }]) =>
    (family === "ipv4" ? (["ipv4", "ipv6"] as const) : [family]).map((one) => [typename, one] as const),
  );
  // One by one: the kernel may load a module for each.
  return from(asked).pipe(
    mergeMap(([typename, family]) => offered$(connection, typename, family).pipe(catchError(none)), 1),
  );
}

/** Emits the versions of the protocol. */
export function protocol$(connection: Connection): Observable<IpSetProtocol> {
  const request = requestOf<object>("protocol", typeMessage, {});
  return connection
    .request$<object, Partial<IpSetProtocol>>({ ...request, reply: protocolReply })
    .pipe(map(({ protocol = 0, protocolMin = protocol }) => ({ protocol, protocolMin })));
}
