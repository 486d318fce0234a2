import { linkFlags } from "@rxnetlink/route";
import { refuse, refuseOthers } from "../../kernel/refused.js";
import { type FakeLink, isUp } from "../fake-link.js";
import type { Links } from "../links.js";
import type { LinkKind } from "./link-kind.js";

const { broadcast, multicast, up } = linkFlags.bits;
/** `VLAN_FLAG_REORDER_HDR`. */
const REORDER = { flags: 1, mask: 0xffff_ffff };
const MAX_ID = 4094;

const lowerOf = (links: Links, { link }: FakeLink) => links.byIndex(link);

/** `vlan`: goes up and down with the link below. */
export const vlanLink: LinkKind = {
  name: "vlan",
  type: "ether",
  flags: broadcast | multicast,
  mtu: 1500,
  minMtu: 0,
  maxMtu: 65535,
  txqlen: 1000,
  asPort: "yes",
  endsWithLower: true,
  withoutCarrier: "lowerlayerdown",
  prepare(links, { linkinfo, link, mtu }) {
    const {
      id,
      protocol = "8021q",
      ...others
    } = linkinfo?.data?.vlan ?? refuse("EINVAL", "VLAN properties not specified");
    refuseOthers(others, []);
    if (id === undefined) refuse("EINVAL", "VLAN id not specified");
    if (id > MAX_ID) refuse("ERANGE", "Invalid VLAN id", "linkinfo.data.vlan.id");
    if (link === undefined) refuse("EINVAL", "link not specified");
    const lower = links.byIndex(link) ?? refuse("ENODEV", "link does not exist", "link");
    if (lower.kind.type === "loopback") refuse("EOPNOTSUPP", "VLANs not supported on device");
    const same = ({ link: on, data }: FakeLink) =>
      on === link && data?.vlan?.id === id && data.vlan.protocol === protocol;
    if (links.all.some(same)) refuse("EEXIST", "VLAN device already exists");
    if (mtu !== undefined && mtu > lower.mtu) refuse("EINVAL");
    const data = { vlan: { protocol, id, flags: REORDER } };
    return { link, mtu: mtu ?? lower.mtu, address: lower.address, data };
  },
  open(links, link) {
    const lower = lowerOf(links, link);
    if (lower === undefined || !isUp(lower)) refuse("ENETDOWN");
  },
  carrier(links, link) {
    const lower = lowerOf(links, link);
    return lower !== undefined && isUp(lower) && links.carries(lower);
  },
  below(links, link, lower) {
    if (link.link !== lower.index) return;
    if (link.mtu > lower.mtu) links.resize(link, lower.mtu);
    if (isUp(link) !== isUp(lower)) links.setFlags(link, lower.flags, up);
  },
};
