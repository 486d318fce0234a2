import { setTimeout } from "node:timers/promises";
import { SystemError } from "@rxnetlink/core";

/** Longest wait for a lock, in milliseconds. */
const LOCK_WAIT_MS = 10_000;
/** Time between two attempts, in milliseconds. */
const RETRY_MS = 20;

const isLocked = (error: unknown) =>
  error instanceof SystemError && error.syscall === "flock" && error.code === "EAGAIN";

/** Retries while another process holds a lock, but not indefinitely: any user may hold it as long as they like. */
export async function retryWhileLocked<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isLocked(error) || performance.now() > deadline) throw error;
    }
    await setTimeout(RETRY_MS);
  }
}
