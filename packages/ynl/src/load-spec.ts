import type { AnyType } from "@rxnetlink/core/schema";
import { declare } from "./declare/family.js";
import { evaluate } from "./evaluate.js";
import { parseYaml } from "./source/parse-yaml.js";
import { Source } from "./source/source.js";
import type { LoadedSpec } from "./spec.js";

/** Returns the parts of a description: YAML, or what was parsed from it. */
export const sourceOf = (description: unknown): Source =>
  new Source(typeof description === "string" ? parseYaml(description) : description);

/**
 * Makes the layouts, operations and groups of a family from the kernel's description of it (`Documentation/netlink/specs`).
 * Names of members are those of the description in camelCase.
 *
 * @param description - The text in YAML, or what was parsed from it.
 * @throws SpecError with the place, if it cannot be understood.
 *
 * @example
 * const spec = loadSpec(readFileSync("netdev.yaml", "utf8"));
 */
export function loadSpec(description: unknown): LoadedSpec {
  const { layouts, family } = declare(sourceOf(description));
  const made = evaluate([...layouts, family]);
  const spec = made.get(family.name) as Omit<LoadedSpec, "layouts">;
  made.delete(family.name);
  return { ...spec, layouts: made as ReadonlyMap<string, AnyType> };
}
