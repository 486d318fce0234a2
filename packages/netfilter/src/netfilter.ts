import type { Connection, Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { connectNetfilter, type NetfilterConnectionOptions } from "./connect.js";

/** Netfilter in one network namespace. Everything needs `CAP_NET_ADMIN` there. */
export interface Netfilter {
  /** Underlying connection, for messages without a verb. */
  readonly connection: Connection;
}

/** Options of {@link netfilter}. */
export interface NetfilterOptions<T extends Transport = Transport> extends NetfilterConnectionOptions {
  /** Transport of requests and notifications. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, linkIndex$: _linkIndex$, ...common } = connectionChecks;
const OPTIONS: OptionChecks<NetfilterOptions> = { ...common, transport: aTransport };

/**
 * Connects to `NETLINK_NETFILTER` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function netfilter(options: NetfilterOptions): Netfilter {
  const { transport, ...rest } = checkOptions("netfilter", options, OPTIONS);
  const connection = connectNetfilter(transport, rest);
  return { connection };
}
