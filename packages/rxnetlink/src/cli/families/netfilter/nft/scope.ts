import { nftChainMessage, type RulesetScope } from "@rxnetlink/netfilter/nftables";
import { readAssignments } from "../../../input/assignments.js";
import { UsageError } from "../../../input/usage-error.js";

/** Parses the words that choose a part of the ruleset: `family=inet`, `table=filter`. */
export function scopeOf(words: readonly string[]): RulesetScope {
  const given = readAssignments(nftChainMessage, words, "table");
  for (const key of Object.keys(given))
    if (key !== "family" && key !== "table") throw new UsageError(`${key}: expected family=… or table=…`);
  return given;
}
