import type { ObjectDefinition } from "@rxnetlink/core";
import * as route from "#src/index.js";

const isObject = (one: unknown): one is ObjectDefinition<object> =>
  typeof one === "object" && one !== null && "types" in one && "groups" in one;

/** All that this package declares, for the tests that need a layout by message type. */
export const objects: readonly ObjectDefinition<object>[] = Object.values<unknown>(route).filter(isObject);
