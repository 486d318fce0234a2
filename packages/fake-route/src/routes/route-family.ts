import { type Route, routeTables } from "@rxnetlink/route";
import type { Cause, FakeRequest } from "@rxnetlink/testing/fake";
import type { RouteTable } from "../network.js";
import type { FakeNexthop, FakeRoute } from "./fake-route.js";
import type { Fib } from "./fib.js";
import { ANY, type IpFamily } from "./ip-prefix.js";

/** The part of routing that IPv4 and IPv6 do differently. */
export interface RouteFamily {
  /** Adds or changes the route of a request. */
  put(value: Route, request: FakeRequest): void;
  /** Deletes the route of a request. */
  remove(value: Route, request: FakeRequest): void;
  /** Inserts a route into its table. */
  insert(route: FakeRoute, flags: number, cause?: Cause): void;
  /** Returns the message of a route in a dump; `undefined` if it is part of another one's. */
  row(route: FakeRoute): Partial<Route> | undefined;
}

/** The routes that a {@link RouteFamily} works on. */
export interface RouteStore extends RouteTable {
  /** The routes of all tables. */
  readonly fib: Fib;
  /** Notifies of a route with the nexthops of its message. */
  notify(
    event: "new" | "delete",
    route: FakeRoute,
    flags: number,
    cause?: Cause,
    nexthops?: readonly FakeNexthop[],
  ): void;
}

/** Returns the table and prefix that a request names. */
export function placeOf({ rtmTable, table = rtmTable, dst, dstLen }: Route, family: IpFamily) {
  return { table: table === 0 ? routeTables.main : table, dst: dst ?? ANY[family], dstLen };
}
