import { bindObject, type Connection, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { listedObject } from "../common/listed.js";
import { relisted } from "../common/relisting.js";
import { type UnixQuery, type UnixSocket, unixRequest, unixSocketMessage } from "./layout.js";

/** Messages of unix sockets. */
export const unixObject = {
  ...listedObject<UnixSocket, UnixQuery>("unix", nest<UnixSocket>(unixSocketMessage), {
    request: nest<UnixQuery>(unixRequest),
    requestOnly: ["states", "show"],
    details: ["show"],
    namedBy: ["ino", "name"],
    handler: ["unix_diag", "CONFIG_UNIX_DIAG"],
    state: relisted<UnixSocket>(["rqlen", "meminfo", "icons"]),
  }),
  // The kernel looks one up by its inode.
  getsByList: ({ ino }: Partial<UnixSocket>) => ino === undefined || ino === 0,
};

/**
 * Verbs of unix sockets. `get$` takes `ino`, with `cookie` so that no other socket is taken for it, or any members of a listed
 * one. `watch$` and `state$` list every 5 seconds, or as often as `relistEvery` says: the kernel reports nothing about them.
 */
export interface UnixSockets extends ObjectOf<typeof unixObject> {}

/** Binds unix sockets to a connection. */
export function unixSocketsOf(connection: Connection): UnixSockets {
  return bindObject(connection, unixObject);
}
