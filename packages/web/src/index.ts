/**
 * A live page of network namespaces, served on loopback.
 *
 * @module
 */
export type { Place, PlaceEvent } from "./network/place.js";
export { type PageOptions, type ServedPage, servePage } from "./serve-page.js";
