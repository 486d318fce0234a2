import { readFileSync } from "node:fs";
import { whyNoNamespaces } from "@rxnetlink/testing/kernel";

/** All users of the machine, not just those of a user namespace. */
const EVERYBODY = /^\s*0\s+0\s+4294967295\s*$/;

/** Why what the kernel allows nobody but the machine's own root cannot be tried, or `undefined` where it can. */
export function whyNotRoot(): string | undefined {
  const reason = whyNoNamespaces();
  if (reason !== undefined) return reason;
  const here = EVERYBODY.test(readFileSync("/proc/self/uid_map", "utf8"));
  return here ? undefined : "the kernel allows it to nobody but root of the machine itself";
}
