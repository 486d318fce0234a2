// Many changes: routes added and deleted in one batch each, in a new process and once more when it is warm.
import { execSync } from "node:child_process";
import { number, printInsert, seconds } from "../protocol.mjs";
import { open } from "./open.mjs";

const COLD = 0xac200000; // 172.32.0.0
const WARM = 0xac100000; // 172.16.0.0, which the benchmark counts in the kernel
const ipv4Text = (value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");

/** Returns a function that applies a verb to many routes, and counts what was applied. */
function phaseOf({ nl, lastValueFrom, reduce }, count) {
  const oif = number("PEER_OIF", 0);
  const gateway = process.env.PEER_GW;
  function* routes(base) {
    for (let i = 0; i < count; i++) yield { dst: ipv4Text(base + i), dstLen: 32, gateway, oif };
  }
  return async (verb, base) => {
    const start = seconds();
    const applied$ = nl.route
      .batch$(verb, routes(base))
      .pipe(reduce((sum, { type }) => sum + (type === "applied"), 0));
    const done = await lastValueFrom(applied$);
    return { done, errors: count - done, rate: Math.round(count / (seconds() - start)) };
  };
}

async function insert() {
  const library = await open();
  const { nl, lastValueFrom } = library;
  const count = number("PEER_INSERT", 20000);
  const phase = phaseOf(library, count);
  await lastValueFrom(nl.link.get$({ index: 1 }));
  const [coldAdd, coldDelete] = [await phase("add", COLD), await phase("delete", COLD)];
  const added = await phase("add", WARM);
  if (process.env.PEER_CHECK) execSync(process.env.PEER_CHECK, { stdio: ["ignore", 2, 2] });
  const deleted = await phase("delete", WARM);
  printInsert(added, deleted, {
    cold_adds_per_s: coldAdd.rate,
    cold_dels_per_s: coldDelete.rate,
    method: `batch$: 128 messages a datagram, ACK on the last; after ${count} others (cold: ${coldAdd.rate} adds/s, ${coldDelete.rate} dels/s)`,
  });
}

export const workloads = { insert };
