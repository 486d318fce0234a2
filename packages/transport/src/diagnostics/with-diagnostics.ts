import type { Arrival, Socket, Transport } from "@rxnetlink/core";
import {
  aTransport,
  checkArgument,
  checkSocketOptions,
  passedOn,
  withArrivals,
} from "@rxnetlink/core/internal";
import { defer, map, tap } from "rxjs";
import { diagnostics, overrun } from "./channels.js";
import { publishedSocket$ } from "./published-sockets.js";

/** Returns a socket whose overflows are published. */
function publishingOverruns(socket: Socket, protocol: number): Socket {
  const { portId } = socket;
  const next = (arrival: Arrival) => {
    if (arrival.type === "overrun") overrun.publish({ protocol, portId, drops: arrival.drops ?? 0 });
  };
  return withArrivals(socket, tap(next));
}

/**
 * Wraps a transport of another make, such as a fake kernel's, so that it publishes the same events on diagnostics channels as a
 * {@link kernelTransport}, but for those of the thread.
 *
 * @throws ArgumentError if it is no transport.
 * @example
 * const { link } = rtnetlink({ transport: withDiagnostics(fakeKernel().transport) });
 */
export function withDiagnostics(transport: Transport): Transport {
  checkArgument("withDiagnostics", "transport", transport, aTransport);
  if (transport.probe === diagnostics) return transport;
  return {
    ...passedOn(transport),
    probe: diagnostics,
    socket$: (given) =>
      defer(() => {
        const options = checkSocketOptions(given);
        return publishedSocket$(transport.socket$(given), options).pipe(
          map((socket) => publishingOverruns(socket, options.protocol)),
        );
      }),
    close: () => transport.close(),
  };
}
