import type { Connection, Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { type CryptoAlgs, cryptoAlgsOf } from "./alg.js";
import { type CryptoConnectionOptions, connectCrypto } from "./connect.js";

/** `NETLINK_CRYPTO`: the algorithms of the kernel's crypto API. Anyone may read them. */
export interface CryptoUser {
  /** Underlying connection, for messages without a verb. */
  readonly connection: Connection;
  /** Algorithms. */
  readonly alg: CryptoAlgs;
}

/** Options of {@link cryptoUser}. */
export interface CryptoUserOptions<T extends Transport = Transport> extends CryptoConnectionOptions {
  /** Transport of requests. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, linkIndex$: _linkIndex$, ...common } = connectionChecks;
const OPTIONS: OptionChecks<CryptoUserOptions> = { ...common, transport: aTransport };

/**
 * Connects to `NETLINK_CRYPTO` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function cryptoUser(options: CryptoUserOptions): CryptoUser {
  const { transport, ...rest } = checkOptions("cryptoUser", options, OPTIONS);
  const connection = connectCrypto(transport, rest);
  return { connection, alg: cryptoAlgsOf(connection) };
}
