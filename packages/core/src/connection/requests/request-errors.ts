import { KernelError, OutcomeUnknownError, RequestTimeoutError } from "../../errors/errors.js";
import { summaryOf } from "../../errors/request-summary.js";
import { type Acknowledgement, toRefusal } from "../../message/ack.js";
import type { PendingRequest } from "../request.js";

/** Returns the error of a request whose reply did not come in time. */
export const timedOut = (request: PendingRequest) =>
  new RequestTimeoutError(summaryOf(request), request.timeout);

/** Returns the error of a request that the kernel has refused. */
export const refusal = (acknowledgement: Acknowledgement, request: PendingRequest) =>
  new KernelError(toRefusal(acknowledgement, request), summaryOf(request));

/** Returns the error of a request whose reply was lost, or could not be read. */
export const unknownOutcome = (request: PendingRequest, cause?: unknown) =>
  new OutcomeUnknownError(summaryOf(request), cause === undefined ? undefined : { cause });
