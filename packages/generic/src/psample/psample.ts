import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { psampleFamily } from "./family.js";
import { type PsampleGroups, psampleGroupObject } from "./group.js";
import { type PsampleSamples, samplesFrom } from "./samples.js";

/** psample: packets that are sampled, by a device or by `tc`. */
export interface Psample {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Groups, into which packets are sampled. */
  readonly group: PsampleGroups;
  /**
   * Emits sampled packets, and how many were lost, until unsubscribed. Needs `CAP_NET_ADMIN`.
   *
   * @example
   * // tc filter add dev eth0 ingress matchall action sample rate 100 group 5
   * psample.samples$({ group: 5 }).subscribe((event) => console.log(event));
   */
  readonly samples$: PsampleSamples;
}

/**
 * Connects to psample over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function psample(options: FamilyOptions): Psample {
  const { transport, ...rest } = checkOptions("psample", options, familyChecks);
  const connection = connectFamily(transport, psampleFamily, rest);
  return {
    connection,
    group: bindObject(connection, psampleGroupObject),
    samples$: samplesFrom(connection),
  };
}
