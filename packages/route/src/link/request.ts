import { EncodeError, type Verb } from "@rxnetlink/core";
import { type Ignored, rejectIgnored } from "../common/ignored.js";
import type { Link } from "./layout.js";

/** Members that the kernel reads in a request about a bridge or its port. */
const BRIDGE_MEMBERS: ReadonlySet<string> = new Set(["family", "index", "protinfo", "afSpec"]);

/** Operational states that a request can set; the kernel derives the others. */
const SETTABLE: ReadonlySet<unknown> = new Set(["unknown", "testing", "dormant", "up", 0, 4, 5, 6]);

/** Reported address of a link without one; a request cannot set it. */
const NO_ADDRESS = /^(00:)*00$/;

const isMoved = ({ netNsFd, netNsPid, targetNetnsid }: Partial<Link>) =>
  netNsFd !== undefined || netNsPid !== undefined || targetNetnsid !== undefined;

const IGNORED: Ignored<Link> = {
  protinfo: ({ family }) =>
    family === "bridge" ? undefined : 'the kernel reads it only in requests of the family "bridge"',
  operstate: ({ operstate }) =>
    SETTABLE.has(operstate) ? undefined : "only the kernel sets a link down or not present",
  newIfindex: (link) =>
    isMoved(link) ? undefined : "the kernel reads it only when a link moves to another namespace",
  altIfname: ({ index, ifname }, verb) =>
    verb !== "change" || index || ifname !== undefined
      ? "it only identifies a link; use linkprop to add or remove alternative names"
      : undefined,
  extMask: () => "it selects the content of a reply and changes nothing",
};

/** Reduces a request about a bridge or its port to the members that the kernel reads. */
function toBridgeRequest(link: Partial<Link>, listed: boolean): Partial<Link> {
  const read = Object.entries(link).filter(([key, value]) => value !== undefined && BRIDGE_MEMBERS.has(key));
  const stray = Object.keys(link).find(
    (key) => link[key as keyof Link] !== undefined && !BRIDGE_MEMBERS.has(key),
  );
  if (stray === undefined || listed) return Object.fromEntries(read);
  const reason = 'requests of the family "bridge" change only protinfo and afSpec';
  throw new EncodeError(reason).at(stray);
}

/** Completes a request that adds or changes a link, and rejects members that the kernel would silently ignore. */
export function toLinkRequest(link: Partial<Link>, verb: Verb, listed: boolean): Partial<Link> {
  if (link.family === "bridge") return toBridgeRequest(link, listed);
  const kept = rejectIgnored(link, verb, IGNORED, listed);
  if (!listed || verb === "change" || !NO_ADDRESS.test(kept.address ?? "")) return kept;
  const { address: _none, ...rest } = kept;
  return rest;
}
