import type { MeterProvider, TracerProvider } from "@opentelemetry/api";
import { type InstrumentOptions, instrument, SCOPE } from "./instrument.js";

/** Configuration of a {@link NetlinkInstrumentation}. */
export interface NetlinkInstrumentationConfig extends Pick<InstrumentOptions, "spans" | "metrics"> {
  /** Set to `false` to have it do nothing until it is enabled; `true` by default. */
  readonly enabled: boolean;
}

/**
 * The same as {@link instrument}, in the form that `registerInstrumentations()` and `NodeSDK` take.
 *
 * @example
 * const sdk = new NodeSDK({ instrumentations: [new NetlinkInstrumentation()] });
 */
export class NetlinkInstrumentation {
  /** Name of the instrumentation scope. */
  readonly instrumentationName: string = SCOPE;
  /** Version of the names of spans, metrics and attributes. */
  readonly instrumentationVersion: string = "1";
  #config: NetlinkInstrumentationConfig = { enabled: false };
  #providers: Pick<InstrumentOptions, "tracerProvider" | "meterProvider"> = {};
  #stop: (() => void) | undefined;

  constructor(config: Partial<NetlinkInstrumentationConfig> = {}) {
    this.setConfig(config);
  }

  /** Begins to make spans and metrics. */
  enable(): void {
    this.disable();
    this.#stop = instrument({ ...this.#config, ...this.#providers });
  }

  /** Ends that. */
  disable(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Sets the source of the tracer. */
  setTracerProvider(tracerProvider: TracerProvider): void {
    this.#provide({ tracerProvider });
  }

  /** Sets the source of the meter. */
  setMeterProvider(meterProvider: MeterProvider): void {
    this.#provide({ meterProvider });
  }

  /** Replaces the configuration. */
  setConfig(config: Partial<NetlinkInstrumentationConfig>): void {
    this.#config = { enabled: true, ...config };
    if (this.#config.enabled) this.enable();
    else this.disable();
  }

  /** Returns the configuration. */
  getConfig(): NetlinkInstrumentationConfig {
    return this.#config;
  }

  #provide(provider: Pick<InstrumentOptions, "tracerProvider" | "meterProvider">): void {
    this.#providers = { ...this.#providers, ...provider };
    if (this.#stop !== undefined) this.enable();
  }
}
