// The first moments of a process: imports, the first list, the command.
import { print, timed } from "../protocol.mjs";
import { load } from "./open.mjs";

/** Imports rxjs, then the library. */
async function importing() {
  const rxjs = await timed(() => import("rxjs"));
  const own = await timed(load);
  print({ workload: "import", rxjs, own });
}

/** Imports rxjs, then the library, and lists the links until the first of them is there. */
async function firstList() {
  const rxjs = await timed(() => import("rxjs"));
  const { firstValueFrom } = await import("rxjs");
  let first;
  const own = await timed(async () => {
    const { link } = (await load())();
    first = await firstValueFrom(link.list$());
  });
  print({ workload: "first-list", rxjs, own, ifname: first.ifname });
}

/** Prints the links and exits, using the command `rxnl`. */
async function startup() {
  process.argv.splice(2, 1, "link", "list", "--json");
  await import("../node_modules/rxnetlink/dist/bin/rxnl.js");
}

export const workloads = { import: importing, "first-list": firstList, startup };
