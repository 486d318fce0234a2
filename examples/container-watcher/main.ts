// Reports namespaces, veth pairs, bridges and addresses as they come and go, until Ctrl-C, as lines or as JSON. Needs
// CAP_SYS_ADMIN to enter namespaces.
//
//   # node dist/container-watcher/main.js
//   + namespace web
//   + web/eth0 (veth)
//   = host/veth7 is joined to web/eth0
//   > host/veth7 is a port of br0
//   + 10.0.0.2/24 on web/eth0

import { parseArgs } from "node:util";
import { fromEvent, merge, takeUntil } from "rxjs";
import { kernelTransport } from "rxnetlink";
import type { ContainerEvent } from "./events.js";
import { inWords } from "./in-words.js";
import { watchContainers$ } from "./watch.js";

function main(): void {
  const { values } = parseArgs({ options: { json: { type: "boolean" } } });
  const transport = kernelTransport();
  const line = (event: ContainerEvent) => (values.json ? JSON.stringify(event) : inWords(event));
  watchContainers$(transport)
    .pipe(takeUntil(merge(fromEvent(process, "SIGINT"), fromEvent(process, "SIGTERM"))))
    .subscribe({
      next: (event) => console.log(line(event)),
      error: ({ message }: Error) => fail(message, 1),
      complete: () => void transport.close(),
    });
}

function fail(message: string, status: number): void {
  console.error(message);
  process.exitCode = status;
}

try {
  main();
} catch (error) {
  fail(`${(error as Error).message}\nusage: main.js [--json]`, 2);
}
