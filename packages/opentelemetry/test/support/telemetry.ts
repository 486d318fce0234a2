import { type Context, context, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";

/** Makes the active context follow asynchronous calls, as the SDK of Node does; returns a function that undoes it. */
export function followContext(): () => void {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return () => context.disable();
}

/** Providers that keep what is exported. */
export function telemetry() {
  const spans = new InMemorySpanExporter();
  const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const meterProvider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter })] });
  const tracer = tracerProvider.getTracer("test");
  return {
    providers: { tracerProvider, meterProvider },
    /** The spans that have ended. */
    spans: () => spans.getFinishedSpans(),
    /** Runs a function inside a span, and returns that. */
    async inSpan(name: string, run: () => Promise<unknown>) {
      const span = tracer.startSpan(name);
      const active: Context = trace.setSpan(context.active(), span);
      await context.with(active, run);
      span.end();
      return span.spanContext();
    },
    /** The points of a metric now: attributes and value. */
    async points(name: string) {
      await meterProvider.forceFlush();
      const metrics =
        exporter
          .getMetrics()
          .at(-1)
          ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
      exporter.reset();
      const points = metrics.find(({ descriptor }) => descriptor.name === name)?.dataPoints ?? [];
      return points.map(({ attributes, value }) => ({ ...attributes, value }));
    },
    close: () => meterProvider.shutdown(),
  };
}
