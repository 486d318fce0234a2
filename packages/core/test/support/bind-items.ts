import { bindObject } from "#src/object/bind-object.js";
import type { ObjectDefinition } from "#src/object/definition.js";
import {
  type Answer,
  conversation,
  ITEM_DELETE,
  ITEM_GET,
  ITEM_NEW,
  type Item,
  itemMessage,
} from "./kernel.js";

/** `NLM_F_*` by which items are changed. */
export const CHANGE = 0x800;
const VERBS = ["list", "get", "add", "change", "replace", "append", "delete", "notify", "watch"] as const;

/** Differences from the default definition of items. */
export type Changes = Partial<ObjectDefinition<Item, Item, (typeof VERBS)[number]>>;

/** Items over a scripted kernel. */
export function bindItems(answer: Answer, changes: Changes = {}) {
  const { connection, datagrams, transport } = conversation(answer);
  const definition: ObjectDefinition<Item, Item, (typeof VERBS)[number]> = {
    name: "item",
    layout: itemMessage,
    types: { new: ITEM_NEW, delete: ITEM_DELETE, get: ITEM_GET },
    groups: [1],
    filters: ["family"],
    changeFlags: CHANGE,
    verbs: VERBS,
    ...changes,
  };
  const objects = bindObject(connection, definition);
  return { objects, datagrams, transport };
}
