import { concatMap } from "rxjs";
import { objectSection } from "../object-section.js";
import { memberAt } from "../row.js";

/** Alternative names of links, each on its own. */
export const alternativeNames = objectSection<object>({
  name: "linkprop",
  object: ({ route }) => route.linkprop,
  list$: ({ route }) =>
    route.link
      .list$({}, { members: ["ifname", "propList"] })
      .pipe(
        concatMap(({ ifname, propList }) =>
          (propList?.altIfname ?? []).map((name) => ({ ifname, propList: { altIfname: [name] } })),
        ),
      ),
  key: ["ifname", "propList.altIfname.0"],
  subject: (row) => `${memberAt(row, "propList.altIfname.0")} of ${row.ifname}`,
  link: "ifname",
});
