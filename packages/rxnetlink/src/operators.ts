/**
 * Operators of no family in particular, and their options; those of a family are in its door.
 *
 * @module
 */
export * from "@rxnetlink/core/operators";
