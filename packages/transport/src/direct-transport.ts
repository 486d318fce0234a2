import {
  type Socket,
  type SocketOptions,
  SocketSupply,
  type SupplyOptions,
  SystemError,
  type Transport,
} from "@rxnetlink/core";
import {
  aConcurrency,
  checkOptions,
  checkSocketOptions,
  Lifetime,
  type NumberedSocketOptions,
} from "@rxnetlink/core/internal";
import { defer, Observable } from "rxjs";
import { DirectReader, DirectSocket } from "./client/direct-socket.js";
import { diagnostics } from "./diagnostics/channels.js";
import { publishedSocket$ } from "./diagnostics/published-sockets.js";
import { EINVAL } from "./linux/constants.js";
import { KernelSocket } from "./linux/kernel-socket.js";
import { type Libc, loadLibc } from "./linux/libc.js";

/**
 * Creates a transport without a worker thread, for programs that make a few requests and exit: they start 70 ms sooner.
 * The calling thread makes the system calls and blocks until each change is done; sockets are read only after something
 * was sent, so notifications arrive late or never; and other network namespaces cannot be entered.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function directTransport(options: SupplyOptions = {}): Transport {
  const { concurrency } = checkOptions("directTransport", options, { concurrency: aConcurrency });
  const lifetime = new Lifetime("the transport");
  let libc: Libc | undefined;
  let reader: DirectReader | undefined;
  function socket$(given: SocketOptions): Observable<Socket> {
    return defer(() => {
      const options = checkSocketOptions(given);
      return publishedSocket$(opened$(options), options);
    });
  }
  function opened$(options: NumberedSocketOptions): Observable<Socket> {
    return new Observable((subscriber) => {
      if (options.namespace !== undefined)
        throw new SystemError("setns", EINVAL, "only a kernelTransport() can enter other namespaces");
      libc ??= loadLibc();
      reader ??= new DirectReader(libc);
      const socket = new DirectSocket(KernelSocket.open(libc, options), reader);
      subscriber.add(() => socket.close());
      subscriber.next(socket);
    });
  }
  return {
    supply: new SocketSupply(concurrency),
    probe: diagnostics,
    socket$: (options) => lifetime.within(socket$(options)),
    async close() {
      lifetime.end();
    },
  };
}
