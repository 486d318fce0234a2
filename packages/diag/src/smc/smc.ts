import { bindObject, type Connection, type ObjectOf } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { listedObject } from "../common/listed.js";
import { relisted } from "../common/relisting.js";
import { type SmcQuery, type SmcSocket, smcRequest, smcSocketMessage } from "./layout.js";

/** Messages of sockets of SMC. */
export const smcObject = listedObject<SmcSocket, SmcQuery>("smc", nest<SmcSocket>(smcSocketMessage), {
  request: nest<SmcQuery>(smcRequest),
  requestOnly: ["ext"],
  details: ["ext"],
  namedBy: ["src", "sport", "dst", "dport"],
  handler: ["smc_diag", "CONFIG_SMC_DIAG"],
  state: relisted<SmcSocket>(["conninfo"]),
});

/**
 * Verbs of sockets of SMC; since 4.11. `get$` takes any members of a listed one. `watch$` and `state$` list every 5 seconds, or
 * as often as `relistEvery` says: the kernel reports nothing about them.
 */
export interface SmcSockets extends ObjectOf<typeof smcObject> {}

/** Binds sockets of SMC to a connection. */
export function smcSocketsOf(connection: Connection): SmcSockets {
  return bindObject(connection, smcObject);
}
