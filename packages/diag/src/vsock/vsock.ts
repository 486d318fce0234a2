import { bindObject, type Connection, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { listedObject } from "../common/listed.js";
import { relisted } from "../common/relisting.js";
import { type VsockQuery, type VsockSocket, vsockRequest, vsockSocketMessage } from "./layout.js";

/** Messages of sockets between a virtual machine and its host. */
export const vsockObject = listedObject<VsockSocket, VsockQuery>(
  "vsock",
  nest<VsockSocket>(vsockSocketMessage),
  {
    request: nest<VsockQuery>(vsockRequest),
    requestOnly: ["states"],
    details: [],
    namedBy: ["srcCid", "srcPort", "dstCid", "dstPort"],
    handler: ["vsock_diag", "CONFIG_VSOCKETS_DIAG"],
    state: relisted<VsockSocket>(),
  },
);

/**
 * Verbs of sockets between a virtual machine and its host; since 4.15. `get$` takes any members of a listed one. `watch$` and
 * `state$` list every 5 seconds, or as often as `relistEvery` says: the kernel reports nothing about them.
 */
export interface VsockSockets extends ObjectOf<typeof vsockObject> {}

/** Binds sockets between a virtual machine and its host to a connection. */
export function vsockSocketsOf(connection: Connection): VsockSockets {
  return bindObject(connection, vsockObject);
}
