import { vi } from "vitest";

/** Waits until assertions hold, for as long as a slow machine may need. */
export function eventually(holds: () => void): Promise<void> {
  return vi.waitFor(holds, { timeout: 25_000, interval: 5 });
}
