import type { Nexthop } from "@rxnetlink/route";
import { objectSection } from "../object-section.js";

/** Nexthop objects and their groups. */
export const nexthops = objectSection<Nexthop>({
  name: "nexthop",
  object: ({ route }) => route.nexthop,
  key: ["id"],
  subject: ({ id }) => `${id}`,
  state: ["opFlags"],
  bits: { flags: ["onlink"] },
  change: "replace",
});
