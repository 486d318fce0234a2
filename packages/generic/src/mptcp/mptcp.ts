import { type Ack, bindObject } from "@rxnetlink/core";
import { checkOptions, deferred } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import type { Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import {
  MPTCP_PM_CMD_ANNOUNCE,
  MPTCP_PM_CMD_GET_LIMITS,
  MPTCP_PM_CMD_REMOVE,
  MPTCP_PM_CMD_SET_LIMITS,
  MPTCP_PM_CMD_SUBFLOW_CREATE,
  MPTCP_PM_CMD_SUBFLOW_DESTROY,
} from "./commands.js";
import { type MptcpEndpoints, mptcpEndpointsOf, withFamily } from "./endpoint.js";
import { type MptcpEvents, mptcpEventObject } from "./event.js";
import { mptcpFamily } from "./family.js";
import { type MptcpLimits, type MptcpPath, mptcpMessage } from "./layout.js";

/** Limits of all connections of the namespace. */
export interface MptcpLimitVerbs {
  /** Emits the limits (`MPTCP_PM_CMD_GET_LIMITS`). */
  get$(): Observable<MptcpLimits>;
  /** Sets limits (`MPTCP_PM_CMD_SET_LIMITS`); one that is not given stays as it is. */
  set$(limits: MptcpLimits): Observable<Ack>;
}

/**
 * Requests about one connection, by a path manager in user space: of connections that were opened while the sysctl
 * `net.mptcp.pm_type` was 1 (`net.mptcp.path_manager` was `userspace`). Since 5.19.
 */
export interface MptcpPaths {
  /** Announces a local address to the peer. */
  announce$(path: Pick<MptcpPath, "token" | "addr">): Observable<Ack>;
  /** Withdraws a local address that was announced, and closes its subflows. */
  withdraw$(path: Pick<MptcpPath, "token" | "locId">): Observable<Ack>;
  /** Opens a subflow. */
  open$(path: Pick<MptcpPath, "token" | "addr" | "addrRemote">): Observable<Ack>;
  /** Closes a subflow. */
  close$(path: Pick<MptcpPath, "token" | "addr" | "addrRemote">): Observable<Ack>;
}

/** MPTCP in one network namespace. Changes need `CAP_NET_ADMIN` there. */
export interface Mptcp {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Addresses that the path manager uses. */
  readonly endpoint: MptcpEndpoints;
  /** Limits of connections. */
  readonly limits: MptcpLimitVerbs;
  /** Events of connections. */
  readonly event: MptcpEvents;
  /** Requests about one connection. */
  readonly path: MptcpPaths;
}

/** Returns the verbs of the limits. */
function limitsOf(connection: FamilyConnection): MptcpLimitVerbs {
  const request = (type: number, verb: string, value: MptcpLimits) => ({
    type,
    layout: nest<MptcpLimits>(mptcpMessage),
    value,
    label: { object: "mptcpLimits", verb, namedBy: [] },
  });
  return {
    get$: () => connection.request$(request(MPTCP_PM_CMD_GET_LIMITS, "get", {})),
    set$: (limits) => connection.execute$(request(MPTCP_PM_CMD_SET_LIMITS, "set", limits)),
  };
}

/** Returns the requests about one connection. */
function pathsOf(connection: FamilyConnection): MptcpPaths {
  const send = (type: number, verb: string) => {
    const label = { object: "mptcpPath", verb, namedBy: ["token"] };
    return ({ addr, addrRemote, ...path }: MptcpPath) =>
      deferred(() => {
        const value = {
          ...path,
          ...(addr && { addr: withFamily(addr) }),
          ...(addrRemote && { addrRemote: withFamily(addrRemote) }),
        };
        return connection.execute$({ type, layout: mptcpMessage, value, label });
      });
  };
  return {
    announce$: send(MPTCP_PM_CMD_ANNOUNCE, "announce"),
    withdraw$: send(MPTCP_PM_CMD_REMOVE, "withdraw"),
    open$: send(MPTCP_PM_CMD_SUBFLOW_CREATE, "open"),
    close$: send(MPTCP_PM_CMD_SUBFLOW_DESTROY, "close"),
  };
}

/**
 * Opens the path manager of MPTCP (`mptcp_pm`) over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function mptcp(options: FamilyOptions): Mptcp {
  const { transport, ...rest } = checkOptions("mptcp", options, familyChecks);
  const connection = connectFamily(transport, mptcpFamily, rest);
  return {
    connection,
    endpoint: mptcpEndpointsOf(connection),
    limits: limitsOf(connection),
    event: bindObject(connection, mptcpEventObject),
    path: pathsOf(connection),
  };
}
