import type { Connection, Transport } from "@rxnetlink/core";
import { kernelTransport } from "@rxnetlink/transport";

/** A family with the transport that it uses. */
export interface OverTransport<T extends Transport> {
  /** The transport; pass it to other families to share its thread. */
  readonly transport: T;
  /** Closes the connection and the transport. A program that has unsubscribed from everything ends without it. */
  close(): Promise<void>;
}

/** Opens a family over the given transport, or over the kernel of this machine. */
export function overKernel<T extends Transport, F extends { readonly connection: Connection }>(
  options: { readonly transport?: T },
  open: (options: { readonly transport: T }) => F,
): F & OverTransport<T> {
  // Without a transport, nothing determines T: it is its default, KernelTransport.
  const { transport = kernelTransport() as Transport as T } = options;
  const family = open({ ...options, transport });
  return {
    ...family,
    transport,
    async close() {
      family.connection.close();
      await transport.close();
    },
  };
}
