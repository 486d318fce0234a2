import { vi } from "vitest";

/** Waits until assertions hold, and returns what they give, for as long as a slow machine may need. */
export function eventually<T>(holds: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(holds, { timeout: 25_000, interval: 5 });
}

/** Waits until a condition holds, which it checks in every turn of the event loop. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}
