import type { NamespaceRef, NetlinkObject } from "@rxnetlink/core";
import { type KernelRtnetlink, rtnetlink } from "../rxnetlink.js";

/** Options that every command takes. */
export interface CommonOptions {
  /** Name, path or process id of a network namespace. */
  readonly netns?: string;
  readonly json?: boolean;
}

/** The objects that commands are about. */
export const OBJECTS = ["link", "address", "route"] as const;
/** One of {@link OBJECTS}. */
export type ObjectName = (typeof OBJECTS)[number];

/** A namespace as typed: digits are a process id. */
export function namespaceOf(text: string | undefined): { namespace?: NamespaceRef } {
  if (text === undefined) return {};
  return { namespace: /^\d+$/.test(text) ? Number(text) : text };
}

/** Speaks rtnetlink for one command and closes it, whatever happens. */
export async function withRtnetlink<T>(
  netns: string | undefined,
  action: (nl: KernelRtnetlink) => Promise<T>,
): Promise<T> {
  const nl = rtnetlink(namespaceOf(netns));
  try {
    return await action(nl);
  } finally {
    await nl.close();
  }
}

/** An object's verbs, by its name. */
export function objectOf(nl: KernelRtnetlink, name: ObjectName): NetlinkObject<object> {
  return nl[name] as unknown as NetlinkObject<object>;
}
