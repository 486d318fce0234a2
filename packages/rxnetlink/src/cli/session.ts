import type { NamespaceRef, NetlinkObject, Transport } from "@rxnetlink/core";
import { type Rtnetlink, rtnetlink } from "@rxnetlink/route";
import { directTransport, kernelTransport } from "@rxnetlink/transport";

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

/** Whether a command listens for what the kernel tells, or asks and ends. */
export type Manner = "listens" | "asks";

/** A command that only asks does without a thread; entering a namespace takes one. */
function transportFor(manner: Manner, netns: string | undefined): Transport {
  return manner === "asks" && netns === undefined ? directTransport() : kernelTransport();
}

/** Speaks rtnetlink for one command and closes it, whatever happens. */
export async function withRtnetlink<T>(
  manner: Manner,
  netns: string | undefined,
  action: (nl: Rtnetlink) => Promise<T>,
): Promise<T> {
  const transport = transportFor(manner, netns);
  try {
    return await action(rtnetlink(transport, namespaceOf(netns)));
  } finally {
    await transport.close();
  }
}

/** An object's verbs, by its name. */
export function objectOf(nl: Rtnetlink, name: ObjectName): NetlinkObject<object> {
  return nl[name] as unknown as NetlinkObject<object>;
}
