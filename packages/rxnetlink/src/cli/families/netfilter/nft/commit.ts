import { readFileSync } from "node:fs";
import { toJson } from "@rxnetlink/core";
import type { Netfilter } from "@rxnetlink/netfilter";
import {
  type Step,
  type StepError,
  TransactionError,
  type TransactionOptions,
  transaction,
} from "@rxnetlink/netfilter/nftables";
import { lastValueFrom } from "rxjs";
import { type Failure, Failures } from "../../../failure.js";
import { UsageError } from "../../../input/usage-error.js";
import { print, shown } from "../../../output.js";
import { described } from "./described.js";
import { layouts } from "./layouts.js";
import { readSteps, stepText } from "./step-json.js";

function read(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Names the step of an error in place of the request. */
function failureOf({ index, step, error }: StepError): Failure {
  if (index === undefined || step === undefined) return [error.message, error];
  const { request } = error as { readonly request?: { readonly text?: string } };
  const asking = `${request?.text}: `;
  const reason = error.message.startsWith(asking) ? error.message.slice(asking.length) : error.message;
  return [`${index}: ${stepText(step)}: ${reason}`, error];
}

/** Returns the objects that the kernel made in JSON, by step. */
function resultsToJson(results: readonly (object | undefined)[], steps: readonly Step[]) {
  return results.map((result, index) => {
    const { kind } = steps[index]!;
    return result === undefined ? null : { [kind]: toJson(layouts[kind] as never, result as never) };
  });
}

/** Applies the steps of a file as one transaction, or checks them. */
export async function commit(
  nf: Netfilter,
  verb: "apply" | "check",
  file: string,
  { json = false, ...options }: TransactionOptions & { readonly json?: boolean },
): Promise<void> {
  const steps = await described(nf, readSteps(read(file)));
  const { transaction$, check$ } = nf.nftables;
  const commit$ = (verb === "apply" ? transaction$ : check$)(transaction(steps), options);
  try {
    const done = await lastValueFrom(commit$);
    if (!json) return;
    const results = "results" in done && { results: resultsToJson(done.results as object[], steps) };
    await shown(print(JSON.stringify({ ...done, ...results })));
  } catch (error) {
    if (!(error instanceof TransactionError)) throw error;
    if (error.stale && options.generation !== undefined)
      throw new Failures([[`the ruleset is not at generation ${options.generation}`, error]]);
    throw new Failures(error.errors.map(failureOf));
  }
}
