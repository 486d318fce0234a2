import { bindObject } from "@rxnetlink/core";
import { checkOptions } from "@rxnetlink/core/internal";
import { connectFamily } from "../connect.js";
import type { FamilyConnection } from "../family/connection.js";
import type { Family } from "../family/definition.js";
import { type FamilyOptions, familyChecks } from "../generic.js";
import { type TcpMetricsEntries, tcpMetricsObject } from "./entry.js";

/** The family of the metrics of TCP. */
export const tcpMetricsFamily: Family = { name: "tcp_metrics", version: 1 };

/** Metrics of TCP in one network namespace. Anyone may read them. */
export interface TcpMetrics {
  /** Underlying connection, for messages without a verb. */
  readonly connection: FamilyConnection;
  /** Values by the addresses of a peer and of this side. */
  readonly entry: TcpMetricsEntries;
}

/**
 * Opens the metrics of TCP (`tcp_metrics`) over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function tcpMetrics(options: FamilyOptions): TcpMetrics {
  const { transport, ...rest } = checkOptions("tcpMetrics", options, familyChecks);
  const connection = connectFamily(transport, tcpMetricsFamily, rest);
  return { connection, entry: bindObject(connection, tcpMetricsObject) };
}
