// Sends packets from one network by another gateway than the rest: a routing table of its own, and a rule that selects it. Run
// again, it changes nothing; with --undo it removes both. Needs CAP_NET_ADMIN.
//
//   # node dist/routing/route-by-source.js 10.1.0.0/16 192.0.2.254
//   packets from 10.1.0.0/16 go by 192.0.2.254
//   # node dist/routing/route-by-source.js 10.1.0.0/16 192.0.2.254 --undo
//   packets from 10.1.0.0/16 go as all others do

import { ignoreElements, type Observable } from "rxjs";
import { KernelError, rtnetlink } from "rxnetlink";
import { done } from "rxnetlink/promises";

const [src = "", gateway = "", undo] = process.argv.slice(2);
const nl = rtnetlink();
/** The table and the rule of this program, which it recognizes by their numbers. */
const table = 1000;
const rule = { priority: 1000, src, table } as const;

/** Carries out a change, unless the kernel says by a code that it has been carried out before. */
async function unless(code: string, change$: Observable<unknown>): Promise<void> {
  try {
    await done(change$.pipe(ignoreElements()));
  } catch (error) {
    if (!(error instanceof KernelError && error.code === code)) throw error;
  }
}

if (undo === undefined) {
  // The route first: without one, the rule would be passed over.
  await done(nl.route.replace$({ dst: "0.0.0.0/0", gateway, table }));
  await unless("EEXIST", nl.rule.add$(rule));
  console.log(`packets from ${src} go by ${gateway}`);
} else {
  await unless("ENOENT", nl.rule.delete$(rule));
  await done(nl.route.flush$({ family: "inet", table }));
  console.log(`packets from ${src} go as all others do`);
}
nl.close();
