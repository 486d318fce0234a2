import { bindObject, type Connection, type ObjectOf } from "@rxnetlink/core";
import { nest, refine } from "@rxnetlink/core/schema";
import { listedObject } from "../common/listed.js";
import { relisted } from "../common/relisting.js";
import { type TipcQuery, type TipcSocket, tipcMessage, tipcRequest, tipcSocketAttributes } from "./layout.js";

/** What is sent is a request, and what is received a nest with a socket. */
const envelope = {
  layout: refine<object>(tipcMessage, {
    write: (out, value, scope) => tipcRequest.write(out, value as TipcQuery, scope),
  }),
  dump: (filter: object) => filter,
  open: ({ sock }: { readonly sock?: TipcSocket }) => (sock === undefined ? [] : [sock]),
};

/** Messages of sockets of TIPC. */
export const tipcObject = {
  ...listedObject<TipcSocket, TipcQuery>("tipc", nest<TipcSocket>(tipcSocketAttributes), {
    request: nest<TipcQuery>(tipcRequest),
    requestOnly: ["states"],
    details: [],
    namedBy: ["ref", "ino"],
    handler: ["tipc_diag", "CONFIG_TIPC_DIAG"],
    state: relisted<TipcSocket>(["stat"]),
  }),
  envelope,
};

/**
 * Verbs of sockets of TIPC; since 4.18. `get$` takes any members of a listed one. `watch$` and `state$` list every 5 seconds, or
 * as often as `relistEvery` says: the kernel reports nothing about them.
 */
export interface TipcSockets extends ObjectOf<typeof tipcObject> {}

/** Binds sockets of TIPC to a connection. */
export function tipcSocketsOf(connection: Connection): TipcSockets {
  return bindObject(connection, tipcObject);
}
