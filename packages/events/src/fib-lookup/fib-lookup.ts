import {
  Connection,
  type ConnectionOptions,
  type ErrnoCode,
  errnoName,
  type Transport,
} from "@rxnetlink/core";
import {
  anInteger,
  anything,
  aTransport,
  checkOptions,
  connectionChecks,
  type OptionChecks,
} from "@rxnetlink/core/internal";
import { NLMSG_MIN_TYPE } from "@rxnetlink/core/schema";
import { defer, map, type Observable } from "rxjs";
import { type FibResultNl, fibResultNl } from "./layout.js";
import { NETLINK_FIB_LOOKUP } from "./protocol.js";

/** What is looked up, beside the address. */
export interface FibLookupOptions {
  /** Table, 0 to 255; by default that of the main routes, 254. That of local addresses is 255. */
  readonly table?: number;
  /** Mark, as that of a packet. */
  readonly mark?: number;
  /** Type of service, without the bits of ECN. */
  readonly tos?: number;
  /** Widest scope that the route may have: `"link"` leaves out routes by gateways; by default any. */
  readonly scope?: FibResultNl["flScope"];
}

/** The route that was found. */
export interface FibFound extends Pick<FibResultNl, "prefixlen" | "scope"> {
  /** Discriminates results. */
  readonly type: "found";
  /** Address that was looked up. */
  readonly address: string;
  /** Type of the route. */
  readonly routeType: FibResultNl["type"];
  /** Table that it is in. */
  readonly table: number;
  /** Number of the nexthop among those of the route. */
  readonly nexthop: number;
}

/** There is no route, or one that refuses packets. */
export interface FibRefused {
  /** Discriminates results. */
  readonly type: "refused";
  /** Address that was looked up. */
  readonly address: string;
  /**
   * Reason: `"EAGAIN"` if the table has no route, `"ENOENT"` if there is no such table, and what a route of type `blackhole`,
   * `unreachable` or `prohibit` gives: `"EINVAL"`, `"EHOSTUNREACH"`, `"EACCES"`.
   */
  readonly code: ErrnoCode;
}

/** Result of a look-up; discriminated by `type`. */
export type FibLookupResult = FibFound | FibRefused;

/** Looks up IPv4 addresses in single tables of routes of one network namespace. */
export interface FibLookup {
  /** Underlying connection. */
  readonly connection: Connection;
  /**
   * Emits the route of an IPv4 address in one table, without regard to rules. Needs no privilege. `route.get$` of
   * `NETLINK_ROUTE` follows the rules, and says more.
   *
   * @example
   * fibLookup().lookup$("192.0.2.1", { table: 100 });
   */
  lookup$(address: string, options?: FibLookupOptions): Observable<FibLookupResult>;
}

/** Options of connections to `NETLINK_FIB_LOOKUP`. */
export type FibLookupConnectionOptions = Omit<ConnectionOptions, "protocol" | "permission" | "linkIndex$">;

/** Options of {@link fibLookup}. */
export interface FibLookupOpenOptions<T extends Transport = Transport> extends FibLookupConnectionOptions {
  /** Transport of requests. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, linkIndex$: _linkIndex$, ...common } = connectionChecks;
const OPTIONS: OptionChecks<FibLookupOpenOptions> = { ...common, transport: aTransport };
const CHECKS: OptionChecks<FibLookupOptions> = {
  table: anInteger(0, 255),
  mark: anInteger(0, 0xffff_ffff),
  tos: anInteger(0, 255),
  scope: anything,
};

function resultOf({ flAddr, err, tbId, nhSel, type, prefixlen, scope }: FibResultNl): FibLookupResult {
  if (err !== 0) return { type: "refused", address: flAddr, code: errnoName(Math.abs(err)) };
  return { type: "found", address: flAddr, routeType: type, table: tbId, prefixlen, scope, nexthop: nhSel };
}

/** Returns the request for one look-up. The kernel sends it back with the result, whatever its type is. */
const requestOf = (address: string, { table, mark, tos, scope }: FibLookupOptions) => ({
  type: NLMSG_MIN_TYPE,
  layout: fibResultNl,
  label: { object: "FIB", verb: "look up", namedBy: ["flAddr"] },
  // The kernel reads only the first message of a datagram.
  alone: true as const,
  value: {
    flAddr: address,
    ...(table !== undefined && { tbIdIn: table }),
    ...(mark !== undefined && { flMark: mark }),
    ...(tos !== undefined && { flTos: tos }),
    ...(scope !== undefined && { flScope: scope }),
  },
});

/**
 * Connects to `NETLINK_FIB_LOOKUP` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function fibLookup(options: FibLookupOpenOptions): FibLookup {
  const { transport, ...rest } = checkOptions("fibLookup", options, OPTIONS);
  const connection = new Connection(transport, { ...rest, protocol: NETLINK_FIB_LOOKUP });
  return {
    connection,
    lookup$: (address, settings = {}) =>
      defer(() => connection.request$(requestOf(address, checkOptions("lookup$", settings, CHECKS)))).pipe(
        map(resultOf),
      ),
  };
}
