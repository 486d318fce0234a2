import {
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { NETDEV_CMD_QUEUE_CREATE, NETDEV_CMD_QUEUE_GET } from "../commands.js";
import { type NetdevLease, type NetdevQueue, netdevQueueMessage } from "./layout.js";

/** Messages of queues (`NETDEV_CMD_QUEUE_*`). */
export const netdevQueueObject = defineObject({
  name: "netdevQueue",
  namedBy: ["ifindex", "type", "id"],
  layout: nest<NetdevQueue>(netdevQueueMessage),
  types: { get: NETDEV_CMD_QUEUE_GET },
  groups: [],
  verbs: ["list", "get"],
  filters: ["ifindex"],
  keysOf: (queue) => [pick(queue, "ifindex", "type", "id")],
});

/** Wishes for a queue that leads to one of another link. */
export interface NetdevQueueCreation {
  /** Index of the link that gets the queue. */
  readonly ifindex: number;
  /** Direction: `"rx"`. */
  readonly type: NonNullable<NetdevQueue["type"]>;
  /** The queue that it leads to. */
  readonly lease: NetdevLease;
}

/** Verbs of queues, since 6.8. */
export interface NetdevQueues extends ObjectOf<typeof netdevQueueObject> {
  /** Creates a queue of a virtual link that leads to one of a device, and emits its number (since 7.1). */
  create$(queue: NetdevQueueCreation): Observable<NetdevQueue>;
}

/** Returns the verbs of queues over a connection. */
export function queuesOf(connection: Connection): NetdevQueues {
  const create = {
    type: NETDEV_CMD_QUEUE_CREATE,
    layout: netdevQueueObject.layout,
    label: { object: "netdevQueue", verb: "create", namedBy: ["ifindex", "type"] },
  };
  return extendObject(bindObject(connection, netdevQueueObject), {
    create$: (value: NetdevQueueCreation) => deferred(() => connection.request$({ ...create, value })),
  });
}
