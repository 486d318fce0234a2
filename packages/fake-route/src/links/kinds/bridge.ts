import { linkFlags } from "@rxnetlink/route";
import { rejectUnmodelled } from "@rxnetlink/testing/fake";
import { type FakeLink, isUp, type LinkKind, type LinkTable } from "../fake-link.js";

const { broadcast, multicast } = linkFlags.bits;
const NO_ADDRESS = "00:00:00:00:00:00";

/** Returns the ports of a bridge. */
export const portsOf = (links: LinkTable, { index }: FakeLink): FakeLink[] =>
  links.all.filter(({ master }) => master === index);

/** `bridge`: has a carrier while one of its ports has one. */
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
  prepare(_, value) {
    rejectUnmodelled(value.linkinfo?.data?.bridge ?? {}, []);
    return {};
  },
  carrier(links, bridge) {
    const carries = (port: FakeLink) => isUp(port) && links.carries(port);
    return isUp(bridge) && portsOf(links, bridge).some(carries);
  },
};

/** Gives a bridge without a chosen address the lowest address of its ports. */
export function inheritAddress(links: LinkTable, bridge: FakeLink): void {
  if (bridge.chosen) return;
  const [lowest = NO_ADDRESS] = portsOf(links, bridge)
    .map(({ address }) => address)
    .sort();
  if (lowest !== bridge.address) links.readdress(bridge, lowest);
}
