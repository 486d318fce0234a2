import { defineObject, type ObjectOf, pick, type Verb } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import { kindHint } from "../../common/hints.js";
import { RTM_DELTFILTER, RTM_GETTFILTER, RTM_NEWTFILTER } from "../../common/rtm.js";
import { RTNLGRP_TC } from "../../common/rtnlgrp.js";
import { requestIfDifferent, settingsOf } from "../settings.js";
import { filterKind } from "./kinds/formats.js";
import { type Filter, filterMessage } from "./layout.js";

const layout = nest<Filter>(filterMessage);

/** Fills in all protocols. */
function completeFilter(given: Partial<Filter>, verb: Verb): Partial<Filter> {
  return verb === "add" || verb === "replace" ? { protocol: "all", ...given } : given;
}

/**
 * Filter messages (`RTM_*TFILTER`). The kernel lists the filters of one parent of one link, so `list$` needs
 * `ifindex` and, except for the root, `parent`. The first row of a priority has no handle: it is the priority itself.
 * The kernel does not find a `cgroup` filter by its handle: `get$` fails, and `delete$` sends only the priority. A
 * new `matchall` filter is reported without its settings. Too much goes unreported for `watch$` and `state$`.
 */
export const filterObject = defineObject({
  name: "filter",
  namedBy: ["ifindex", "parent", "priority", "handle", "kind"],
  hint: kindHint("filter kind", filterKind.words),
  layout,
  types: { new: RTM_NEWTFILTER, delete: RTM_DELTFILTER, get: RTM_GETTFILTER },
  groups: [RTNLGRP_TC],
  verbs: ["list", "get", "add", "change", "replace", "delete", "notify"],
  filters: ["ifindex", "parent", "priority", "protocol", "chain"],
  requestOnly: ["dumpFlags"],
  complete: completeFilter,
  adapt: requestIfDifferent(layout),
  // `cgroup` filters and the row of a priority are found only by listing.
  foundInList(value) {
    const { kind = settingsOf(value)?.[0] as Filter["kind"], handle } = value;
    if (kind !== "cgroup" && handle !== 0) return undefined;
    return {
      ...pick(value, "ifindex", "parent", "chain", "priority", "protocol", "handle"),
      ...(kind && { kind }),
    };
  },
  keysOf: (value) => [
    {
      ...pick(value, "ifindex", "parent", "chain", "priority", "protocol", "kind"),
      ...(value.kind !== "cgroup" && pick(value, "handle")),
    },
  ],
});

/** Verbs of filters. */
export interface Filters extends ObjectOf<typeof filterObject> {}
