import type { BackupRow } from "@rxnetlink/backup";
import {
  type Element,
  formatTransaction,
  ruleText,
  type Step,
  transaction,
  transactionFromJson,
} from "@rxnetlink/netfilter/nftables";
import { beyond } from "./beyond.js";

type Members = Readonly<Record<string, unknown>>;

const nameOf = (set: unknown) => (typeof set === "object" ? (set as Members).name : set);

const valueText = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));

function elementText({ key, verdict, ...more }: Element): string {
  const target = verdict && [verdict.code, verdict.chain].filter((word) => word !== undefined).join(" ");
  const parts = [key, target, ...Object.values(more)].filter((part) => part !== undefined);
  return parts.map(valueText).join(" : ");
}

/** Returns what a step makes in lines: rules in the words of `nft`, elements one by one. */
function linesOf(step: Step): string[] {
  const { kind, value } = step;
  const { family, chain, set, elements = [] } = value as Members;
  if (kind === "rule") {
    const text = ruleText(value as never, family as never).replaceAll(" packets 0 bytes 0", "");
    return [`rule ${chain} ${text}`];
  }
  if (kind === "element" && typeof set === "object")
    return (elements as Element[]).map((one) => `element ${nameOf(set)} ${elementText(one)}`);
  return [formatTransaction(transaction([step])).replace(/^add (\w+) \w+ \S+ ?/, "$1 ")];
}

const allLines = ({ steps }: BackupRow) => transactionFromJson(steps as never).steps.flatMap(linesOf);

/** Returns what goes from a table, and what comes to it, in lines; rules that only move are all that a table may have else. */
export function tableChanges(previous: BackupRow, current: BackupRow): string[] {
  const lines = beyond(allLines(previous), allLines(current));
  return lines.length === 0 ? ["~ order of its rules"] : lines;
}

/** Returns the number of things that a table holds by kind: `"2 chains, 1 rule"`. */
export function tableSummary({ steps }: BackupRow): string {
  const counts = new Map<string, number>();
  for (const { kind } of steps as readonly Step[])
    if (kind !== "table" && kind !== "element") counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}${count === 1 ? "" : "s"}`).join(", ");
}
