/**
 * Spans and metrics of OpenTelemetry for what connections do. It listens to diagnostics channels, and so covers every
 * connection of the process.
 *
 * @module
 */
export { type InstrumentOptions, instrument } from "./instrument.js";
export { NetlinkInstrumentation, type NetlinkInstrumentationConfig } from "./instrumentation.js";
