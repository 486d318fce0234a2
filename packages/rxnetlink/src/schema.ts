/**
 * The vocabulary in which layouts are declared, and the messages that carry them.
 *
 * @module
 */
export * from "@rxnetlink/core/schema";
