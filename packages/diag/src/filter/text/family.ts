import { allOf, negated } from "../combined.js";
import type { Condition } from "../condition.js";
import { hostCondition } from "../conditions/host.js";
import { linkCondition } from "../elsewhere/link.js";
import { netlinkCondition } from "../elsewhere/netlink.js";
import { unixCondition } from "../elsewhere/unix.js";
import { vsockCondition } from "../elsewhere/vsock.js";
import type { End } from "../filterable-socket.js";
import { UnexpectedWord } from "./syntax-error.js";
import { hostFrom, type ServicePort } from "./words.js";

/** Reads the rest of a host whose family is named: `"inet6:[::1]:22"`. */
type HostReader = (end: End, rest: string, servicePort: ServicePort) => Condition;

const isInet6 = (end: End) => hostCondition(end, { prefix: { address: "::", length: 0 } });

/** Returns a condition on sockets of one family: that of IPv4 alone would include the IPv4 in sockets of IPv6. */
export const inFamily: Readonly<Record<string, (end: End, condition: Condition) => Condition>> = {
  inet: (end, condition) => allOf([condition, negated(isInet6(end))]),
  inet6: (end, condition) => allOf([condition, isInet6(end)]),
};

const FAMILIES: Readonly<Record<string, HostReader>> = {
  inet: (end, rest, servicePort) => inFamily.inet!(end, hostCondition(end, hostFrom(rest, servicePort))),
  inet6: (end, rest, servicePort) => inFamily.inet6!(end, hostCondition(end, hostFrom(rest, servicePort))),
  link: linkCondition,
  netlink: netlinkCondition,
  unix: unixCondition,
  vsock: vsockCondition,
};

/** Returns the family that a word begins with, if it names one, and the rest. */
export function splitFamily(word: string): readonly [family: string | undefined, rest: string] {
  const at = word.indexOf(":");
  const name = word.slice(0, Math.max(at, 0));
  return Object.hasOwn(FAMILIES, name) ? [name, word.slice(at + 1)] : [undefined, word];
}

/** Reads a port of a family other than those of IP: `"vsock::1024"`. */
export function portElsewhere(end: End, family: string, rest: string, servicePort: ServicePort): Condition {
  if (family === "unix") throw new UnexpectedWord("a family that has ports");
  return FAMILIES[family]!(end, `*:${rest.replace(/^:/, "")}`, servicePort);
}

/**
 * Reads a host, with or without its family.
 *
 * @throws UnexpectedWord if it is none.
 */
export function hostConditionFrom(end: End, word: string, servicePort: ServicePort): Condition {
  // No address begins like that.
  if (/^[/@]/.test(word)) return unixCondition(end, word);
  const [family, rest] = splitFamily(word);
  if (family !== undefined) return FAMILIES[family]!(end, rest, servicePort);
  return hostCondition(end, hostFrom(word, servicePort));
}
