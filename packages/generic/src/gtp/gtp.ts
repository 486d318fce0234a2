import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type GtpEchoes, type GtpPdps, gtpEchoObject, gtpGroups, gtpPdpObject } from "./pdp.js";

/** The family of GTP, the tunnels of mobile networks. */
export const gtpFamily: Family = {
  name: "gtp",
  version: 0,
  groups: gtpGroups,
  readsFlags: true,
  from: "the module gtp",
};

/** GTP: the tunnels of mobile stations over links of the kind `gtp`. */
export interface GtpFamily {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** PDP contexts, which are named by `link` and `iTei` (version 1), `tid` (version 0) or `msAddress`. */
  readonly pdp: GtpPdps;
  /** Echo requests to other nodes, and their responses; since 5.18. */
  readonly echo: GtpEchoes;
}

/**
 * Connects to the family of GTP over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 *
 * @example
 * gtp({ transport }).pdp.add$({ link, iTei: 1, oTei: 2, peerAddress: "192.0.2.1", msAddress: "198.51.100.1" });
 */
export function gtp(options: FamilyOptions): GtpFamily {
  const { transport, ...rest } = checkOptions("gtp", options, familyChecks);
  const connection = connectFamily(transport, gtpFamily, rest);
  return {
    connection,
    pdp: bindObject(connection, gtpPdpObject),
    echo: bindObject(connection, gtpEchoObject),
  };
}
