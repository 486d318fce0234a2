import { type CommitOutcome, type Committer, KernelError } from "@rxnetlink/core";
import type { AnyType } from "@rxnetlink/core/schema";
import { combineLatest, defer, map, mergeMap, type Observable, type Observer, take, tap } from "rxjs";
import { NFT_MSG_GETGEN, NFT_MSG_NEWGEN } from "../common/nft-msg.js";
import { explained } from "../element/overlap.js";
import { type Generation, generationMessage } from "../generation/layout.js";
import { compiled$ } from "./compiled.js";
import { type StepError, TransactionError } from "./error.js";
import { kinds } from "./kinds.js";
import { batchBegin, batchEnd } from "./messages.js";
import type { Outgoing } from "./outgoing.js";
import type { Step } from "./step.js";
import type { Transaction } from "./transaction.js";

/** Stage of a transaction. */
export interface TransactionProgress {
  /** `"encoding"` while there is more to encode; `"sending"` once all is, and the kernel works on it. */
  readonly type: "encoding" | "sending";
  /** Number of messages so far. */
  readonly messages: number;
  /** Position of the step that was encoded last. */
  readonly step: number;
}

/** Options of transactions. */
export interface TransactionOptions {
  /**
   * Generation of the ruleset that the transaction is meant for: it is rejected if the ruleset has changed since; see
   * `retryStale()`. Any by default.
   */
  readonly generation?: number;
  /** Observer of the stages, such as a `Subject`: large transactions take a while. */
  readonly progress?: Pick<Observer<TransactionProgress>, "next">;
}

/** A transaction that was applied. */
export interface TransactionApplied {
  /** Generation of the ruleset after it. */
  readonly generation: number;
  /**
   * Objects as the kernel made them, with their handles, by the position of their step; `undefined` for steps that add no
   * object: removals, and elements.
   */
  readonly results: readonly (object | undefined)[];
  /** Number of messages. */
  readonly messages: number;
  /** Size in bytes. */
  readonly bytes: number;
}

/** A transaction that the kernel would apply. */
export interface TransactionChecked extends Omit<TransactionApplied, "results"> {}

const replies: ReadonlyMap<number, AnyType> = new Map<number, AnyType>([
  ...Object.values(kinds).map(({ add, layout }) => [add, layout] as const),
  [NFT_MSG_NEWGEN, generationMessage],
]);

const fence = { type: NFT_MSG_GETGEN, layout: generationMessage, value: {} };

/** Returns a refusal as it concerns a step: with the place in the caller's value, and the value itself. */
function placed(error: Error, { placed: place }: Outgoing, step: Step): Error {
  if (!(error instanceof KernelError) || error.path === undefined) return error;
  const here = new KernelError(
    { ...refusalOf(error), path: place(error.path) },
    { ...error.request, value: step.value },
  );
  return step.kind === "element" ? explained(here, step.value) : here;
}

const refusalOf = ({ errno, text, path, missing, policy, cookie, hint }: KernelError) => ({
  errno,
  text,
  path,
  missing,
  policy,
  cookie,
  hint,
});

/** Returns the errors of a commit by step. Those of the message that begins it are about all of it. */
function errorsOf(
  { refusals }: CommitOutcome,
  steps: readonly Step[],
  messages: readonly Outgoing[],
): readonly StepError[] {
  return refusals.map(({ index, error }) => {
    const message = messages[index - 1];
    if (message === undefined) return { index: undefined, step: undefined, error };
    const step = steps[message.step]!;
    return { index: message.step, step, error: placed(error, message, step) };
  });
}

/** Returns what the kernel made, by step. The last reply counts: a rule brings its sets along. */
function resultsOf(outcome: CommitOutcome, steps: readonly Step[], messages: readonly Outgoing[]) {
  const results = new Array<object | undefined>(steps.length).fill(undefined);
  for (const { index, type, value } of outcome.replies) {
    const message = messages[index - 1];
    if (message !== undefined && message.request.type === type) results[message.step] = value as object;
  }
  return results;
}

/** Returns the generation that a commit made, or else the one that was current just after it. */
function generationOf({ replies: all, fence: current }: CommitOutcome): number {
  const made = all.find(({ type }) => type === NFT_MSG_NEWGEN)?.value ?? current;
  return (made as Generation | undefined)?.id ?? 0;
}

/** Commits a transaction, or only checks it. The socket is opened while the transaction is encoded, which can take as long. */
export function commit$(
  committer$: Observable<Committer>,
  { steps }: Transaction,
  { generation, progress }: TransactionOptions,
  end: boolean,
): Observable<TransactionApplied> {
  return defer(() => {
    const encoding = (messages: number, step: number) => progress?.next({ type: "encoding", messages, step });
    return combineLatest([committer$, compiled$(steps, encoding)]).pipe(
      tap(([, { length: messages }]) =>
        progress?.next({ type: "sending", messages, step: steps.length - 1 }),
      ),
      mergeMap(([committer, messages]) => {
        const all = [batchBegin(generation), ...messages.map(({ request }) => request)];
        return committer.commit$({ requests: end ? [...all, batchEnd()] : all, fence, replies }).pipe(
          map((outcome) => {
            const errors = errorsOf(outcome, steps, messages);
            if (errors.length > 0) throw new TransactionError(errors);
            const results = resultsOf(outcome, steps, messages);
            return {
              generation: generationOf(outcome),
              results,
              messages: messages.length,
              bytes: outcome.bytes,
            };
          }),
        );
      }),
      take(1),
    );
  });
}
