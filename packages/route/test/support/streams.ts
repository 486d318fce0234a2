import { definitionOf } from "@rxnetlink/core";
import { track, trackableOf } from "@rxnetlink/core/internal";
import { defer, merge, type Observable } from "rxjs";
import { RTM_GETLINK } from "#src/common/rtm.js";
import { followLink$ } from "#src/link/follow.js";
import type { Rtnetlink } from "#src/rtnetlink.js";

type Source = (nl: Rtnetlink) => Observable<unknown>;

/** Streams that continue until they are closed. */
export const STREAMS: Readonly<Record<string, Source>> = {
  "notifications$ of a connection": ({ connection, link }) => connection.notifications$([definitionOf(link)]),
  notifications$: ({ link }) => link.notifications$(),
  watch$: ({ link }) => link.watch$(),
  "watch$ of some": ({ link }) => link.watch$({ ifname: "lo" }),
  state$: ({ link }) => link.state$(),
  topology$: (nl) => nl.topology$(),
  followLink$: ({ link }) => followLink$(link, "lo"),
  "track()": ({ connection, link, address }) =>
    defer(() => track<object>(connection, [trackableOf<object>(link), trackableOf<object>(address)]).events$),
};

/** Requests, which complete with their reply. */
export const REQUESTS: Readonly<Record<string, Source>> = {
  list$: ({ link }) => link.list$(),
  dump$: ({ connection, link }) =>
    connection.dump$({ type: RTM_GETLINK, layout: definitionOf(link).layout, value: {} }),
  get$: ({ link }) => link.get$({ index: 1 }),
  "get$ of what is not there": ({ link }) => link.get$({ index: 77 }),
  "change$ of what is not there": ({ link }) => link.change$({ index: 77, mtu: 1400 }),
  "change$ of what cannot be sent": ({ link }) => link.change$({ index: 1, mtu: -1 }),
  "flush$ of what is not there": ({ link }) => link.flush$({ ifname: "none" }),
  batch$: ({ link }) => link.batch$("change", [{ index: 77, mtu: 1400 }]),
  "several at once": ({ link }) => merge(link.list$(), link.get$({ index: 1 }), link.list$()),
};
