import { linkFlags } from "@rxnetlink/route";
import { refuseOthers } from "../../kernel/refused.js";
import { type FakeLink, isUp } from "../fake-link.js";
import type { Links } from "../links.js";
import type { LinkKind } from "./link-kind.js";

const { broadcast, multicast } = linkFlags.bits;
const NO_ADDRESS = "00:00:00:00:00:00";

/** The ports of a bridge. */
export const portsOf = (links: Links, { index }: FakeLink): FakeLink[] =>
  links.all.filter(({ master }) => master === index);

/** `bridge`: has a carrier while one of its ports has. */
export const bridgeLink: LinkKind = {
  name: "bridge",
  type: "ether",
  flags: broadcast | multicast,
  mtu: 1500,
  minMtu: 68,
  maxMtu: 65535,
  txqlen: 1000,
  asPort: "ELOOP",
  takesPorts: true,
  prepare(_, request) {
    refuseOthers(request.linkinfo?.data?.bridge ?? {}, []);
    return {};
  },
  carrier(links, bridge) {
    const carries = (port: FakeLink) => isUp(port) && links.carries(port);
    return isUp(bridge) && portsOf(links, bridge).some(carries);
  },
};

/** A bridge whose address nobody has chosen takes the lowest of its ports'. */
export function inheritAddress(links: Links, bridge: FakeLink): void {
  if (bridge.chosen) return;
  const [lowest = NO_ADDRESS] = portsOf(links, bridge)
    .map(({ address }) => address)
    .sort();
  if (lowest !== bridge.address) links.readdress(bridge, lowest);
}
