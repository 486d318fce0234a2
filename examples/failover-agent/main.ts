// Keeps the default route on the first of several uplinks that works, until Ctrl-C. Needs CAP_NET_ADMIN.
//
//   # node dist/failover-agent/main.js eth0=192.0.2.254 wwan0=198.51.100.254
//   by eth0 (eth0: ok, wwan0: ok)
//   by wwan0 (eth0: gatewaySilent, wwan0: ok)

import { parseArgs } from "node:util";
import { fromEvent, merge, takeUntil } from "rxjs";
import { rtnetlink } from "rxnetlink";
import { failover$, type Status } from "./agent.js";
import { probe$ } from "./probe.js";
import { parseUplink } from "./uplink.js";

const USAGE = "usage: main.js [--json] [--hold-down MS] [--probe MS] LINK=GATEWAY…";

function inWords({ active, uplinks, error }: Status): string {
  const healths = Object.entries(uplinks).map(([ifname, health]) => `${ifname}: ${health}`);
  const where = active === null ? "no way out" : `by ${active}`;
  return `${where} (${healths.join(", ")})${error === undefined ? "" : `; ${error}`}`;
}

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      "hold-down": { type: "string", default: "10000" },
      probe: { type: "string", default: "2000" },
    },
  });
  if (positionals.length === 0) throw new Error("no uplink is given");
  const [holdDown, every] = [Number(values["hold-down"]), Number(values.probe)];
  return { json: values.json === true, holdDown, every, uplinks: positionals.map(parseUplink) };
}

function main(): void {
  const { json, every, ...failover } = options();
  const nl = rtnetlink();
  merge(failover$(nl, failover), probe$(nl, failover.uplinks, every))
    .pipe(takeUntil(merge(fromEvent(process, "SIGINT"), fromEvent(process, "SIGTERM"))))
    .subscribe({
      next: (status) => console.log(json ? JSON.stringify(status) : inWords(status)),
      error: ({ message }: Error) => fail(message, 1),
      // The default route stays: an agent that ends should not take the network along.
      complete: () => nl.close(),
    });
}

function fail(message: string, status: number): void {
  console.error(message);
  process.exitCode = status;
}

try {
  main();
} catch (error) {
  fail(`${(error as Error).message}\n${USAGE}`, 2);
}
