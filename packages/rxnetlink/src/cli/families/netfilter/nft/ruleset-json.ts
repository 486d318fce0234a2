import { toJson } from "@rxnetlink/core";
import { isRecord } from "@rxnetlink/core/internal";
import { type Element, type Ruleset, type Step, tableTransaction } from "@rxnetlink/netfilter/nftables";
import { elementToJson } from "./element-json.js";
import { layouts } from "./layouts.js";

/** A step in JSON. */
type StepJson = Readonly<Record<string, unknown>>;

/** Returns elements in JSON: by value, or as the kernel has them. */
function elementsToJson(value: object): unknown {
  const { set, elements } = value as { readonly set?: unknown; readonly elements: readonly Element[] };
  if (!isRecord(set)) return toJson(layouts.element as never, value as never);
  const { family, table, name } = set;
  return { set: { family, table, name }, elements: elements.map(elementToJson) };
}

function stepToJson({ type, kind, value }: Step): StepJson {
  const json = kind === "element" ? elementsToJson(value) : toJson(layouts[kind] as never, value as never);
  return { [type]: { [kind]: json } };
}

/** Returns a ruleset as the steps that make it, which `rxnl nft apply` takes. */
export function rulesetToJson({ tables }: Ruleset): StepJson[] {
  return [...tables.values()].flatMap((table) => tableTransaction(table).steps.map(stepToJson));
}
