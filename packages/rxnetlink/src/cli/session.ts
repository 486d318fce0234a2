import type { NamespaceRef, NetlinkObject, Transport } from "@rxnetlink/core";
import { type Rtnetlink, rtnetlink } from "@rxnetlink/route";
import { directTransport, kernelTransport } from "@rxnetlink/transport";

/** Options of every command. */
export interface CommonOptions {
  /** Name, path or process id of a network namespace. */
  readonly netns?: string;
  readonly json?: boolean;
}

/** The objects that have commands. */
export const OBJECTS = ["link", "address", "route"] as const;
/** One of {@link OBJECTS}. */
export type ObjectName = (typeof OBJECTS)[number];

/** Parses the name of a namespace as typed; digits are a process id. */
function namespaceOf(text: string | undefined): { namespace?: NamespaceRef } {
  if (text === undefined) return {};
  return { namespace: /^\d+$/.test(text) ? Number(text) : text };
}

/** `listen` for commands that keep running, `request` for those that end after a reply. */
export type Mode = "listen" | "request";

/** Chooses a transport: requests need no thread, unless a namespace must be entered. */
function transportFor(mode: Mode, netns: string | undefined): Transport {
  return mode === "request" && netns === undefined ? directTransport() : kernelTransport();
}

/** Opens rtnetlink for one command, and closes it afterwards. */
export async function withRtnetlink<T>(
  mode: Mode,
  netns: string | undefined,
  action: (nl: Rtnetlink) => Promise<T>,
): Promise<T> {
  const transport = transportFor(mode, netns);
  try {
    return await action(rtnetlink({ transport, ...namespaceOf(netns) }));
  } finally {
    await transport.close();
  }
}

/** The verbs of an object, by its name. */
export function objectOf(nl: Rtnetlink, name: ObjectName): NetlinkObject<object> {
  return nl[name] as unknown as NetlinkObject<object>;
}
