import { checkRequest } from "../connection/checks.js";
import type { Request } from "../connection/request.js";
import { identityOf } from "../errors/request-summary.js";
import type { TracedRequest } from "./request-trace.js";

/** Describes a request. */
export function tracedRequest<Q, R>(kind: TracedRequest["kind"], request: Request<Q, R>): TracedRequest {
  checkRequest(request);
  const { type, flags = 0, label } = request;
  return { kind, type, flags, object: label?.object, verb: label?.verb, identity: identityOf(request) };
}
