import type { KernelRefusal } from "@rxnetlink/core";
import { type ErrnoCode, errnoName } from "@rxnetlink/core";
import type { Conntrack } from "./layout.js";

/** Remedies by errno, for changes. */
const OF_CHANGES: { readonly [code in ErrnoCode]?: string } = {
  EBUSY:
    "of the status, seenReply and assured cannot be cleared, and expected, confirmed and dying cannot change",
  EOPNOTSUPP: "NAT and the master can be given to a new connection only",
  ENOSPC: "it has no room for labels: the namespace needs a rule that sets some",
};

/** Returns a remedy for a refusal, if there is one. */
export function conntrackHint(
  { errno }: KernelRefusal,
  { zone, labels, natSrc, natDst, tupleMaster }: Partial<Conntrack>,
  verb: string,
): string | undefined {
  const code = errnoName(errno);
  if (code === "ENOENT" && verb !== "add" && zone === undefined)
    return "it ended, or it is in a zone: the key then needs the member zone";
  if (verb !== "change") return undefined;
  if (code === "ENOSPC" && labels === undefined) return undefined;
  if (code === "EOPNOTSUPP" && (natSrc ?? natDst ?? tupleMaster) === undefined) return undefined;
  return OF_CHANGES[code as ErrnoCode];
}
