import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import {
  type L2tpSessions,
  type L2tpTunnels,
  l2tpGroups,
  l2tpSessionObject,
  l2tpTunnelObject,
} from "./objects.js";

/** The family of L2TP. */
export const l2tpFamily: Family = {
  name: "l2tp",
  version: 1,
  groups: l2tpGroups,
  from: "the module l2tp_netlink",
};

/** L2TP: tunnels and their sessions. */
export interface L2tpFamily {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Tunnels, which are named by `connId`. */
  readonly tunnel: L2tpTunnels;
  /** Sessions, which are named by `connId` and `sessionId`, or by `ifname`. Those of Ethernet are links, by `l2tp_eth`. */
  readonly session: L2tpSessions;
}

/**
 * Connects to the family of L2TP over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 *
 * @example
 * tunnels.tunnel.add$({ connId: 1, peerConnId: 2, ipSaddr: "192.0.2.1", ipDaddr: "192.0.2.2", udpSport: 5000, udpDport: 5000 });
 */
export function l2tp(options: FamilyOptions): L2tpFamily {
  const { transport, ...rest } = checkOptions("l2tp", options, familyChecks);
  const connection = connectFamily(transport, l2tpFamily, rest);
  return {
    connection,
    tunnel: bindObject(connection, l2tpTunnelObject),
    session: bindObject(connection, l2tpSessionObject),
  };
}
