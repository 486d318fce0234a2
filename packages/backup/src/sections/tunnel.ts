import type { Tunnel, VniEntry } from "@rxnetlink/route/bridge";
import { concatMap } from "rxjs";
import { objectSection } from "../object-section.js";
import { memberAt } from "../row.js";

/** Returns the VNIs of a range one by one. */
const eachVni = ({ start = 0, end = start, ...options }: VniEntry): VniEntry[] =>
  Array.from({ length: end - start + 1 }, (_, index) => ({ start: start + index, ...options }));

/** VNIs that vxlan links with a filter accept. */
export const vniFilters = objectSection<Tunnel>({
  name: "tunnel",
  object: ({ route }) => route.tunnel,
  list$: ({ route }) =>
    route.tunnel
      .list$()
      .pipe(
        concatMap(({ entry = [], ...filter }) =>
          entry.flatMap(eachVni).map((vni) => ({ ...filter, entry: [vni] })),
        ),
      ),
  key: ["ifindex", "entry.0.start"],
  subject: (row) => `VNI ${memberAt(row, "entry.0.start")} of ${row.ifindex}`,
  link: "ifindex",
  state: ["flags"],
});
