import type { Endpoint } from "./readings.js";

/** Returns the place that the options of a connection or socket name. */
export function endpointOf({ protocol, namespace }: { protocol: number; namespace?: unknown }): Endpoint {
  const named = typeof namespace === "string" || typeof namespace === "number";
  return named ? { protocol, namespace } : { protocol };
}
