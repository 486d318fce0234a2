//  Names of bits by number, as the kernel has them (net/ethtool/common.c).

/** Names of classes of messages that drivers log (`NETIF_MSG_*`). */
export const MSG_CLASSES = [
  "drv",
  "probe",
  "link",
  "timer",
  "ifdown",
  "ifup",
  "rx_err",
  "tx_err",
  "tx_queued",
  "intr",
  "tx_done",
  "rx_status",
  "pktdata",
  "hw",
  "wol",
] as const;

/** Name of a class of messages that drivers log. */
export type MsgClass = (typeof MSG_CLASSES)[number];

/** Names of ways to wake a machine (`WAKE_*`). */
export const WOL_MODES = ["phy", "ucast", "mcast", "bcast", "arp", "magic", "magicsecure", "filter"] as const;

/** Name of a way to wake a machine. */
export type WolMode = (typeof WOL_MODES)[number];

/** Names of kinds of timestamps (`SOF_TIMESTAMPING_*`). */
export const TIMESTAMPING = [
  "hardware-transmit",
  "software-transmit",
  "hardware-receive",
  "software-receive",
  "software-system-clock",
  "hardware-legacy-clock",
  "hardware-raw-clock",
  "option-id",
  "sched-transmit",
  "ack-transmit",
  "option-cmsg",
  "option-tsonly",
  "option-stats",
  "option-pktinfo",
  "option-tx-swhw",
  "bind-phc",
  "option-id-tcp",
  "option-rx-filter",
  "tx-completion",
] as const;

/** Name of a kind of timestamps. */
export type Timestamping = (typeof TIMESTAMPING)[number];

/** Names of ways to timestamp what is sent (`HWTSTAMP_TX_*`). */
export const TS_TX_TYPES = ["off", "on", "onestep-sync", "onestep-p2p"] as const;

/** Name of a way to timestamp what is sent. */
export type TsTxType = (typeof TS_TX_TYPES)[number];

/** Names of sets of received packets to timestamp (`HWTSTAMP_FILTER_*`). */
export const TS_RX_FILTERS = [
  "none",
  "all",
  "some",
  "ptpv1-l4-event",
  "ptpv1-l4-sync",
  "ptpv1-l4-delay-req",
  "ptpv2-l4-event",
  "ptpv2-l4-sync",
  "ptpv2-l4-delay-req",
  "ptpv2-l2-event",
  "ptpv2-l2-sync",
  "ptpv2-l2-delay-req",
  "ptpv2-event",
  "ptpv2-sync",
  "ptpv2-delay-req",
  "ntp-all",
] as const;

/** Name of a set of received packets to timestamp. */
export type TsRxFilter = (typeof TS_RX_FILTERS)[number];

/** Names of flags of hardware timestamps (`HWTSTAMP_FLAG_*`). */
export const TS_FLAGS = ["bonded-phc-index"] as const;

/** Name of a flag of hardware timestamps. */
export type TsFlag = (typeof TS_FLAGS)[number];

/** Names of tunnels over UDP (`ETHTOOL_UDP_TUNNEL_TYPE_*`). */
export const UDP_TUNNEL_TYPES = ["vxlan", "geneve", "vxlan-gpe"] as const;

/** Name of a tunnel over UDP. */
export type UdpTunnelType = (typeof UDP_TUNNEL_TYPES)[number];

/** Names of groups of standard statistics (`ETHTOOL_STATS_*`). */
export const STATS_GROUPS = ["eth-phy", "eth-mac", "eth-ctrl", "rmon", "phydev"] as const;

/** Name of a group of standard statistics. */
export type StatsGroupName = (typeof STATS_GROUPS)[number];
