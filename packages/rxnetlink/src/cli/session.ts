import { bindObject, type NamespaceRef, type NetlinkObject, type Transport } from "@rxnetlink/core";
import { addressObject, connect, linkObject, type Rtnetlink, routeObject } from "@rxnetlink/route";
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

/** The connection and the objects that have commands: `rxnl` then holds no others. */
export type Session = Pick<Rtnetlink, "connection" | ObjectName>;

/** Opens `NETLINK_ROUTE`. */
export function openSession(transport: Transport, options: { namespace?: NamespaceRef }): Session {
  const connection = connect(transport, options);
  return {
    connection,
    link: bindObject(connection, linkObject),
    address: bindObject(connection, addressObject),
    route: bindObject(connection, routeObject),
  };
}

/** Parses the name of a namespace as typed; digits are a process id. */
export function namespaceOf(text: string | undefined): { namespace?: NamespaceRef } {
  if (text === undefined) return {};
  return { namespace: /^\d+$/.test(text) ? Number(text) : text };
}

/** `listen` for commands that wait for notifications, `request` for those that end after a reply. */
export type Mode = "listen" | "request";

/** Chooses a transport: requests need no thread, unless a namespace must be entered. */
function transportFor(mode: Mode, netns: string | undefined): Transport {
  return mode === "request" && netns === undefined ? directTransport() : kernelTransport();
}

/** Opens a transport for one command, and closes it afterwards. */
export async function withTransport<T>(
  mode: Mode,
  netns: string | undefined,
  action: (transport: Transport, options: { namespace?: NamespaceRef }) => Promise<T>,
  over: (transport: Transport) => Transport = (transport) => transport,
): Promise<T> {
  const transport = transportFor(mode, netns);
  try {
    return await action(over(transport), namespaceOf(netns));
  } finally {
    await transport.close();
  }
}

/** Opens rtnetlink for one command, and closes it afterwards. */
export function withRtnetlink<T>(
  mode: Mode,
  netns: string | undefined,
  action: (nl: Session) => Promise<T>,
  over?: (transport: Transport) => Transport,
): Promise<T> {
  return withTransport(mode, netns, (transport, options) => action(openSession(transport, options)), over);
}

/** The verbs of an object, by its name. */
export function objectOf(nl: Session, name: ObjectName): NetlinkObject<object> {
  return nl[name] as unknown as NetlinkObject<object>;
}
