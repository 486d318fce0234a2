import type { Netfilter } from "@rxnetlink/netfilter";
import { type RulesetEvent, type RulesetScope, rulesetText } from "@rxnetlink/netfilter/nftables";
import { concatMap, from, lastValueFrom, map, pairwise, startWith, take, tap } from "rxjs";
import { untilInterrupted } from "../../../live.js";
import { print, shown } from "../../../output.js";
import { listening } from "../../../print-live.js";
import { eventJson, eventLines } from "./changes.js";
import { rulesetToJson } from "./ruleset-json.js";

/** Prints the ruleset. */
export function list(
  { nftables }: Netfilter,
  scope: RulesetScope,
  { json = false, handles = false }: { readonly json?: boolean; readonly handles?: boolean },
): Promise<void> {
  const linesOf = ({ ruleset }: RulesetEvent) =>
    json
      ? [JSON.stringify(rulesetToJson(ruleset))]
      : rulesetText(ruleset, { handles }).split("\n").slice(0, -1);
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
