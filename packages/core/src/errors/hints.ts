import type { KernelRefusal, PolicyRange } from "./kernel-refusal.js";

/** Remedies by errno, for all objects and verbs. */
const HINTS: Readonly<Record<string, string>> = {
  EPERM: "needs CAP_NET_ADMIN in the network namespace; try root, or a namespace of your own: unshare -Urn",
  EBUSY: "it is in use, or the kernel is still working on it; remove what uses it, or try again",
  ENETDOWN: "its link is down: bring it up first",
  ENETUNREACH: "no route to it; a gateway needs a link that is up and has an address in its network",
  EHOSTUNREACH: "no route to it",
  EOPNOTSUPP: "this kernel does not support it, or its module is missing",
  EAFNOSUPPORT: "this kernel lacks the address family, or its module is missing",
};

/** Remedies for requests that create an object. */
const ADD_HINTS: Readonly<Record<string, string>> = {
  EEXIST: "it exists already: change it, or delete it first",
};

/** Remedies for errors that the kernel does not explain. */
const SILENT_HINTS: Readonly<Record<string, string>> = {
  ENOENT: "no such object, or something it refers to does not exist",
  ESRCH: "no such object",
  EADDRNOTAVAIL: "no such address here",
};

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

/** Returns the remedy for an error, if one is known. */
export function hintFor({ policy, text }: KernelRefusal, code: string, verb?: string): string | undefined {
  const byPolicy = policy === undefined ? undefined : range(policy);
  if (byPolicy !== undefined) return byPolicy;
  if (verb === "add" && ADD_HINTS[code] !== undefined) return ADD_HINTS[code];
  return HINTS[code] ?? (text === undefined ? SILENT_HINTS[code] : undefined);
}
