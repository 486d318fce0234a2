// A small server on loopback, which answers nobody but programs and browsers of this machine.

import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname } from "node:os";
import { firstValueFrom, Observable } from "rxjs";
import { POLICY, pageOf } from "./page.js";
import type { RouterStatus } from "./status.js";

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const refusal = (status: number, body: string): Reply => ({ status, type: "text/plain", body: `${body}\n` });

/**
 * Returns the reply to a request. The name that it was sent to must be of loopback: a page elsewhere, whose own name is made to
 * lead here (DNS rebinding), would read the answer otherwise.
 */
async function reply(
  { method, url, headers }: IncomingMessage,
  port: number,
  status$: Observable<RouterStatus>,
) {
  const names = ["localhost", "127.0.0.1"].map((name) => `${name}:${port}`);
  if (!names.includes(headers.host ?? "")) return refusal(403, "this page is read at localhost only");
  if (method !== "GET") return refusal(405, "there is nothing to change here");
  const status = await firstValueFrom(status$);
  if (url === "/") return { status: 200, type: "text/html", body: pageOf(status, hostname()) };
  const json = () => ({
    status: 200,
    type: "application/json",
    body: `${JSON.stringify(status, null, 2)}\n`,
  });
  return url === "/status.json" ? json() : refusal(404, "there is no such page");
}

const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
};

function serverOf(status$: Observable<RouterStatus>): Server {
  const server = createServer(async (request, response) => {
    const { port } = server.address() as AddressInfo;
    const { status, type, body } = await reply(request, port, status$).catch(({ message }: Error) =>
      refusal(500, message),
    );
    response.writeHead(status, { ...HEADERS, "content-type": `${type}; charset=utf-8` }).end(body);
  });
  return server;
}

/**
 * Serves the latest status while it is subscribed: as a page at `/`, as JSON at `/status.json`. Emits the address. Port 0 is any
 * that is free.
 *
 * @param status$ - Emits the latest status at once to each subscriber.
 */
export function serve$(status$: Observable<RouterStatus>, port: number): Observable<string> {
  return new Observable((subscriber) => {
    const server = serverOf(status$);
    server.on("error", (error) => subscriber.error(error));
    server.listen(port, "127.0.0.1", () =>
      subscriber.next(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    );
    return () => {
      server.close();
      server.closeAllConnections();
    };
  });
}
