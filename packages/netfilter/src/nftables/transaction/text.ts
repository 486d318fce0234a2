import { formatExpression } from "../expr/text.js";
import type { Step } from "./step.js";
import type { Transaction } from "./transaction.js";

/** Most elements that are shown of a step. */
const MOST = 10;

/** Families by their names in nft. */
const FAMILIES: Readonly<Record<string, string>> = { ipv4: "ip", ipv6: "ip6" };

type Members = Readonly<Record<string, unknown>>;

/** Returns a value in one line; 64-bit numbers are their digits. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one === "bigint" ? Number(one) : one)).replaceAll(
    /"(\w+)":/g,
    "$1: ",
  );
}

function elementsText(elements: Iterable<unknown>): string {
  const all = [...elements];
  const shown = all.slice(0, MOST).map((one) => (typeof one === "string" ? one : textOf(one)));
  return `{ ${shown.join(", ")}${all.length > MOST ? `, … ${all.length - MOST} more` : ""} }`;
}

/** Members that say which object it is, and those that the text shows in another form. */
const NAMING = new Set([
  "family",
  "version",
  "resId",
  "table",
  "chain",
  "name",
  "handle",
  "expressions",
  "sets",
]);

function detailsOf(value: Members): string {
  const rest = Object.entries(value).filter(([key, one]) => !NAMING.has(key) && one !== undefined);
  return rest.length === 0 ? "" : textOf(Object.fromEntries(rest));
}

function stepText(step: Step): string {
  const { type, kind } = step;
  const value = step.value as Members;
  const place = (typeof value.set === "object" ? value.set : value) as Members;
  const family = FAMILIES[String(place.family)] ?? place.family;
  const there =
    "there" in step && step.there.handle !== undefined ? `handle ${step.there.handle}` : undefined;
  const named = [
    family,
    place.table,
    place.chain,
    place.name ?? (typeof value.set === "string" && value.set),
  ];
  const handle = type === "delete" && value.handle !== undefined && `handle ${value.handle}`;
  const expressions = (value.expressions as Parameters<typeof formatExpression>[0][] | undefined) ?? [];
  const about =
    kind === "element"
      ? elementsText((value.elements as Iterable<unknown> | undefined) ?? [])
      : [
          ...expressions.map(formatExpression),
          type === "delete" || type === "flush" ? "" : detailsOf(value),
        ].join(" ");
  return [type, kind, ...named, there, handle, about.trim()].filter(Boolean).join(" ");
}

/** Returns a transaction in words, a step a line, for logs and people. */
export function formatTransaction({ steps }: Transaction): string {
  return steps.map(stepText).join("\n");
}
