import { linkFlags } from "@rxnetlink/route";
import { reject, rejectUnmodelled } from "@rxnetlink/testing/fake";
import { type FakeLink, isUp, type LinkKind, type LinkTable } from "../fake-link.js";

const { broadcast, multicast, up } = linkFlags.bits;
/** `VLAN_FLAG_REORDER_HDR`. */
const REORDER = { flags: 1, mask: 0xffff_ffff };
const MAX_ID = 4094;

const lowerOf = (links: LinkTable, { link }: FakeLink) => links.byIndex(link);

/** `vlan`: follows the link below up and down. */
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
    } = linkinfo?.data?.vlan ?? reject("EINVAL", "VLAN properties not specified");
    rejectUnmodelled(others, []);
    if (id === undefined) reject("EINVAL", "VLAN id not specified");
    if (id > MAX_ID) reject("ERANGE", "Invalid VLAN id", "linkinfo.data.vlan.id");
    if (link === undefined) reject("EINVAL", "link not specified");
    const lower = links.byIndex(link) ?? reject("ENODEV", "link does not exist", "link");
    if (lower.kind.type === "loopback") reject("EOPNOTSUPP", "VLANs not supported on device");
    const same = ({ link: on, data }: FakeLink) =>
      on === link && data?.vlan?.id === id && data.vlan.protocol === protocol;
    if (links.all.some(same)) reject("EEXIST", "VLAN device already exists");
    if (mtu !== undefined && mtu > lower.mtu) reject("EINVAL");
    const data = { vlan: { protocol, id, flags: REORDER } };
    return { link, mtu: mtu ?? lower.mtu, address: lower.address, data };
  },
  open(links, link) {
    const lower = lowerOf(links, link);
    if (lower === undefined || !isUp(lower)) reject("ENETDOWN");
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
