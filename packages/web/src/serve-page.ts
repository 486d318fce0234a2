import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { SystemError, type Transport } from "@rxnetlink/core";
import { asyncScheduler, type Observable, type SchedulerLike } from "rxjs";
import { appOf } from "./http/app.js";
import { readPageFiles } from "./http/page-files.js";
import { Session } from "./http/session.js";
import type { PlaceEvent } from "./network/place.js";
import { Watch } from "./network/watch.js";

/** Options of {@link servePage}. */
export interface PageOptions {
  /** Transport to the kernel, or to a recording. */
  readonly transport: Transport;
  /** Network namespaces to show, as they come and go. */
  readonly places$: Observable<PlaceEvent>;
  /** Port on loopback; by default a free one. */
  readonly port?: number;
  /** Clock of what is shown; by default that of the machine. */
  readonly scheduler?: SchedulerLike;
  /** True if the transport plays a recording. */
  readonly isRecorded?: boolean;
}

/** A page that is served. */
export interface ServedPage {
  /** Address of the page, with the key to it. */
  readonly url: string;
  /** Port on loopback. */
  readonly port: number;
  /** Ends all connections and what they show. */
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/** Listens on loopback, and returns the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(new SystemError("listen", -(cause.errno ?? 0), `${LOOPBACK}:${port}`, { cause })),
    );
    server.listen(port, LOOPBACK, () => resolve((server.address() as { port: number }).port));
  });
}

/** Refuses to leave HTTP: the page has no other protocol, and a browser lets any page try. */
function refuseUpgrades(server: Server): void {
  server.on("upgrade", (_, socket) =>
    socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
  );
}

/**
 * Serves a page that shows network namespaces as they change, on loopback only, to whoever has its address. It never changes
 * anything. Rejects with a `SystemError` if the port is taken.
 *
 * @example
 * const page = await servePage({ transport: kernelTransport(), places$: of({ type: "added", place: { name: "host" } }) });
 * console.log(page.url);
 */
export async function servePage({
  transport,
  places$,
  port: wanted = 0,
  scheduler = asyncScheduler,
  isRecorded = false,
}: PageOptions): Promise<ServedPage> {
  const files = readPageFiles();
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = createAdaptorServer({ fetch: (request) => answer(request) }) as Server;
  refuseUpgrades(server);
  const port = await listen(server, wanted);
  const session = new Session(port);
  const watched = { transport, places$, scheduler };
  const watch = new Watch(watched);
  answer = appOf({ watch, watched, files, session, port, isRecorded }).fetch;
  return {
    url: `http://${LOOPBACK}:${port}/?token=${session.token}`,
    port,
    async close() {
      watch.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
