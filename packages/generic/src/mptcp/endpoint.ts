import {
  type Ack,
  bindObject,
  type Connection,
  defineObject,
  extendObject,
  type ObjectOf,
  pick,
} from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import {
  MPTCP_PM_CMD_ADD_ADDR,
  MPTCP_PM_CMD_DEL_ADDR,
  MPTCP_PM_CMD_FLUSH_ADDRS,
  MPTCP_PM_CMD_GET_ADDR,
  MPTCP_PM_CMD_SET_FLAGS,
} from "./commands.js";
import { type MptcpAddress, type MptcpEndpoint, mptcpEndpointFlags, mptcpMessage } from "./layout.js";

const AF_INET = 2;
const AF_INET6 = 10;
/** Time between lists, in milliseconds: the kernel reports no changes. */
const RELIST = 1000;

/** Completes an address by its family. */
export function withFamily<A extends Partial<MptcpAddress>>(address: A): A {
  const { addr4, addr6 } = address;
  const family = addr6 === undefined ? (addr4 === undefined ? undefined : AF_INET) : AF_INET6;
  return family === undefined ? address : { family, ...address };
}

/** Completes the family, and removes the flag that the kernel sets, so that a listed endpoint can be added again. */
function completeEndpoint(given: Partial<MptcpEndpoint>): Partial<MptcpEndpoint> {
  const { addr } = given;
  if (addr === undefined || !isRecord(addr)) return given;
  const { flags, ...rest }: MptcpAddress = withFamily<MptcpAddress>(addr);
  if (flags === undefined) return { ...given, addr: rest };
  const settable = typeof flags === "number" ? flags & ~mptcpEndpointFlags.bits.implicit : flags;
  return { ...given, addr: { ...rest, flags: settable } };
}

/** Messages of endpoints (`MPTCP_PM_CMD_*_ADDR`). */
export const mptcpEndpointObject = defineObject({
  name: "mptcpEndpoint",
  namedBy: ["addr"],
  layout: nest<MptcpEndpoint>(mptcpMessage),
  types: {
    new: MPTCP_PM_CMD_ADD_ADDR,
    delete: MPTCP_PM_CMD_DEL_ADDR,
    get: MPTCP_PM_CMD_GET_ADDR,
    set: MPTCP_PM_CMD_SET_FLAGS,
  },
  groups: [],
  verbs: ["list", "get", "add", "change", "delete", "watch"],
  filters: [],
  changesBySet: () => true,
  complete: completeEndpoint,
  keysOf: ({ addr = {} }) => [
    { addr: pick(addr, ...(addr.id ? (["id"] as const) : (["family", "addr4", "addr6", "id"] as const))) },
  ],
  state: {
    identityOf: ({ addr = {} }) => addr.id ?? "",
    relistEvery: RELIST,
    silent: { "": { reason: "the kernel reports no changes of endpoints" } },
  },
});

/**
 * Verbs of endpoints. `change$` sets the flags `backup` and `fullmesh` of an endpoint, and of the subflows that use it (since
 * 5.17); the kernel cannot change anything else. State is kept by listing every second.
 */
export interface MptcpEndpoints extends ObjectOf<typeof mptcpEndpointObject> {
  /** Removes all endpoints with one request (`MPTCP_PM_CMD_FLUSH_ADDRS`). */
  flushAll$(): Observable<Ack>;
}

/** Returns the verbs of endpoints over a connection. */
export function mptcpEndpointsOf(connection: Connection): MptcpEndpoints {
  const label = { object: "mptcpEndpoint", verb: "flushAll", namedBy: [] };
  return extendObject(bindObject(connection, mptcpEndpointObject), {
    flushAll$: () =>
      connection.execute$({ type: MPTCP_PM_CMD_FLUSH_ADDRS, layout: mptcpMessage, value: {}, label }),
  });
}
