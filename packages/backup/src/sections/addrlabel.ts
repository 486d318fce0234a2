import type { Addrlabel } from "@rxnetlink/route";
import { objectSection } from "../object-section.js";

/** Labels of IPv6 addresses, those of the kernel too: what was removed of them is part of the configuration. */
export const addressLabels = objectSection<Addrlabel>({
  name: "addrlabel",
  object: ({ route }) => route.addrlabel,
  key: ["address", "prefixlen", "index"],
  subject: ({ address, prefixlen, index }) =>
    `${address ?? "::"}/${prefixlen}${index === undefined || index === 0 ? "" : ` on ${index}`}`,
  link: "index",
  change: "replace",
});
