import { Connection, type Transport } from "@rxnetlink/core";
import { retryInterrupted } from "@rxnetlink/core/operators";
import { nest } from "@rxnetlink/core/schema";
import { filter, map, type Observable } from "rxjs";
import type { FamilyConnectionOptions } from "../family/connection.js";
import { type KindOfLink, linkKindMessage, NETLINK_ROUTE, RTM_GETLINK } from "./layout.js";

/** Times that the list is read until it is consistent. */
const TRIES = 10;

/** Connects to `NETLINK_ROUTE`, in the namespace of a family. */
export function connectRoute(transport: Transport, options: FamilyConnectionOptions): Connection {
  return new Connection(transport, { ...options, protocol: NETLINK_ROUTE });
}

/** Emits the indices of the links of a kind: `"wireguard"`. */
export function linksOfKind$(route: Connection, kind: string): Observable<number> {
  return route
    .dump$({
      type: RTM_GETLINK,
      layout: nest<KindOfLink>(linkKindMessage),
      value: {},
      label: { object: "link", verb: "list", namedBy: [] },
    })
    .pipe(
      filter(({ linkinfo }) => linkinfo?.kind === kind),
      map(({ index }) => index),
      retryInterrupted(TRIES),
    );
}
