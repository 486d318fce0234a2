import { KernelError, type NetlinkError } from "@rxnetlink/core";
import { done } from "@rxnetlink/core/promises";
import type { Observable } from "rxjs";

/** Returns the error of a stream. */
export async function errorOf(source$: Observable<unknown>): Promise<NetlinkError> {
  try {
    await done(source$);
  } catch (error) {
    return error as NetlinkError;
  }
  throw new Error("no error");
}

/** Returns the errno of a refusal by the kernel; `undefined` if there is none. */
export async function refusal(source$: Observable<unknown>): Promise<string | undefined> {
  try {
    await done(source$);
    return undefined;
  } catch (error) {
    if (error instanceof KernelError) return error.code;
    throw error;
  }
}
