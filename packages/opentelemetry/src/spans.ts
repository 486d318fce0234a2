import { tracingChannel } from "node:diagnostics_channel";
import { type Attributes, type Span, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import type { RequestTrace } from "@rxnetlink/core";
import { ATTRIBUTE, metricAttributes, protocolName } from "./attributes.js";

/** Returns the name of a span, of which there are few: `"add link"`, `"batch add route"`, `"dump route"` for a bare protocol. */
function nameOf({ kind, object, verb, protocol }: RequestTrace): string {
  if (object === undefined) return `${kind} ${protocolName(protocol)}`;
  return kind === "batch" ? `batch ${verb} ${object}` : `${verb} ${object}`;
}

const begun = (trace: RequestTrace): Attributes => ({
  ...metricAttributes(trace),
  ...(trace.identity && { [ATTRIBUTE.identity]: trace.identity }),
  ...(trace.type !== undefined && { [ATTRIBUTE.type]: trace.type, [ATTRIBUTE.flags]: trace.flags ?? 0 }),
});

const settled = (trace: RequestTrace): Attributes => ({
  ...metricAttributes(trace),
  [ATTRIBUTE.outcome]: trace.outcome ?? "completed",
  [ATTRIBUTE.replies]: trace.replies,
  ...(["batch", "commit"].includes(trace.kind) && { [ATTRIBUTE.rejected]: trace.rejected }),
  ...(trace.errno !== undefined && { [ATTRIBUTE.errno]: trace.errno }),
  ...(trace.path !== undefined && { [ATTRIBUTE.path]: trace.path }),
});

function end(span: Span, trace: RequestTrace): void {
  span.setAttributes(settled(trace));
  if (trace.outcome === "failed") {
    const error = trace.error instanceof Error ? trace.error : String(trace.error);
    span.recordException(error);
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : error });
  }
  span.end();
}

/** Makes a span of each request, below the one that is active where it was subscribed; returns a function that stops that. */
export function traceRequests(tracer: Tracer): () => void {
  const requests = tracingChannel<unknown, RequestTrace>("rxnetlink:request");
  const spans = new WeakMap<RequestTrace, Span>();
  const start = (trace: unknown) => {
    const request = trace as RequestTrace;
    const options = { kind: SpanKind.CLIENT, attributes: begun(request) };
    spans.set(request, tracer.startSpan(nameOf(request), options));
  };
  const asyncStart = (trace: unknown) => {
    const span = spans.get(trace as RequestTrace);
    if (span !== undefined) end(span, trace as RequestTrace);
  };
  requests.start.subscribe(start);
  requests.asyncStart.subscribe(asyncStart);
  return () => {
    requests.start.unsubscribe(start);
    requests.asyncStart.unsubscribe(asyncStart);
  };
}
