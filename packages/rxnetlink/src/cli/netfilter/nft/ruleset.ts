import type { Netfilter } from "@rxnetlink/netfilter";
import type { RulesetEvent, RulesetScope } from "@rxnetlink/netfilter/nftables";
import { concatMap, from, lastValueFrom, map, pairwise, startWith, take, tap } from "rxjs";
import { untilInterrupted } from "../../live.js";
import { shown } from "../../object-command.js";
import { print } from "../../output.js";
import { listening } from "../live.js";
import { eventJson, eventLines } from "./changes.js";
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

/** Prints the changes of the ruleset, those of a transaction together, until interrupted. */
export async function monitor({ nftables }: Netfilter, scope: RulesetScope, json: boolean): Promise<void> {
  const lines$ = nftables.ruleset$(scope).pipe(
    // Earlier changes are part of the ruleset that it begins with.
    tap(({ type }) => type === "synced" && listening()),
    startWith(undefined),
    pairwise(),
    map(([before, event]) => (json ? [eventJson(event!)] : eventLines(event!, before?.ruleset))),
    concatMap((lines) => from(lines).pipe(concatMap(print))),
  );
  await lastValueFrom(lines$.pipe(untilInterrupted), { defaultValue: undefined });
}
