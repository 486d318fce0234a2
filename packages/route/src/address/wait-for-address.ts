import { type Identity, type Match, matcher, type WaitOptions, waitFor } from "@rxnetlink/core";
import { defer, map, type OperatorFunction } from "rxjs";
import { type Address, addressFlags, addressMessage } from "./layout.js";

/** Whether an address can be used: no duplicate has been found, and none is looked for any more. */
export function isReady({ flags = 0 }: Address): boolean {
  if (addressFlags.has(flags, "dadfailed")) return false;
  return !addressFlags.has(flags, "tentative") || addressFlags.has(flags, "optimistic");
}

/**
 * Emits the first address that has all that `match` has and can be used, and completes: IPv6 addresses are not ready
 * before duplicate address detection is over, a second or two after they were added.
 *
 * ```text
 * source  -{}----{fe80::1 tentative}----{fe80::1}-->
 *         waitForAddress({ index: 2 })
 * result  ------------------------------(fe80::1|)
 * ```
 *
 * @throws WaitTimeoutError where there is none in time; its `last` is the map of all addresses.
 *
 * @example
 * nl.address.state$().pipe(waitForAddress({ index: 2, family: "inet6" }, { within: 5000 }));
 */
export function waitForAddress(
  match: Match<Address>,
  options: WaitOptions = {},
): OperatorFunction<ReadonlyMap<Identity, Address>, Address> {
  return (source$) =>
    defer(() => {
      const fits = matcher(addressMessage, match);
      const found = (addresses: ReadonlyMap<Identity, Address>) =>
        [...addresses.values()].find((address) => fits(address) && isReady(address));
      return source$.pipe(
        waitFor((addresses) => found(addresses) !== undefined, {
          what: "an address to be ready",
          ...options,
        }),
        map((addresses) => found(addresses) as Address),
      );
    });
}
