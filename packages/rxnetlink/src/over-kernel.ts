import type { Connection, NamespaceRef, Transport } from "@rxnetlink/core";
import type { FamilyOptions } from "@rxnetlink/generic";
import { kernelTransport } from "@rxnetlink/transport";
import { defer, map, mergeMap, type Observable, shareReplay } from "rxjs";

/** A family with the transport that it uses. */
export interface OverTransport<T extends Transport> {
  /** The transport; pass it to other families to share its thread. */
  readonly transport: T;
  /** Closes the connection and the transport. A program that has unsubscribed from everything ends without it. */
  close(): Promise<void>;
}

/** Options of a family of generic netlink over the kernel of this machine, or over the given transport. */
export interface KernelFamilyOptions<T extends Transport> extends Omit<FamilyOptions, "transport"> {
  /** The transport, such as that of `rtnetlink()`, whose thread is then shared; by default a new one. */
  readonly transport?: T;
}

/** Opens a family over the given transport, or over the kernel of this machine. One that reads raw datagrams has no connection. */
export function overKernel<T extends Transport, F extends object>(
  options: { readonly transport?: T },
  open: (options: { readonly transport: T }) => F,
): F & OverTransport<T> {
  // Without a transport, nothing determines T: it is its default, KernelTransport.
  const { transport = kernelTransport() as Transport as T } = options;
  const family = open({ ...options, transport });
  const { connection } = family as { readonly connection?: Pick<Connection, "close"> };
  return {
    ...family,
    transport,
    async close() {
      connection?.close();
      await transport.close();
    },
  };
}

/** Looks up links by name over a connection of its own. What knows links is loaded when the first name is met. */
export function linkNames(transport: Transport, namespace: NamespaceRef | undefined) {
  const options = namespace === undefined ? {} : { namespace };
  const connection$ = defer(() => import("./link-connection.js")).pipe(
    map(({ connect }) => connect(transport, options)),
    shareReplay(1),
  );
  return (name: string): Observable<number> =>
    connection$.pipe(mergeMap((connection) => connection.linkIndex$!(name)));
}

/** Opens a family of generic netlink as {@link overKernel} does, in which links may be given by name. */
export function familyOverKernel<
  T extends Transport,
  F extends { readonly connection: Pick<Connection, "close"> },
>(options: KernelFamilyOptions<T>, open: (options: FamilyOptions<T>) => F): F & OverTransport<T> {
  return overKernel<T, F>(options, ({ transport }) => {
    const linkIndex$ = linkNames(transport, options.namespace);
    return open({ linkIndex$, ...options, transport });
  });
}
