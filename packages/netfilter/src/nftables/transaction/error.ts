import { type EncodeError, KernelError, NetlinkError } from "@rxnetlink/core";
import type { Step } from "./step.js";

/** The error of one step of a transaction. */
export interface StepError {
  /** Position of the step, from 0; `undefined` if the error is about the transaction as a whole. */
  readonly index: number | undefined;
  /** The step, as the caller gave it. */
  readonly step: Step | undefined;
  /** The error; its `path` is the place in the value of the step. */
  readonly error: KernelError | EncodeError | Error;
}

const ERESTART = "ERESTART";

function textOf(errors: readonly StepError[]): string {
  const texts = errors.map(
    ({ index, error }) => `${index === undefined ? "" : `step ${index}: `}${error.message}`,
  );
  return `nothing was applied: ${texts.slice(0, 3).join("; ")}${texts.length > 3 ? "; …" : ""}`;
}

/** A transaction was rejected as a whole: nothing of it was applied. */
export class TransactionError extends NetlinkError {
  /** True if the ruleset is no longer at the generation that the transaction was meant for: read it again, and retry. */
  readonly stale: boolean;

  constructor(
    /** Errors of steps, in the kernel's order. */
    readonly errors: readonly StepError[],
  ) {
    super(textOf(errors), { cause: errors[0]?.error });
    this.stale = errors.some(({ error }) => error instanceof KernelError && error.code === ERESTART);
  }
}
