import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { bindingsOf, type NetdevBindings } from "./binding/dmabuf.js";
import { type NetdevDevs, netdevDevObject } from "./dev/dev.js";
import { netdevFamily } from "./family.js";
import { type NetdevNapis, netdevNapiObject } from "./napi/napi.js";
import {
  type NetdevPagePoolStatistics,
  type NetdevPagePools,
  netdevPagePoolObject,
  netdevPagePoolStatsObject,
} from "./page-pool/page-pool.js";
import { type NetdevQueues, queuesOf } from "./queue/queue.js";
import { type NetdevQstatistics, netdevQstatsObject } from "./stats/qstats.js";

/** netdev, since 6.3: what is behind a link: abilities for XDP, queues, NAPI instances, page pools, statistics. */
export interface Netdev {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Abilities of links' drivers for XDP. */
  readonly dev: NetdevDevs;
  /** Queues. */
  readonly queue: NetdevQueues;
  /** NAPI instances, which poll queues. */
  readonly napi: NetdevNapis;
  /** Page pools: memory for packets. */
  readonly pagePool: NetdevPagePools;
  /** Statistics of page pools. */
  readonly pagePoolStats: NetdevPagePoolStatistics;
  /** Statistics of links and queues. */
  readonly qstats: NetdevQstatistics;
  /** Bindings of memory of a device to links. */
  readonly binding: NetdevBindings;
}

/**
 * Connects to netdev over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function netdev(options: FamilyOptions): Netdev {
  const { transport, ...rest } = checkOptions("netdev", options, familyChecks);
  const connection = connectFamily(transport, netdevFamily, rest);
  return {
    connection,
    dev: bindObject(connection, netdevDevObject),
    queue: queuesOf(connection),
    napi: bindObject(connection, netdevNapiObject),
    pagePool: bindObject(connection, netdevPagePoolObject),
    pagePoolStats: bindObject(connection, netdevPagePoolStatsObject),
    qstats: bindObject(connection, netdevQstatsObject),
    binding: bindingsOf(connection),
  };
}
