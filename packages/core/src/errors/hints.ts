import type { KernelRefusal, PolicyRange } from "./kernel-refusal.js";

/** Remedies for errors that the kernel does not explain. Those that would mislead about an object are overridden by its own. */
const HINTS: Readonly<Record<string, string>> = {
  EPERM: "needs CAP_NET_ADMIN in the network namespace; try root, or a namespace of your own: unshare -Urn",
  EBUSY: "it is in use, or the kernel is still working on it; remove what uses it, or try again",
  ENOENT: "no such object, or something it refers to does not exist",
  ESRCH: "no such object",
  ENETDOWN: "its link is down: bring it up first",
  ENETUNREACH: "no route to it",
  EHOSTUNREACH: "no route to it",
  EADDRNOTAVAIL: "no such address here",
  EOPNOTSUPP: "this kernel does not support it, or its module is missing",
  EAFNOSUPPORT: "this kernel lacks the address family, or its module is missing",
};

/** Remedy for `EPERM` where root of a user namespace is not enough. */
export const NEEDS_INITIAL_NAMESPACE =
  "needs CAP_NET_ADMIN in the initial user namespace: run as root outside user namespaces";

const MISSING_REFERENCE = "something it refers to does not exist";
/** Remedies for requests that create an object, which cannot be missing itself. */
const ADD_HINTS: Readonly<Record<string, string>> = {
  ...HINTS,
  ENOENT: MISSING_REFERENCE,
  ESRCH: MISSING_REFERENCE,
};

const EXISTS = "it exists already: change it, or delete it first";

/** Returns the accepted values in words. */
function range({ min, max, minLength, maxLength, mask }: PolicyRange): string | undefined {
  if (min !== undefined && max !== undefined) return `accepts ${min} to ${max}`;
  if (max !== undefined) return `accepts at most ${max}`;
  if (min !== undefined) return `accepts at least ${min}`;
  if (mask !== undefined) return `accepts the bits of 0x${mask.toString(16)}`;
  if (minLength !== undefined && minLength === maxLength) return `accepts ${minLength} bytes`;
  if (maxLength !== undefined) return `accepts at most ${maxLength} bytes`;
  return minLength === undefined ? undefined : `accepts at least ${minLength} bytes`;
}

/** Returns the remedy for an error, if one is known. What the kernel explains needs no guess, which might contradict it. */
export function hintFor({ policy, text }: KernelRefusal, code: string, verb?: string): string | undefined {
  const byPolicy = policy === undefined ? undefined : range(policy);
  if (byPolicy !== undefined) return byPolicy;
  if (verb === "add" && code === "EEXIST") return EXISTS;
  if (text !== undefined) return undefined;
  return (verb === "add" ? ADD_HINTS : HINTS)[code];
}
