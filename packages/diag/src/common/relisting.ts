import type { StateRules } from "@rxnetlink/core";

/** Interval at which sockets are listed again, in ms: the kernel reports no new one and no change. */
const RELIST_EVERY = 5000;

/** A socket with a cookie. */
interface WithCookie {
  readonly cookie?: bigint;
}

/** Returns the state rules of sockets about which the kernel reports nothing. */
export function relisted<T extends object & WithCookie>(
  volatile: readonly string[] = [],
  identityOf: StateRules<T>["identityOf"] = ({ cookie }) => String(cookie),
): StateRules<T> {
  const reason =
    "the kernel reports no new socket and no change of one, and the end of those of TCP and UDP only";
  return { identityOf, remembers: [], relistEvery: RELIST_EVERY, volatile, silent: { "": { reason } } };
}
