import type { ObjectDefinition } from "@rxnetlink/core";
import * as bridge from "#src/bridge/index.js";
import * as dcb from "#src/dcb/index.js";
import * as main from "#src/index.js";
import * as linkKinds from "#src/link/kinds/index.js";
import * as encap from "#src/route/encap/index.js";
import * as tc from "#src/tc/index.js";

/** Everything that this package declares but traffic control, from all of its doors. */
export const route = { ...main, ...bridge, ...dcb, ...linkKinds, ...encap };

const isObject = (one: unknown): one is ObjectDefinition<object> =>
  typeof one === "object" && one !== null && "types" in one && "groups" in one;

/** All object definitions of this package. */
export const objects: readonly ObjectDefinition<object>[] = Object.values<unknown>({
  ...route,
  ...tc,
}).filter(isObject);
