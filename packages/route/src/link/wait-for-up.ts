import { type WaitOptions, waitFor } from "@rxnetlink/core/operators";
import { map, type OperatorFunction, pipe } from "rxjs";
import { linkFlags } from "./enums.js";
import type { LinkPresence, LinkPresent } from "./follow.js";
import type { Link } from "./layout.js";

/** True if a link is up and has a carrier, so that it can send and receive. */
export const isUp = ({ flags, operstate }: Link): boolean =>
  linkFlags.has(flags, "up", "lowerUp") && (operstate === "up" || operstate === "unknown");

/**
 * Emits the link of {@link followLink$} as soon as it is up and has a carrier, and completes.
 *
 * ```marbles
 * source  -a----d------u---
 *         waitForUp()
 * result  -------------(l|)
 * The link is absent, then down, then up; l is the link itself.
 * ```
 *
 * Errors with `WaitTimeoutError` if the link is not up in time; its `last` is the last presence of the link.
 *
 * @example
 * followLink$(nl.link, "eth0").pipe(waitForUp({ within: 10_000 })).subscribe(({ mtu }) => console.log("up", mtu));
 */
export function waitForUp(options: WaitOptions = {}): OperatorFunction<LinkPresence, Link> {
  const up = (sight: LinkPresence): sight is LinkPresent => sight.type === "present" && isUp(sight.link);
  return pipe(
    waitFor(up, { what: "the link to be up", ...options }),
    map(({ link }) => link),
  );
}
