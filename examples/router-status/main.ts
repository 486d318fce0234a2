// Serves the status of this router at loopback until Ctrl-C: links and their rates, routes, neighbours, and the counters of the
// firewall, which need CAP_NET_ADMIN.
//
//   # node dist/router-status/main.js --port 8080
//   http://127.0.0.1:8080/

import { parseArgs } from "node:util";
import { fromEvent, merge, shareReplay, takeUntil } from "rxjs";
import { rtnetlink } from "rxnetlink";
import { netfilter } from "rxnetlink/netfilter";
import { serve$ } from "./server.js";
import { status$ } from "./sources.js";

function main(): void {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "0" }, every: { type: "string", default: "1000" } },
  });
  const nl = rtnetlink();
  const nf = netfilter({ transport: nl.transport });
  // While anybody may ask, it is kept up to date.
  const latest$ = status$(nl, nf, Number(values.every)).pipe(shareReplay({ bufferSize: 1, refCount: true }));
  const stopped$ = merge(fromEvent(process, "SIGINT"), fromEvent(process, "SIGTERM"));
  const failed = ({ message }: Error) => fail(message, 1);
  latest$.pipe(takeUntil(stopped$)).subscribe({ error: failed, complete: () => void nl.transport.close() });
  serve$(latest$, Number(values.port))
    .pipe(takeUntil(stopped$))
    .subscribe({ next: (url) => console.log(url), error: failed });
}

function fail(message: string, status: number): void {
  console.error(message);
  process.exitCode = status;
}

try {
  main();
} catch (error) {
  fail(`${(error as Error).message}\nusage: main.js [--port PORT] [--every MS]`, 2);
}
