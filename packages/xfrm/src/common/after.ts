import type { Dependency, MessageSet } from "@rxnetlink/core";

/** Returns the dependency of objects that are all listed again after certain messages. */
export function after<T extends object>({ name, layout, types, groups }: MessageSet<T>): Dependency<object> {
  const object = { name, layout, types, groups } as unknown as MessageSet<object>;
  return { object, identityOf: () => 0, invalidates: () => true };
}
