import type { Followed, Request, Type } from "@rxnetlink/core";
import { linkFlags } from "./enums.js";
import type { Link } from "./layout.js";
import { linkObject } from "./link.js";
import { linkStateRules } from "./state.js";

const { up, lowerUp, running } = linkFlags.bits;
const CARRIES = up | lowerUp | running;
/** `change` of the message that tells of a new link. */
const ALL_FLAGS = 0xffff_ffff;

/**
 * Links that cease to carry packets take what needs them along without a word: IPv4 routes and nexthops end with
 * `up`, and change their flags with the carrier.
 */
export const dependsOnLink: Followed<Link> = {
  object: linkObject,
  identityOf: linkStateRules.identityOf,
  takes({ type: event, value }, previous) {
    if (event === "delete") return true;
    const carries = value.flags & CARRIES;
    if (previous !== undefined) return carries !== (previous.flags & CARRIES);
    // Of one not heard of before it is not known whether it carried packets; a new one has nothing to take along.
    return value.change !== ALL_FLAGS;
  },
};

/**
 * Asks for a link, which waits until the kernel has done all that belongs to the change it told of: messages about
 * links are sent before what depends on them is cleared away.
 */
export const linkBarrier: Request<object> = {
  type: linkObject.types.get as number,
  layout: linkObject.layout as Type<object>,
  value: { index: 1 },
};
