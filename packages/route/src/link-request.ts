import { EncodeError, type Verb } from "@rxnetlink/core";
import type { Link } from "./link.js";

/** All that the kernel reads of a request about a bridge or its port. */
const OF_BRIDGES: ReadonlySet<string> = new Set(["family", "index", "protinfo", "afSpec"]);

/** Operational states that a request can set; the others follow from what there is. */
const SETTABLE: ReadonlySet<unknown> = new Set(["unknown", "testing", "dormant", "up", 0, 4, 5, 6]);

const isMoved = ({ netNsFd, netNsPid, targetNetnsid }: Partial<Link>) =>
  netNsFd !== undefined || netNsPid !== undefined || targetNetnsid !== undefined;

/** Why the kernel would silently ignore a member, or `undefined` where it does not. */
const IGNORED: { readonly [K in keyof Link]?: (link: Partial<Link>, verb: Verb) => string | undefined } = {
  protinfo: ({ family }) => (family === "bridge" ? undefined : 'it is for requests of the family "bridge"'),
  operstate: ({ operstate }) =>
    SETTABLE.has(operstate) ? undefined : "the kernel alone says that a link is down or not there",
  newIfindex: (link) => (isMoved(link) ? undefined : "it is for a move to another namespace"),
  altIfname: ({ index, ifname }, verb) =>
    verb !== "change" || index || ifname !== undefined
      ? "it only finds a link; alternative names are added and removed by linkprop"
      : undefined,
  extMask: () => "it says what an answer holds, and changes nothing",
};

/** The first member that the kernel would silently ignore, and what to do instead. */
function ignored(link: Partial<Link>, verb: Verb): [key: string, reason: string] | undefined {
  for (const key of Object.keys(link) as (keyof Link)[]) {
    if (link[key] === undefined) continue;
    if (link.family === "bridge" && !OF_BRIDGES.has(key))
      return [key, 'requests of the family "bridge" change nothing but protinfo and afSpec'];
    const reason = IGNORED[key]?.(link, verb);
    if (reason !== undefined) return [key, reason];
  }
  return undefined;
}

/**
 * A request that makes or changes a link, without what the kernel would ignore: that is refused in a request that is made
 * by hand, and left out of a link that was listed.
 */
export function heeded(link: Partial<Link>, verb: Verb, listed: boolean): Partial<Link> {
  const found = ignored(link, verb);
  if (found === undefined) return link;
  const [key, reason] = found;
  if (!listed) throw new EncodeError(reason).within(key);
  return heeded({ ...link, [key]: undefined }, verb, listed);
}
