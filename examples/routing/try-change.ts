// Runs a command that changes the network, and puts everything back as it was unless the command succeeds: links, addresses,
// routes, rules, queues and nftables. Needs CAP_NET_ADMIN.
//
//   # node dist/routing/try-change.js ./migrate.sh
//   migrate.sh failed with status 1
//   undone: change link v0
//   undone: add address 192.0.2.1/24 on v0

import { spawnSync } from "node:child_process";
import { basename } from "node:path";
import { tap } from "rxjs";
import { rtnetlink } from "rxnetlink";
import { backup$, restore$ } from "rxnetlink/backup";
import { netfilter } from "rxnetlink/netfilter";
import { done, one } from "rxnetlink/promises";

const [command = "true", ...args] = process.argv.slice(2);
const route = rtnetlink();
const { transport } = route;
const connections = { route, netfilter: netfilter({ transport }) };

const before = await one(backup$(connections));
const { status } = spawnSync(command, args, { stdio: "inherit" });
if (status === 0) console.log(`${basename(command)} succeeded`);
else {
  console.log(`${basename(command)} failed with status ${status}`);
  const undone$ = restore$(connections, before, { prune: true }).pipe(
    tap(({ type, step, error }) => {
      const what = `${step.type} ${step.section} ${step.subject}`;
      console.log(type === "applied" ? `undone: ${what}` : `not undone: ${what}: ${error?.message}`);
    }),
  );
  await done(undone$);
}
process.exitCode = status ?? 1;
await route.close();
