import { ITEM_DELETE, ITEM_GET, ITEM_NEW, itemMessage } from "./kernel.js";

/** A request for one item. */
export const get = (id: number) => ({ type: ITEM_GET, layout: itemMessage, value: { id } });
/** A request for all items. */
export const all = { type: ITEM_GET, layout: itemMessage, value: {} };
/** The messages of items. */
export const items = {
  name: "item",
  layout: itemMessage,
  types: { new: ITEM_NEW, delete: ITEM_DELETE, get: ITEM_GET },
  groups: [1],
};
/** A kernel that never replies. */
export const silent = () => [];
