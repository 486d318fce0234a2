import type { DetailTable, Firewall } from "../../wire/details.js";
import type { Snapshot } from "../../wire/state.js";

/** Replies of the server, by what is asked for. */
export interface Replies {
  readonly at: Snapshot;
  readonly details: readonly DetailTable[];
  readonly firewall: Firewall;
}

/** Asks the server. */
export async function get<K extends keyof Replies>(
  what: K,
  query: Readonly<Record<string, string | number | undefined>>,
  signal: AbortSignal,
): Promise<Replies[K]> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const words = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  const response = await fetch(`/api/${what}?${words}`, { signal });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json() as Promise<Replies[K]>;
}
