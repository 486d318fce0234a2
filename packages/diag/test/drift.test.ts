// All layouts, enumerations and constants of this package, whatever module declares them, agree with the kernel's headers, and
// nothing of the headers is left out without a reason.
import { type DriftRules, drift, kernelReference } from "@rxnetlink/drift";
import { expect, test } from "vitest";
import { skMeminfo } from "#src/common/memory.js";
import { declarations } from "./drift/declarations.js";
import { differences } from "./drift/differences.js";
import { omissions } from "./drift/omissions.js";
import { exported } from "./support/objects.js";

const reference = kernelReference(import.meta.url, JSON.parse, []);
if (typeof reference === "string") console.log(`drift gate skipped: ${reference}`);

const headers = [
  "inet_diag.h",
  "sock_diag.h",
  "unix_diag.h",
  "packet_diag.h",
  "netlink_diag.h",
  "vm_sockets_diag.h",
  "xdp_diag.h",
  "smc_diag.h",
  "tipc_sockets_diag.h",
];
const rules: DriftRules = {
  ...differences,
  subsystems: { SOCK_D: 0 },
  complete: { headers, exceptions: omissions },
};

test.skipIf(typeof reference === "string")("declarations agree with the kernel's headers", () => {
  if (typeof reference === "string") return;
  const known = new Set([...reference.headers.values()].flat().map(([name]) => name));
  const { problems, coverage } = drift(declarations(exported, known), reference, rules);
  console.log(coverage.join("\n"));
  expect(problems).toEqual([]);
});

test.skipIf(typeof reference === "string")("the memory of a socket has the order of its numbers", () => {
  if (typeof reference === "string") return;
  const numbers = reference.headers.get("sock_diag.h")!.filter(([name]) => /^SK_MEMINFO_(?!VARS)/.test(name));
  const words = numbers.map(([name]) => name.replace("SK_MEMINFO_", "").replaceAll("_", "").toLowerCase());
  expect(skMeminfo.keys!().map((key) => key.toLowerCase())).toEqual(words);
});
