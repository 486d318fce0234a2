import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type OvsCtLimits, ovsCtLimitObject } from "./ct-limit.js";
import { type OvsDatapaths, ovsDatapathObject } from "./datapath.js";
import {
  ovsCtLimitFamily,
  ovsDatapathFamily,
  ovsFlowFamily,
  ovsMeterFamily,
  ovsPacketFamily,
  ovsVportFamily,
} from "./families.js";
import { type OvsFlows, ovsFlowsOf } from "./flow/flow.js";
import { type OvsMeters, ovsMetersOf } from "./meter.js";
import { ofDatapaths } from "./of-datapaths.js";
import { type OvsPackets, ovsPacketsOf } from "./packet.js";
import { type OvsVports, ovsVportObject } from "./vport.js";

/** Connections to the families of Open vSwitch. */
export interface OvsConnections {
  /** Datapaths. */
  readonly datapath: FamilyConnection;
  /** Ports. */
  readonly vport: FamilyConnection;
  /** Flows. */
  readonly flow: FamilyConnection;
  /** Meters. */
  readonly meter: FamilyConnection;
  /** Limits on the number of connections. */
  readonly ctLimit: FamilyConnection;
  /** Packets. */
  readonly packet: FamilyConnection;
  /** Closes all of them. */
  close(): void;
}

/** The datapaths of Open vSwitch in one network namespace. Changes need `CAP_NET_ADMIN` there. */
export interface Ovs {
  /** Underlying connections, one to each family, for messages without a verb. */
  readonly connection: OvsConnections;
  /** Datapaths. */
  readonly datapath: OvsDatapaths;
  /** Ports of datapaths. */
  readonly vport: OvsVports;
  /** Flows of datapaths. */
  readonly flow: OvsFlows;
  /** Meters of datapaths. */
  readonly meter: OvsMeters;
  /** Limits on the number of connections. */
  readonly ctLimit: OvsCtLimits;
  /** Packets that datapaths hand over, or that are to be sent. */
  readonly packet: OvsPackets;
}

function connectAll(options: FamilyOptions): OvsConnections {
  const { transport, ...rest } = options;
  const to = (family: Family) => connectFamily(transport, family, rest);
  const all = {
    datapath: to(ovsDatapathFamily),
    vport: to(ovsVportFamily),
    flow: to(ovsFlowFamily),
    meter: to(ovsMeterFamily),
    ctLimit: to(ovsCtLimitFamily),
    packet: to(ovsPacketFamily),
  };
  return {
    ...all,
    close() {
      for (const connection of Object.values(all)) connection.close();
    },
  };
}

/**
 * Opens the datapaths of Open vSwitch over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function ovs(options: FamilyOptions): Ovs {
  const connection = connectAll(checkOptions("ovs", options, familyChecks));
  const datapath: OvsDatapaths = bindObject(connection.datapath, ovsDatapathObject);
  return {
    connection,
    datapath,
    vport: ofDatapaths(connection.vport, ovsVportObject as never, datapath) as unknown as OvsVports,
    flow: ovsFlowsOf(connection.flow, datapath),
    meter: ovsMetersOf(connection.meter),
    ctLimit: bindObject(connection.ctLimit, ovsCtLimitObject),
    packet: ovsPacketsOf(connection.packet),
  };
}
