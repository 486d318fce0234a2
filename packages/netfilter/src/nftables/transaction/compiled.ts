import { EncodeError } from "@rxnetlink/core";
import { asyncScheduler, Observable } from "rxjs";
import { type StepError, TransactionError } from "./error.js";
import { Ids } from "./ids.js";
import type { Outgoing } from "./outgoing.js";
import type { Step } from "./step.js";
import { stepMessages } from "./step-messages.js";

/** Longest time for which encoding keeps the process from doing anything else, in milliseconds. */
const SLICE = 15;

/** Encodes all steps; a step that cannot be encoded does not keep the others from being checked. */
function* messagesOf(steps: readonly Step[], errors: StepError[]): Generator<Outgoing> {
  const ids = new Ids(steps);
  for (const [index, step] of steps.entries())
    try {
      yield* stepMessages(index, step, ids);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new EncodeError(String(thrown));
      errors.push({ index, step, error });
    }
}

/**
 * Emits the messages of a transaction, once all are encoded. Large ones are encoded in slices.
 *
 * @param encoded - Called after each slice, with the number of messages so far and the step that the last one is of.
 *
 * Errors with a {@link TransactionError} that has all that could not be encoded.
 */
export function compiled$(
  steps: readonly Step[],
  encoded: (messages: number, step: number) => void,
): Observable<readonly Outgoing[]> {
  return new Observable((subscriber) => {
    const errors: StepError[] = [];
    const messages: Outgoing[] = [];
    const source = messagesOf(steps, errors);
    const slice = (): boolean => {
      const end = asyncScheduler.now() + SLICE;
      do {
        const { done, value } = source.next();
        if (done) return true;
        messages.push(value);
      } while (asyncScheduler.now() < end);
      return false;
    };
    const finish = () => {
      if (errors.length > 0) return subscriber.error(new TransactionError(errors));
      subscriber.next(messages);
      subscriber.complete();
    };
    const run = () => {
      const done = slice();
      encoded(messages.length, messages.at(-1)?.step ?? 0);
      if (done) finish();
      else subscriber.add(asyncScheduler.schedule(run));
    };
    run();
  });
}
