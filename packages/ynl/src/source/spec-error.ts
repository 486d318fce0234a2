import { NetlinkError } from "@rxnetlink/core";

/** A description of a family cannot be understood. */
export class SpecError extends NetlinkError {
  constructor(
    /** Place in the description: `"attribute-sets[link-attrs].attributes[mtu].type"`; empty for the whole. */
    readonly path: string,
    /** The fault, without the place. */
    readonly reason: string,
    /** Suggested remedy; absent if none is known. */
    readonly hint?: string,
    options?: { cause?: unknown },
  ) {
    super(`${path === "" ? "" : `${path}: `}${reason}${hint === undefined ? "" : ` (${hint})`}`, options);
  }
}
