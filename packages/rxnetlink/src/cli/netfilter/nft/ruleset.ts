import { toJson } from "@rxnetlink/core";
import type { Netfilter } from "@rxnetlink/netfilter";
import type { RulesetChange, RulesetEvent, RulesetScope } from "@rxnetlink/netfilter/nftables";
import { concatMap, from, lastValueFrom, take, tap } from "rxjs";
import { untilInterrupted } from "../../live.js";
import { shown } from "../../object-command.js";
import { print } from "../../output.js";
import { listening } from "../live.js";
import { elementToJson } from "./element-json.js";
import { layouts } from "./layouts.js";
import { expressionLines, partText, wordFor } from "./object-text.js";
import { rulesetToJson } from "./ruleset-json.js";
import { rulesetLines } from "./ruleset-text.js";

/** Prints the ruleset. */
export function list({ nftables }: Netfilter, scope: RulesetScope, json: boolean): Promise<void> {
  const linesOf = ({ ruleset }: RulesetEvent) =>
    json ? [JSON.stringify(rulesetToJson(ruleset))] : rulesetLines(ruleset);
  return shown(
    nftables.ruleset$(scope).pipe(
      take(1),
      concatMap((event) => from(linesOf(event)).pipe(concatMap(print))),
    ),
  );
}

const SIGNS = { added: "+", removed: "-", changed: "~" } as const;

/** Names the object of a change, or the set of an element. */
function nameOf(change: RulesetChange, value: object): string {
  const { family, table, chain, name, set } = (change.object === "element"
    ? change
    : value) as object as Readonly<Record<string, unknown>>;
  return [family, table, chain, name, set].filter((word) => word !== undefined).join(" ");
}

function changeLines(change: RulesetChange): string[] {
  const { object, type } = change;
  const value = (change.current ?? change.previous) as never;
  const words = [SIGNS[type], wordFor(object, value), nameOf(change, value), partText(object, value)];
  const rule = object === "rule" ? expressionLines(value) : [];
  return [`  ${words.join(" ").trimEnd()}`, ...rule.map((line) => `      ${line}`)];
}

function eventLines(event: RulesetEvent): string[] {
  switch (event.type) {
    case "synced":
      return [];
    case "commit": {
      const { generation, procName, procPid, changes } = event;
      const by = procPid === undefined ? "" : ` by ${procName}[${procPid}]`;
      return [`generation ${generation}${by}`, ...changes.flatMap(changeLines)];
    }
    case "depleted":
      return [`! quota ${event.quota.family} ${event.quota.table} ${event.quota.name} is used up`];
    case "resync":
      return ["! events were lost; these are the differences", ...event.changes.flatMap(changeLines)];
    case "relisted":
      return ["! changed silently", ...event.changes.flatMap(changeLines)];
  }
}

function valueToJson(object: RulesetChange["object"], value: object): unknown {
  return object === "element" ? elementToJson(value) : toJson(layouts[object] as never, value as never);
}

function changeToJson(change: RulesetChange): object {
  const { object, current, previous } = change;
  return {
    ...change,
    ...(current !== undefined && { current: valueToJson(object, current) }),
    ...(previous !== undefined && { previous: valueToJson(object, previous) }),
  };
}

/** Formats an event as JSON, without the ruleset. */
function eventJson({ ruleset: { generation }, ...event }: RulesetEvent): string {
  const { quota, changes, ...facts } = event as Record<string, unknown> & { changes?: RulesetChange[] };
  return JSON.stringify({
    ...facts,
    generation,
    ...(quota !== undefined && { quota: toJson(layouts.object as never, quota as never) }),
    ...(changes && { changes: changes.map(changeToJson) }),
  });
}

/** Prints the changes of the ruleset, those of a transaction together, until interrupted. */
export async function monitor({ nftables }: Netfilter, scope: RulesetScope, json: boolean): Promise<void> {
  const linesOf = (event: RulesetEvent) => (json ? [eventJson(event)] : eventLines(event));
  const lines$ = nftables.ruleset$(scope).pipe(
    // Earlier changes are part of the ruleset that it begins with.
    tap(({ type }) => type === "synced" && listening()),
    concatMap((event) => from(linesOf(event)).pipe(concatMap(print))),
  );
  await lastValueFrom(lines$.pipe(untilInterrupted), { defaultValue: undefined });
}
