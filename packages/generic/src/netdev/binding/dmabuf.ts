import type { Connection } from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { attributes, type Infer, message, nest, repeated, u32 } from "@rxnetlink/core/schema";
import { ignoreElements, map, merge, mergeMap, type Observable } from "rxjs";
import { genlmsghdr } from "../../family/genlmsghdr.js";
import { NETDEV_CMD_BIND_RX, NETDEV_CMD_BIND_TX } from "../commands.js";
import { type NetdevQueueId, netdevQueueIdAttributes } from "../queue/layout.js";

const dmabufAttributes = attributes("dmabuf", "NETDEV_A_DMABUF_", {
  /** Index of the link. */
  ifindex: [1, u32],
  /** Queues that receive into the memory. */
  queues: [2, repeated(nest<NetdevQueueId>(netdevQueueIdAttributes))],
  /** File descriptor of the memory. */
  fd: [3, u32],
  /** Id of the binding. */
  id: [4, u32],
});

/** Layout of `NETDEV_CMD_BIND_*`. */
export const netdevDmabufMessage = message("netdevDmabuf", genlmsghdr, dmabufAttributes);
/** A binding of memory of a device to a link. */
export interface NetdevDmabuf extends Infer<typeof netdevDmabufMessage> {}

/** Wishes for a binding of memory of a device to queues that receive. */
export interface NetdevBindRx {
  /** Index of the link. */
  readonly ifindex: number;
  /** File descriptor of the memory. */
  readonly fd: number;
  /** Queues that receive into the memory. */
  readonly queues: readonly NetdevQueueId[];
}

/** Wishes for a binding of memory of a device to a link that sends. */
export interface NetdevBindTx extends Omit<NetdevBindRx, "queues"> {}

/** Functions that bind memory of a device, such as a GPU, to a link. */
export interface NetdevBindings {
  /** Has queues receive into the memory, and emits the id of the binding, which lasts until unsubscribed (since 6.12). */
  rx$(binding: NetdevBindRx): Observable<number>;
  /** Lets sockets send from the memory, and emits the id of the binding, which lasts until unsubscribed (since 6.16). */
  tx$(binding: NetdevBindTx): Observable<number>;
}

/** Binds memory for as long as somebody is subscribed: the kernel ends the binding with the socket. */
function bound$(connection: Connection, type: number, value: Partial<NetdevDmabuf>): Observable<number> {
  const layout = nest<NetdevDmabuf>(netdevDmabufMessage);
  const label = { object: "netdevDmabuf", verb: "bind", namedBy: ["ifindex"] };
  return connection.session$<unknown>([]).pipe(
    mergeMap((session) =>
      merge(
        session.request$({ type, layout, value, label }).pipe(map(({ id }) => id!)),
        // Ends with the socket.
        session.notifications$.pipe(ignoreElements()),
      ),
    ),
  );
}

/** Returns the functions that bind memory over a connection. */
export const bindingsOf = (connection: Connection): NetdevBindings => ({
  rx$: (binding) =>
    deferred(() => bound$(connection, NETDEV_CMD_BIND_RX, { ...binding, queues: [...binding.queues] })),
  tx$: (binding) => deferred(() => bound$(connection, NETDEV_CMD_BIND_TX, { ...binding })),
});
