/**
 * Kinds of virtual links: their settings, enumerations and flags.
 *
 * @module
 */
export * from "@rxnetlink/route/link-kinds";
