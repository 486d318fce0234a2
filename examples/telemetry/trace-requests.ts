// Makes spans of OpenTelemetry, here printed line by line: those of requests are below the span of the task they belong to.
// Needs CAP_NET_ADMIN.
//
//   # node dist/telemetry/trace-requests.js
//     add link completed
//     list link completed
//   set up bridge

import { context, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { BasicTracerProvider, type ReadableSpan, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { instrument } from "@rxnetlink/opentelemetry";
import { rtnetlink } from "rxnetlink";
import { all, done } from "rxnetlink/promises";

function print({ name, parentSpanContext, attributes }: ReadableSpan): void {
  const outcome = attributes["error.type"] ?? attributes["netlink.outcome"] ?? "";
  console.log(`${parentSpanContext === undefined ? "" : "  "}${name} ${outcome}`.trimEnd());
}
const exporter = { export: (spans: ReadableSpan[]) => spans.forEach(print), shutdown: async () => {} };
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
);
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
const stop = instrument();

const { link } = rtnetlink();
await trace.getTracer("example").startActiveSpan("set up bridge", async (span) => {
  await done(link.add$({ ifname: "br7", linkinfo: { kind: "bridge" } })).catch((error) =>
    span.recordException(error),
  );
  await done(link.change$({ ifname: "br8", flags: { up: true } })).catch((error) =>
    span.recordException(error),
  );
  await all(link.list$());
  span.end();
});
stop();
