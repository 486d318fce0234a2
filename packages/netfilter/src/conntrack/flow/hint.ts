import { errnoName, type KernelRefusal } from "@rxnetlink/core";
import type { Conntrack } from "./layout.js";

/** Returns a remedy for a refusal of a new connection: what the kernel needs. */
function ofNew(code: string, { tupleOrig, timeout }: Partial<Conntrack>): string | undefined {
  if (code !== "EINVAL" || (tupleOrig !== undefined && timeout !== undefined)) return undefined;
  return "it needs tupleOrig, and timeout: the seconds until it ends unless there are packets";
}

/** Returns a remedy for a refusal of a change. */
function ofChange(
  code: string,
  { labels, natSrc, natDst, tupleMaster }: Partial<Conntrack>,
): string | undefined {
  if (code === "EBUSY")
    return "of the status, seenReply and assured cannot be cleared, and expected, confirmed and dying cannot change";
  if (code === "EOPNOTSUPP" && (natSrc ?? natDst ?? tupleMaster) !== undefined)
    return "NAT and the master can be given to a new connection only";
  if (code === "ENOSPC" && labels !== undefined)
    return "it has no room for labels: the namespace needs a rule that sets some";
  return undefined;
}

/** Returns a remedy for a refusal, if there is one. */
export function conntrackHint(
  { errno }: KernelRefusal,
  conntrack: Partial<Conntrack>,
  verb: string,
): string | undefined {
  const code = errnoName(errno);
  if (verb === "add") return ofNew(code, conntrack);
  if (
    code === "EOPNOTSUPP" &&
    conntrack.tupleOrig?.ip?.src === undefined &&
    conntrack.tupleReply === undefined
  )
    return "tupleOrig names one connection by ip.src, ip.dst, and proto with its ports";
  if (code === "ENOENT" && conntrack.zone === undefined)
    return "it ended, or it is in a zone: the key then needs the member zone";
  return verb === "change" ? ofChange(code, conntrack) : undefined;
}
