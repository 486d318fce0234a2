import { type Identity, identityBy } from "@rxnetlink/core";
import type { DevlinkHandle } from "./handle.js";

/** Returns the identity of objects of an instance, made of its name and some of their members. */
export function handleIdentity<T extends Partial<DevlinkHandle>>(
  ...keys: (keyof T)[]
): (value: T) => Identity {
  return identityBy<T>("busName", "devName", ...keys);
}
