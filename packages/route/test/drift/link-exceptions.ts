// Declarations of links that differ from the reference or are missing there, with the reason.
import type { DriftRules } from "@rxnetlink/drift";

const BONDING = "if_bonding.h and net/bonding.h are not in the reference";

const IPV4_ALONE = "IPv4 tunnels: the kernel accepts 4 bytes, the spec also allows IPv6";

export const linkDrift: Pick<DriftRules, "subsets" | "exceptions"> = {
  subsets: ["link-dpll-pin-attrs", "link-devlink-port-attrs", "macvlan-macaddr-attrs"],
  exceptions: {
    AD_: BONDING,
    AMT_MODE_: "amt.h is not in the reference",
    BOND_: BONDING,
    BR_BOOLOPT_: "the kernel numbers the bits instead of defining masks",
    GRE_: "the reference has these be16 numbers in x86 byte order",
    IFF_TUN: "if_tun.h is not in the reference",
    IFF_TAP: "if_tun.h is not in the reference",
    IFLA_AMT_: "amt.h is not in the reference",
    IFLA_WWAN_: "wwan.h is not in the reference",
    IP6_TNL_F_: "ip6_tunnel.h is not in the reference",
    LACP_STATE_: BONDING,
    VXCAN_INFO_: "can/vxcan.h is not in the reference",
    vxlanhdr: "not in UAPI: IFLA_VXLAN_RESERVED_BITS is the kernel's own struct vxlanhdr",
    "bond-slave-attrs.prio": "the kernel has s32 (bond_fill_slave_info), the spec u32",
    "bond-slave-attrs.actorPortPrio": "not in the spec yet",
    "bond-slave-attrs.adChurnActorState": "not in the spec yet",
    "bond-slave-attrs.adChurnPartnerState": "not in the spec yet",
    "ifla6-attrs.conf": "the kernel has s32 (ipv6_store_devconf), where -1 is a valid value",
    "ifla_vf_mac.mac": "MAC addresses use 6 of the 32 bytes",
    "link-attrs.protoDownReason": "the kernel has a nest (rtnl_fill_proto_down), the spec a string",
    "link-attrs.vfPorts": "the spec leaves its set empty",
    "link-attrs.portSelf": "the spec leaves its set empty",
    "linkinfo-bridge-attrs.vlanProtocol": "the kernel has be16 (br_fill_info), the spec u16",
    "linkinfo-gre-attrs.local": IPV4_ALONE,
    "linkinfo-gre-attrs.remote": IPV4_ALONE,
    "linkinfo-iptun-attrs.local": IPV4_ALONE,
    "linkinfo-iptun-attrs.remote": IPV4_ALONE,
    "linkinfo-vti-attrs.local": IPV4_ALONE,
    "linkinfo-vti-attrs.remote": IPV4_ALONE,
    "linkinfo-ip6tnl-attrs.flags": "the kernel has u32 in host order (ip6_tnl_fill_info), the spec be32",
    "linkinfo-iptun-attrs.flags": "the kernel has SIT_* in host byte order, the spec be16",
  },
};
