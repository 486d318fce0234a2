import type { ErrnoCode } from "../errors/errno.js";
import type { Endpoint } from "./readings.js";

/** A request as diagnostics show it: without its value, which may be secret. */
export interface TracedRequest {
  /** A request with its reply; the dump of a table; many requests with an outcome each, or with one for all. */
  readonly kind: "request" | "dump" | "batch" | "commit";
  /** Name of the object: `"link"`; `undefined` without one. */
  readonly object?: string | undefined;
  /** The requested operation: `"get"`, `"add"` … */
  readonly verb?: string | undefined;
  /** The object in question: `"ifname=eth0"`; empty if nothing identifies it. */
  readonly identity?: string | undefined;
  /** Message type, such as `RTM_NEWLINK` (16); `undefined` for many requests. */
  readonly type?: number | undefined;
  /** `NLM_F_*`, without those that the kind implies. */
  readonly flags?: number | undefined;
}

/** The course of a request: one object for all its events, which is completed as it goes. */
export class RequestTrace implements TracedRequest, Endpoint {
  readonly protocol: number;
  readonly namespace: string | number | undefined;
  readonly kind: TracedRequest["kind"];
  readonly object: string | undefined;
  readonly verb: string | undefined;
  readonly identity: string | undefined;
  readonly type: number | undefined;
  readonly flags: number | undefined;
  /** Replies so far; of a batch, outcomes. */
  replies = 0;
  /** Requests of a batch or commit that were not applied, so far. */
  rejected = 0;
  /** `"completed"`, `"failed"`, or `"unsubscribed"` before either; `undefined` until then. */
  outcome: "completed" | "failed" | "unsubscribed" | undefined = undefined;
  /** Time from subscription to outcome, in milliseconds, with that in queues. */
  duration: number | undefined = undefined;
  /** The error by which it failed; its texts and values hide secrets. */
  error: unknown = undefined;
  /** The errno of the error, if it has one. */
  errno: number | undefined = undefined;
  /** Name of the errno: `"EEXIST"`. */
  code: ErrnoCode | undefined = undefined;
  /** Member that the error is about: `"linkinfo.data.vxlan.id"`. */
  path: string | undefined = undefined;

  /** @internal */
  constructor({ protocol, namespace }: Endpoint, request: TracedRequest) {
    // One by one, which costs a tenth of a spread.
    this.protocol = protocol;
    this.namespace = namespace;
    this.kind = request.kind;
    this.object = request.object;
    this.verb = request.verb;
    this.identity = request.identity;
    this.type = request.type;
    this.flags = request.flags;
  }
}
