import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { batadvFamily } from "./family.js";
import {
  type BatadvHardifs,
  type BatadvMeshes,
  type BatadvVlans,
  batadvHardifObject,
  batadvMeshObject,
  batadvVlanObject,
} from "./settings.js";
import {
  type BatadvAlgorithm,
  type BatadvArpEntry,
  type BatadvBackbone,
  type BatadvClaim,
  type BatadvGateway,
  type BatadvGlobalClient,
  type BatadvLocalClient,
  type BatadvMcast,
  type BatadvNeighbor,
  type BatadvOriginator,
  type BatadvTable,
  batadvAlgorithmObject,
  batadvArpObject,
  batadvBackboneObject,
  batadvClaimObject,
  batadvGatewayObject,
  batadvGlobalClientObject,
  batadvLocalClientObject,
  batadvMcastObject,
  batadvNeighborObject,
  batadvOriginatorObject,
} from "./tables.js";
import { type BatadvMeasurement, type BatadvMeasuring, throughput$ } from "./throughput.js";

/** batman-adv, a mesh of layer 2, in one network namespace. Most requests need `CAP_NET_ADMIN` there. */
export interface BatmanAdv {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Meshes, and the settings of this node. */
  readonly mesh: BatadvMeshes;
  /** Links of a mesh. */
  readonly hardif: BatadvHardifs;
  /** VLANs over a mesh. */
  readonly vlan: BatadvVlans;
  /** Routing algorithms. */
  readonly algorithm: BatadvTable<BatadvAlgorithm>;
  /** Paths to the other nodes. */
  readonly originator: BatadvTable<BatadvOriginator>;
  /** Neighbours. */
  readonly neighbor: BatadvTable<BatadvNeighbor>;
  /** Gateways to the Internet. */
  readonly gateway: BatadvTable<BatadvGateway>;
  /** Clients of this node (the local translation table). */
  readonly localClient: BatadvTable<BatadvLocalClient>;
  /** Clients of other nodes (the global translation table). */
  readonly globalClient: BatadvTable<BatadvGlobalClient>;
  /** Claims of bridge loop avoidance. */
  readonly claim: BatadvTable<BatadvClaim>;
  /** Backbones of bridge loop avoidance. */
  readonly backbone: BatadvTable<BatadvBackbone>;
  /** Distributed ARP table. */
  readonly arp: BatadvTable<BatadvArpEntry>;
  /** Multicast facts of nodes. */
  readonly mcast: BatadvTable<BatadvMcast>;
  /**
   * Measures the throughput to another node (`BATADV_CMD_TP_METER`), and emits the result once it ends; unsubscribing stops it.
   *
   * @example
   * batadv.throughput$({ meshIfindex: 7, origAddress: "02:00:00:00:00:01", tpmeterTestTime: 1000 });
   */
  throughput$(measuring: BatadvMeasuring): Observable<BatadvMeasurement>;
}

function tablesOf(connection: FamilyConnection) {
  return {
    algorithm: bindObject(connection, batadvAlgorithmObject),
    originator: bindObject(connection, batadvOriginatorObject),
    neighbor: bindObject(connection, batadvNeighborObject),
    gateway: bindObject(connection, batadvGatewayObject),
    localClient: bindObject(connection, batadvLocalClientObject),
    globalClient: bindObject(connection, batadvGlobalClientObject),
    claim: bindObject(connection, batadvClaimObject),
    backbone: bindObject(connection, batadvBackboneObject),
    arp: bindObject(connection, batadvArpObject),
    mcast: bindObject(connection, batadvMcastObject),
  };
}

/**
 * Opens batman-adv over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function batadv(options: FamilyOptions): BatmanAdv {
  const { transport, ...rest } = checkOptions("batadv", options, familyChecks);
  const connection = connectFamily(transport, batadvFamily, rest);
  return {
    connection,
    mesh: bindObject(connection, batadvMeshObject),
    hardif: bindObject(connection, batadvHardifObject),
    vlan: bindObject(connection, batadvVlanObject),
    ...tablesOf(connection),
    throughput$: (measuring) => throughput$(connection, measuring),
  };
}
