import type { Dependency, Request } from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";
import { linkFlags } from "./enums.js";
import type { Link } from "./layout.js";
import { linkObject } from "./link.js";
import { linkStateRules } from "./state.js";

const { up, lowerUp, running } = linkFlags.bits;
const CARRIES = up | lowerUp | running;
/** Value of `change` in the notification of a new link. */
const ALL_FLAGS = 0xffff_ffff;

/**
 * A link that stops carrying packets silently affects its dependents: IPv4 routes and nexthops end when `up` is cleared,
 * and change their flags with the carrier.
 */
export const dependsOnLink: Dependency<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  invalidates({ type: event, value }, previous) {
    if (event === "delete") return true;
    const carries = value.flags & CARRIES;
    if (previous !== undefined) return carries !== (previous.flags & CARRIES);
    // Unknown links might have carried traffic; new ones have no dependents.
    return value.change !== ALL_FLAGS;
  },
};

/**
 * Request for a link, whose reply arrives only after the kernel has finished the change it notified of: link notifications
 * are sent before the kernel removes the link's dependents.
 */
export const linkBarrier: Request<object> = {
  type: linkObject.types.get as number,
  layout: linkObject.layout as Type<object>,
  value: { index: 1 },
};
