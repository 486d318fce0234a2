import type { Rule } from "@rxnetlink/route";
import { objectSection } from "../object-section.js";

/** Routing policy rules, those of the kernel too: what was removed of them is part of the configuration. */
export const rules = objectSection<Rule>({
  name: "rule",
  object: ({ route }) => route.rule,
  key: ["family", "priority"],
  subject: ({ family, priority = 0 }) => `${priority} ${family}`,
  state: ["frhTable"],
  bits: { flags: ["invert"] },
  isState: ({ family }) => family !== "inet" && family !== "inet6",
});
