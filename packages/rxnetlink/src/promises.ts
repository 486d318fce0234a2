/**
 * Promises for scripts that just wait.
 *
 * @module
 */
export { all, done, one } from "@rxnetlink/core/promises";
