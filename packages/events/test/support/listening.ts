import { readFileSync, readlinkSync } from "node:fs";
import { describeUnless } from "@rxnetlink/testing/gates";

/** Returns the reason why the kernel does not report processes here, or `undefined` if it does. */
function whyNot(): string | undefined {
  // The numbers of the initial namespaces, which no other ever has.
  const isInitial = (kind: string, number: number) =>
    readlinkSync(`/proc/self/ns/${kind}`) === `${kind}:[${number}]`;
  if (process.platform !== "linux") return `needs Linux, not ${process.platform}`;
  if (!isInitial("pid", 0xefff_fffc) || !isInitial("user", 0xefff_fffd))
    return "the kernel reports processes in the initial PID and user namespaces only";
  if (process.getuid?.() !== 0) return "needs root";
  // Only the initial network namespace has the connector.
  if (
    !readFileSync("/proc/net/netlink", "utf8")
      .split("\n")
      .some((line) => / 11 +0 /.test(line))
  )
    return "the kernel reports processes in the initial network namespace only, if built with CONFIG_PROC_EVENTS";
  return undefined;
}

/** Describes tests of process events; skips them with the reason in their name. */
export const describeListening = (name: string, tests: () => void): void =>
  describeUnless(whyNot(), name, tests);
