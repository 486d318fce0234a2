import type { Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import type { Observable } from "rxjs";
import type { FamilyConnection, FamilyConnectionOptions } from "./family/connection.js";
import { connectController, type Families, familiesOf } from "./nlctrl/controller.js";
import type { FamilyCapabilities } from "./nlctrl/policy/capabilities.js";
import { capabilities$ } from "./nlctrl/policy/read.js";

/** The controller of generic netlink. It needs no privileges. */
export interface GenericNetlink {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Families that the kernel has loaded. */
  readonly family: Families;
  /**
   * Emits what the running kernel accepts in the requests of a family: attributes, ranges, lengths, nests (since 5.7).
   *
   * Errors with a `KernelError`: `ENOENT` if the kernel has no such family.
   *
   * @example
   * const capabilities = await firstValueFrom(genl.capabilities$("ethtool"));
   * capabilities.accepts({ command: ETHTOOL_MSG_RINGS_SET, layout: ringsMessage, path: "tcpDataSplit" });
   */
  capabilities$(familyName: string): Observable<FamilyCapabilities>;
}

/** Options of connections to a family. */
export interface FamilyOptions<T extends Transport = Transport> extends FamilyConnectionOptions {
  /** Transport of requests and notifications. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, ...common } = connectionChecks;

/** Checks of {@link FamilyOptions}. */
export const familyChecks: OptionChecks<FamilyOptions> = { ...common, transport: aTransport };

/**
 * Connects to the controller of generic netlink over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function genericNetlink(options: FamilyOptions): GenericNetlink {
  const { transport, ...rest } = checkOptions("genericNetlink", options, familyChecks);
  const connection = connectController(transport, rest);
  return {
    connection,
    family: familiesOf(connection),
    capabilities$: (familyName) => capabilities$(connection, familyName),
  };
}
