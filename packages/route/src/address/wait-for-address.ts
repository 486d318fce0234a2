import type { Identity, Match } from "@rxnetlink/core";
import { matcher } from "@rxnetlink/core/internal";
import { type WaitOptions, waitFor } from "@rxnetlink/core/operators";
import { defer, map, type OperatorFunction } from "rxjs";
import { type Address, addressFlags, addressMessage } from "./layout.js";

/** True if an address can be used: duplicate address detection has finished and found no duplicate. */
export function isReady({ flags = 0 }: Address): boolean {
  if (addressFlags.has(flags, "dadfailed")) return false;
  return !addressFlags.has(flags, "tentative") || addressFlags.has(flags, "optimistic");
}

/**
 * Emits the first usable address that matches, and completes. An IPv6 address becomes usable when duplicate address
 * detection ends, a second or two after the address was added.
 *
 * ```marbles
 * source  -n----t------r---
 *         waitForAddress({ index: 2 })
 * result  -------------(a|)
 * The link has no address, then a tentative one, then one that is ready, which a is.
 * ```
 *
 * Errors with `WaitTimeoutError` if there is none in time; its `last` is the map of all addresses.
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
