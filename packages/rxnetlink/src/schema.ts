/**
 * The vocabulary in which layouts and objects are declared, and the messages that carry them.
 *
 * @module
 */
export {
  bindObject,
  defineObject,
  extendObject,
  identityBy,
  identityByAllExcept,
  type ObjectDefinition,
  type ObjectOf,
  pick,
  type StateRules,
} from "@rxnetlink/core";
export * from "@rxnetlink/core/schema";
