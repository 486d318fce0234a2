import type { KernelRefusal } from "@rxnetlink/core";

const EINVAL = 22;

/** Returns the usual meaning of an error that the kernel does not explain: it has `EINVAL` for all devices that are not there. */
export function noSuchDevice({ errno, text }: KernelRefusal): string | undefined {
  if (errno !== EINVAL || text !== undefined) return undefined;
  return "the kernel answers so where the device, port or resource does not exist in this network namespace, and where its driver cannot do it";
}
