// All layouts, enumerations and constants of this package, whatever module declares them, agree with the kernel's headers and
// specs, and nothing of the headers is left out without a reason.
import { type DriftRules, drift, kernelReference } from "@rxnetlink/drift";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { declarations } from "./drift/declarations.js";
import { differences } from "./drift/differences.js";
import { omissions, omittedSets } from "./drift/omissions.js";
import { exported } from "./support/objects.js";

const reference = kernelReference(import.meta.url, parse, ["nftables", "conntrack"]);
if (typeof reference === "string") console.log(`drift gate skipped: ${reference}`);

const rules: DriftRules = {
  ...differences,
  subsystems: {
    IPCTNL_MSG_CT_: 1,
    IPCTNL_MSG_EXP_: 2,
    NFQNL_MSG_: 3,
    NFULNL_MSG_: 4,
    OSF_MSG_: 5,
    IPSET_CMD_: 6,
    NFNL_MSG_ACCT_: 7,
    IPCTNL_MSG_TIMEOUT_: 8,
    NFNL_MSG_CTHELPER_: 9,
    NFT_MSG_: 10,
    NFNL_MSG_COMPAT_: 11,
    NFNL_MSG_HOOK_: 12,
  },
  complete: { headers: ["netfilter"], exceptions: omissions },
};

test.skipIf(typeof reference === "string")("declarations agree with the kernel's headers and specs", () => {
  if (typeof reference === "string") return;
  const known = new Set([...reference.headers.values()].flat().map(([name]) => name));
  const { problems, coverage } = drift(declarations(exported, known), reference, rules);
  console.log(coverage.join("\n"));
  expect(problems).toEqual([]);
});

test.skipIf(typeof reference === "string")("every set of the specs is declared", () => {
  if (typeof reference === "string") return;
  const declared = new Set(
    exported.flatMap(({ value: it }) =>
      typeof it === "object" && it !== null && "set" in it && "name" in it ? [it.name] : [],
    ),
  );
  const missing = [...reference.sets.keys()].filter((name) => !declared.has(name));
  expect(missing.sort()).toEqual(Object.keys(omittedSets).sort());
});
