import { EncodeError, type Verb } from "@rxnetlink/core";
import { type Ignored, rejectIgnored } from "../common/ignored.js";
import type { Link } from "./layout.js";

/** All that the kernel reads of a request about a bridge or its port. */
const BRIDGE_MEMBERS: ReadonlySet<string> = new Set(["family", "index", "protinfo", "afSpec"]);

/** Operational states that a request can set; the others follow from what there is. */
const SETTABLE: ReadonlySet<unknown> = new Set(["unknown", "testing", "dormant", "up", 0, 4, 5, 6]);

/** What a link without an address is reported to have; none can be given it. */
const NO_ADDRESS = /^(00:)*00$/;

const isMoved = ({ netNsFd, netNsPid, targetNetnsid }: Partial<Link>) =>
  netNsFd !== undefined || netNsPid !== undefined || targetNetnsid !== undefined;

const IGNORED: Ignored<Link> = {
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

/** A request about a bridge or its port; the kernel reads nothing else of it. */
function toBridgeRequest(link: Partial<Link>, listed: boolean): Partial<Link> {
  const read = Object.entries(link).filter(([key, value]) => value !== undefined && BRIDGE_MEMBERS.has(key));
  const stray = Object.keys(link).find(
    (key) => link[key as keyof Link] !== undefined && !BRIDGE_MEMBERS.has(key),
  );
  if (stray === undefined || listed) return Object.fromEntries(read);
  const reason = 'requests of the family "bridge" change nothing but protinfo and afSpec';
  throw new EncodeError(reason).within(stray);
}

/** A request that makes or changes a link, without what the kernel would silently ignore. */
export function toLinkRequest(link: Partial<Link>, verb: Verb, listed: boolean): Partial<Link> {
  if (link.family === "bridge") return toBridgeRequest(link, listed);
  const kept = rejectIgnored(link, verb, IGNORED, listed);
  if (!listed || verb === "change" || !NO_ADDRESS.test(kept.address ?? "")) return kept;
  const { address: _none, ...rest } = kept;
  return rest;
}
