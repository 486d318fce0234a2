import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type DevlinkDevs, devsOf } from "./dev/dev.js";
import { type DevlinkInfos, devlinkInfoObject } from "./dev/info.js";
import { type DevlinkDpipes, dpipesOf } from "./dpipe/dpipe.js";
import { type DevlinkEswitches, devlinkEswitchObject } from "./eswitch/eswitch.js";
import { devlinkFamily } from "./family.js";
import { type DevlinkHealths, healthsOf } from "./health/health.js";
import { type DevlinkLinecards, devlinkLinecardObject } from "./linecard/linecard.js";
import { type DevlinkMonitor, monitorOf } from "./monitor.js";
import { type DevlinkParams, paramsOf } from "./param/param.js";
import { type DevlinkPorts, portsOf } from "./port/port.js";
import { type DevlinkRates, devlinkRateObject } from "./rate/rate.js";
import { type DevlinkRegions, regionsOf } from "./region/region.js";
import { type DevlinkResourceVerbs, resourcesOf } from "./resource/resource.js";
import {
  type DevlinkSbPools,
  type DevlinkSbPortPools,
  type DevlinkSbTcPoolBinds,
  devlinkSbPoolObject,
  devlinkSbPortPoolObject,
  devlinkSbTcPoolBindObject,
} from "./sb/pool.js";
import { type DevlinkSbs, sbsOf } from "./sb/sb.js";
import { type DevlinkSelftestVerbs, selftestsOf } from "./selftest/selftest.js";
import {
  type DevlinkTrapGroups,
  type DevlinkTrapPolicers,
  type DevlinkTraps,
  devlinkTrapGroupObject,
  devlinkTrapObject,
  devlinkTrapPolicerObject,
} from "./trap/trap.js";

/** devlink: what devices have beside links. Changes need `CAP_NET_ADMIN`. */
export interface Devlink {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Instances: devices whose drivers have devlink. */
  readonly dev: DevlinkDevs;
  /** Serial numbers and versions. */
  readonly info: DevlinkInfos;
  /** Ports. */
  readonly port: DevlinkPorts;
  /** Parameters. */
  readonly param: DevlinkParams;
  /** Resources, such as tables of a certain size. */
  readonly resource: DevlinkResourceVerbs;
  /** Regions of a device's memory. */
  readonly region: DevlinkRegions;
  /** Health reporters. */
  readonly health: DevlinkHealths;
  /** Traps: reasons for which a device gives packets to the processor. */
  readonly trap: DevlinkTraps;
  /** Groups of traps. */
  readonly trapGroup: DevlinkTrapGroups;
  /** Policers of traps. */
  readonly trapPolicer: DevlinkTrapPolicers;
  /** Rate objects. */
  readonly rate: DevlinkRates;
  /** Line cards. */
  readonly linecard: DevlinkLinecards;
  /** Self-tests. */
  readonly selftest: DevlinkSelftestVerbs;
  /** Embedded switches. */
  readonly eswitch: DevlinkEswitches;
  /** Shared buffers. */
  readonly sb: DevlinkSbs;
  /** Pools of shared buffers. */
  readonly sbPool: DevlinkSbPools;
  /** Shares of ports in pools. */
  readonly sbPortPool: DevlinkSbPortPools;
  /** Pools of traffic classes. */
  readonly sbTcPoolBind: DevlinkSbTcPoolBinds;
  /** Pipelines: how devices forward. */
  readonly dpipe: DevlinkDpipes;
  /**
   * Emits everything that the kernel reports, in its order: `object` tells the kind. Never completes by itself.
   *
   * @example
   * devlink.monitor$({ filter: { busName: "pci", devName: "0000:03:00.0" } });
   */
  readonly monitor$: DevlinkMonitor;
}

/**
 * Connects to devlink over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function devlink(options: FamilyOptions): Devlink {
  const { transport, ...rest } = checkOptions("devlink", options, familyChecks);
  const connection = connectFamily(transport, devlinkFamily, rest);
  return {
    connection,
    dev: devsOf(connection),
    info: bindObject(connection, devlinkInfoObject),
    port: portsOf(connection),
    param: paramsOf(connection),
    resource: resourcesOf(connection),
    region: regionsOf(connection),
    health: healthsOf(connection),
    trap: bindObject(connection, devlinkTrapObject),
    trapGroup: bindObject(connection, devlinkTrapGroupObject),
    trapPolicer: bindObject(connection, devlinkTrapPolicerObject),
    rate: bindObject(connection, devlinkRateObject),
    linecard: bindObject(connection, devlinkLinecardObject),
    selftest: selftestsOf(connection),
    eswitch: bindObject(connection, devlinkEswitchObject),
    sb: sbsOf(connection),
    sbPool: bindObject(connection, devlinkSbPoolObject),
    sbPortPool: bindObject(connection, devlinkSbPortPoolObject),
    sbTcPoolBind: bindObject(connection, devlinkSbTcPoolBindObject),
    dpipe: dpipesOf(connection),
    monitor$: monitorOf(connection),
  };
}
