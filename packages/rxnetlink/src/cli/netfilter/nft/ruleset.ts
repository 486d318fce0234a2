import { toJson } from "@rxnetlink/core";
import type { Netfilter } from "@rxnetlink/netfilter";
import type { RulesetChange, RulesetEvent, RulesetScope } from "@rxnetlink/netfilter/nftables";
import { concatMap, from, lastValueFrom, type Observable, take } from "rxjs";
import { untilInterrupted } from "../../live.js";
import { shown } from "../../object-command.js";
import { print } from "../../output.js";
import { listening } from "../live.js";
import { elementToJson } from "./element-json.js";
import { layouts } from "./layouts.js";
import { expressionLines, partText } from "./object-text.js";
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

/** Names the object of a change. */
function nameText(change: RulesetChange): string {
  const { object, current, previous } = change;
  const { family, table, chain, name, set } = { ...change, ...previous, ...current } as Record<
    string,
    unknown
  >;
  const words =
    object === "element" ? [change.family, change.table, change.set] : [family, table, chain, name ?? set];
  return [object, ...words].filter((word) => word !== undefined).join(" ");
}

function changeLines(change: RulesetChange): string[] {
  const { object, type, current, previous } = change;
  const value = (current ?? previous) as never;
  const head = `${SIGNS[type]} ${nameText(change)} ${partText(object, value)}`.trimEnd();
  const rule = object === "rule" ? expressionLines(value) : [];
  return [`  ${head}`, ...rule.map((line) => `      ${line}`)];
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
  const lines$: Observable<never> = nftables
    .ruleset$({ ...scope, listening })
    .pipe(concatMap((event) => from(linesOf(event)).pipe(concatMap(print))));
  await lastValueFrom(lines$.pipe(untilInterrupted), { defaultValue: undefined });
}
