// Where the declarations of links differ from the reference, or it knows nothing of them, and why that is right.
import type { DriftRules } from "@rxnetlink/drift";

const BONDING = "if_bonding.h and net/bonding.h are not in the reference";

const IPV4_ALONE = "these tunnels are of IPv4: the kernel takes four bytes, the spec allows for IPv6 too";

export const linkDrift: Pick<DriftRules, "subsets" | "exceptions"> = {
  subsets: ["link-dpll-pin-attrs", "link-devlink-port-attrs", "macvlan-macaddr-attrs"],
  exceptions: {
    AD_: BONDING,
    AMT_MODE_: "amt.h is not in the reference",
    BOND_: BONDING,
    BR_BOOLOPT_: "the kernel numbers the bits",
    GRE_: "the reference has these be16 numbers as x86 reads them",
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
    "ifla6-attrs.conf": "the kernel has s32 (ipv6_store_devconf), of which -1 is a value",
    "ifla_vf_mac.mac": "MAC addresses have 6 of the 32 bytes",
    "link-attrs.protoDownReason": "the kernel has a nest (rtnl_fill_proto_down), the spec a string",
    "link-attrs.vfPorts": "the spec has its set empty",
    "link-attrs.portSelf": "the spec has its set empty",
    "linkinfo-bridge-attrs.vlanProtocol": "the kernel has be16 (br_fill_info), the spec u16",
    "linkinfo-gre-attrs.local": IPV4_ALONE,
    "linkinfo-gre-attrs.remote": IPV4_ALONE,
    "linkinfo-iptun-attrs.local": IPV4_ALONE,
    "linkinfo-iptun-attrs.remote": IPV4_ALONE,
    "linkinfo-vti-attrs.local": IPV4_ALONE,
    "linkinfo-vti-attrs.remote": IPV4_ALONE,
    "linkinfo-ip6tnl-attrs.flags": "the kernel has u32 in host order (ip6_tnl_fill_info), the spec be32",
    "linkinfo-iptun-attrs.flags": "the kernel keeps SIT_* in host byte order, the spec has be16",
  },
};
