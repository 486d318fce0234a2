import {
  bindObject,
  type Connection,
  extendObject,
  type Listable,
  type Match,
  type ObjectOf,
} from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { distinct, map, type Observable } from "rxjs";
import { listedObject } from "../common/listed.js";
import { relisted } from "../common/relisting.js";
import { type NetlinkQuery, type NetlinkSocket, netlinkRequest, netlinkSocketMessage } from "./layout.js";

/** Messages of netlink sockets. */
export const netlinkObject = listedObject<NetlinkSocket, NetlinkQuery>(
  "netlink",
  nest<NetlinkSocket>(netlinkSocketMessage),
  {
    request: nest<NetlinkQuery>(netlinkRequest),
    filters: ["protocol"],
    requestOnly: ["show"],
    details: ["show"],
    namedBy: ["protocol", "portid", "ino"],
    handler: ["netlink_diag", "CONFIG_NETLINK_DIAG"],
    state: relisted<NetlinkSocket>(["meminfo", "flags"]),
  },
);

/**
 * Verbs of netlink sockets, those of this program included: `meminfo.drops` of one says how many messages it lost. `get$` takes
 * any members of a listed one. `watch$` and `state$` list every 5 seconds, or as often as `relistEvery` says: the kernel reports
 * nothing about them.
 */
export interface NetlinkSockets extends ObjectOf<typeof netlinkObject> {}

type List = Listable<NetlinkSocket, NetlinkQuery>["list$"];

/** Returns `list$` that emits each socket once: the kernel lists those that have joined a group twice. */
function listOnce(list$: List): List {
  const once$ = (match: Match<NetlinkSocket & NetlinkQuery> = {}, options: Parameters<List>[1] = {}) =>
    deferred(() => {
      const { members } = options as { readonly members?: readonly string[] };
      const chosen = !Array.isArray(members) || members.includes("cookie");
      const asked = chosen ? options : { members: [...members, "cookie"] };
      return (list$(match, asked as never) as Observable<NetlinkSocket>).pipe(
        distinct(({ cookie }) => cookie),
        map((row) => (chosen ? row : withoutCookie(row))),
      );
    });
  return once$ as List;
}

function withoutCookie({ cookie: _, ...row }: NetlinkSocket): Omit<NetlinkSocket, "cookie"> {
  return row;
}

/** Binds netlink sockets to a connection. */
export function netlinkSocketsOf(connection: Connection): NetlinkSockets {
  const bound = bindObject(connection, netlinkObject);
  return extendObject(bound, { list$: listOnce(bound.list$) });
}
