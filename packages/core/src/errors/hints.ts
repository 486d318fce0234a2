import type { KernelRefusal, PolicyRange } from "./kernel-refusal.js";

/** Remedies by errno, for all objects and verbs. */
const HINTS: Readonly<Record<string, string>> = {
  EPERM: "needs CAP_NET_ADMIN in the network namespace; try root, or a namespace of your own: unshare -Urn",
  EBUSY: "something uses it, or the kernel is at work on it; take away what does, or try again",
  ENETDOWN: "its link is down: bring it up first",
  ENETUNREACH: "no route leads there; a gateway needs a link that is up and has an address of its network",
  EHOSTUNREACH: "no route leads there",
  EOPNOTSUPP: "this kernel cannot do it, or its module is missing",
  EAFNOSUPPORT: "this kernel lacks the address family, or its module is missing",
};

/** Remedies for requests that create an object. */
const ADD_HINTS: Readonly<Record<string, string>> = {
  EEXIST: "there is one already: change it, or delete it first",
};

/** Remedies for errors that the kernel does not explain. */
const SILENT_HINTS: Readonly<Record<string, string>> = {
  ENOENT: "there is none like it, or something that it refers to is not there",
  ESRCH: "there is none like it",
  EADDRNOTAVAIL: "there is no such address here",
};

/** Returns the accepted values in words. */
function range({ min, max, minLength, maxLength, mask }: PolicyRange): string | undefined {
  if (min !== undefined && max !== undefined) return `takes ${min} to ${max}`;
  if (max !== undefined) return `takes at most ${max}`;
  if (min !== undefined) return `takes at least ${min}`;
  if (mask !== undefined) return `takes the bits of 0x${mask.toString(16)}`;
  if (minLength !== undefined && minLength === maxLength) return `takes ${minLength} bytes`;
  if (maxLength !== undefined) return `takes at most ${maxLength} bytes`;
  return minLength === undefined ? undefined : `takes at least ${minLength} bytes`;
}

/** Returns the remedy for an error, if one is known. */
export function hintFor({ policy, text }: KernelRefusal, code: string, verb?: string): string | undefined {
  const byPolicy = policy === undefined ? undefined : range(policy);
  if (byPolicy !== undefined) return byPolicy;
  if (verb === "add" && ADD_HINTS[code] !== undefined) return ADD_HINTS[code];
  return HINTS[code] ?? (text === undefined ? SILENT_HINTS[code] : undefined);
}
