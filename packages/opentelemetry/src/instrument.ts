import { type MeterProvider, metrics, type TracerProvider, trace } from "@opentelemetry/api";
import { measure } from "./metrics.js";
import { traceRequests } from "./spans.js";

/** Name of the instrumentation scope. */
export const SCOPE = "@rxnetlink/opentelemetry";

/** Options of {@link instrument}. */
export interface InstrumentOptions {
  /** Source of the tracer; the global one by default. */
  readonly tracerProvider?: TracerProvider | undefined;
  /** Source of the meter; the global one by default. */
  readonly meterProvider?: MeterProvider | undefined;
  /** Set to `false` to make no spans. */
  readonly spans?: boolean | undefined;
  /** Set to `false` to measure nothing. */
  readonly metrics?: boolean | undefined;
}

/**
 * Makes spans and metrics of what all connections of this process do, and returns a function that ends this. Call it after the
 * SDK is set up, once.
 *
 * @example
 * const stop = instrument();
 */
export function instrument(options: InstrumentOptions = {}): () => void {
  const { tracerProvider = trace, meterProvider = metrics } = options;
  const ends = [
    ...(options.spans === false ? [] : [traceRequests(tracerProvider.getTracer(SCOPE))]),
    ...(options.metrics === false ? [] : [measure(meterProvider.getMeter(SCOPE))]),
  ];
  return () => {
    for (const end of ends.splice(0)) end();
  };
}
