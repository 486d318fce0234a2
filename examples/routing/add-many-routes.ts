// Adds the routes of a file, or of standard input, thousands at a time, and reports those that the kernel refused. Needs
// CAP_NET_ADMIN.
//
//   # printf '198.51.100.0/24 192.0.2.2\n203.0.113.0/24 10.9.9.9\n' | node dist/routing/add-many-routes.js
//   203.0.113.0/24 via 10.9.9.9: ENETUNREACH (Nexthop has invalid gateway)
//   1 added, 1 refused

import { readFileSync } from "node:fs";
import { rtnetlink } from "rxnetlink";
import { all } from "rxnetlink/promises";

const [path = "/dev/stdin"] = process.argv.slice(2);
const lines = readFileSync(path, "utf8").split("\n");
const routes = lines
  .filter((line) => line !== "")
  .map((line) => line.split(" "))
  .map(([dst = "", gateway = ""]) => ({ dst, gateway }));

const nl = rtnetlink();
// One outcome each: a batch goes on after a refusal.
const outcomes = await all(nl.route.batch$("add", routes));
const failed = outcomes.filter((outcome) => outcome.type !== "applied");
for (const { value, error } of failed) console.log(`${value.dst} via ${value.gateway}: ${error?.message}`);
console.log(`${outcomes.length - failed.length} added, ${failed.length} refused`);
nl.close();
