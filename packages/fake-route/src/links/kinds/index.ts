import type { LinkKind } from "../fake-link.js";
import { bridgeLink } from "./bridge.js";
import { dummyLink, ifbLink } from "./plain.js";
import { vethLink } from "./veth.js";
import { vlanLink } from "./vlan.js";

/** The kinds of links that can be added, by name. */
export const linkKinds: ReadonlyMap<string, LinkKind> = new Map(
  [bridgeLink, dummyLink, ifbLink, vethLink, vlanLink].map((kind) => [kind.name ?? "", kind]),
);
