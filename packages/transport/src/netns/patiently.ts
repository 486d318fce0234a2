import { setTimeout } from "node:timers/promises";
import { SystemError } from "@rxnetlink/core";

/** How long is waited for what another process holds, and how long between two tries, in milliseconds. */
const [PATIENCE, PAUSE] = [10_000, 20];

const isHeld = (error: unknown) =>
  error instanceof SystemError && error.syscall === "flock" && error.code === "EAGAIN";

/** Tries until a lock is free that another process holds, and at last gives up: any user may hold it for good. */
export async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isHeld(error) || performance.now() > deadline) throw error;
    }
    await setTimeout(PAUSE);
  }
}
