import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type NetShaperCapabilities, type NetShapers, netShaperCapsObject, shapersOf } from "./shaper.js";

/** net-shaper. */
export const netShaperFamily: Family = {
  name: "net-shaper",
  version: 1,
  from: "a driver that shapes, since 6.13",
};

/** net-shaper, since 6.13: limits that devices keep of what links and queues send. */
export interface NetShaper {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Shapers. */
  readonly shaper: NetShapers;
  /** Abilities of links to shape. */
  readonly caps: NetShaperCapabilities;
}

/**
 * Connects to net-shaper over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function netShaper(options: FamilyOptions): NetShaper {
  const { transport, ...rest } = checkOptions("netShaper", options, familyChecks);
  const connection = connectFamily(transport, netShaperFamily, rest);
  return {
    connection,
    shaper: shapersOf(connection),
    caps: bindObject(connection, netShaperCapsObject),
  };
}
