import * as et from "../../../dist/ethtool/index.js";
import { ethtoolMessages } from "../../../dist-test/test/support/ethtool-messages.js";
import { capturesIn } from "../family-captures.mjs";

const family = { name: "ethtool", version: 1, groups: et.ethtoolGroups };
const { message } = capturesIn({ family, messages: ethtoolMessages });

const VETH = ["ip link add v0 type veth peer name v1"];
const TAP = ["ip tuntap add tap0 mode tap"];
const SIM = [
  "modprobe netdevsim",
  "echo 7 > /sys/bus/netdevsim/del_device 2>/dev/null || true",
  "echo 7 1 > /sys/bus/netdevsim/new_device",
  "ip link set $(ip -o link | awk -F': ' '!/ lo:/{ print $2 }') name sim0",
];

/** The reply to a request about a link. */
const reply = (name, before, type, request, layout, value) =>
  message({ name, before, types: [type], request: { type: request, layout, value } });

/** A notification that a command causes. */
const ntf = (name, before, type, run) =>
  message({ name, before, run, groups: [et.ethtoolGroups.monitor], types: [type] });

const v0 = { devName: "v0" };
const compact = { headerFlags: { compactBitsets: true } };
const stats = { headerFlags: { stats: true } };
const sim = { devName: "sim0" };

/** What any kernel has. */
const everywhere = [
  reply(
    "strset-msg-classes",
    [],
    et.ETHTOOL_MSG_STRSET_GET_REPLY,
    et.ETHTOOL_MSG_STRSET_GET,
    et.strsetMessage,
    {
      devIndex: 1,
      stringsets: [{ id: "wolModes" }],
    },
  ),
  reply(
    "strset-of-veth",
    VETH,
    et.ETHTOOL_MSG_STRSET_GET_REPLY,
    et.ETHTOOL_MSG_STRSET_GET,
    et.strsetMessage,
    v0,
  ),
  reply(
    "linkinfo-tap",
    TAP,
    et.ETHTOOL_MSG_LINKINFO_GET_REPLY,
    et.ETHTOOL_MSG_LINKINFO_GET,
    et.linkInfoMessage,
    {
      devName: "tap0",
    },
  ),
  reply(
    "linkmodes-veth",
    VETH,
    et.ETHTOOL_MSG_LINKMODES_GET_REPLY,
    et.ETHTOOL_MSG_LINKMODES_GET,
    et.linkModesMessage,
    v0,
  ),
  reply(
    "linkmodes-veth-compact",
    VETH,
    et.ETHTOOL_MSG_LINKMODES_GET_REPLY,
    et.ETHTOOL_MSG_LINKMODES_GET,
    et.linkModesMessage,
    {
      ...v0,
      ...compact,
    },
  ),
  ntf(
    "linkmodes-ntf-tap",
    TAP,
    et.ETHTOOL_MSG_LINKMODES_NTF,
    "ethtool -s tap0 speed 1000 duplex full autoneg off",
  ),
  reply(
    "linkstate-veth",
    VETH,
    et.ETHTOOL_MSG_LINKSTATE_GET_REPLY,
    et.ETHTOOL_MSG_LINKSTATE_GET,
    et.linkStateMessage,
    v0,
  ),
  reply("debug-tap", TAP, et.ETHTOOL_MSG_DEBUG_GET_REPLY, et.ETHTOOL_MSG_DEBUG_GET, et.debugMessage, {
    devName: "tap0",
  }),
  ntf("debug-ntf-tap", TAP, et.ETHTOOL_MSG_DEBUG_NTF, "ethtool -s tap0 msglvl drv on probe on"),
  reply(
    "features-veth",
    VETH,
    et.ETHTOOL_MSG_FEATURES_GET_REPLY,
    et.ETHTOOL_MSG_FEATURES_GET,
    et.featuresMessage,
    v0,
  ),
  reply(
    "features-veth-compact",
    VETH,
    et.ETHTOOL_MSG_FEATURES_GET_REPLY,
    et.ETHTOOL_MSG_FEATURES_GET,
    et.featuresMessage,
    {
      ...v0,
      ...compact,
    },
  ),
  reply(
    "features-set-reply",
    VETH,
    et.ETHTOOL_MSG_FEATURES_SET_REPLY,
    et.ETHTOOL_MSG_FEATURES_SET,
    et.featuresMessage,
    {
      ...v0,
      wanted: { "tx-tcp-segmentation": false, "rx-lro": true },
    },
  ),
  ntf("features-ntf-veth", VETH, et.ETHTOOL_MSG_FEATURES_NTF, "ethtool -K v0 tso off"),
  reply(
    "channels-veth",
    VETH,
    et.ETHTOOL_MSG_CHANNELS_GET_REPLY,
    et.ETHTOOL_MSG_CHANNELS_GET,
    et.channelsMessage,
    v0,
  ),
  ntf(
    "channels-ntf-veth",
    ["ip link add v0 numtxqueues 2 numrxqueues 2 type veth peer name v1 numtxqueues 2 numrxqueues 2"],
    et.ETHTOOL_MSG_CHANNELS_NTF,
    "ethtool -L v0 rx 1 tx 1",
  ),
  reply(
    "tsinfo-veth",
    VETH,
    et.ETHTOOL_MSG_TSINFO_GET_REPLY,
    et.ETHTOOL_MSG_TSINFO_GET,
    et.tsinfoMessage,
    v0,
  ),
  reply("rings-veth-none", VETH, 2, et.ETHTOOL_MSG_RINGS_GET, et.ringsMessage, v0),
  reply(
    "phc-vclocks-veth",
    VETH,
    et.ETHTOOL_MSG_PHC_VCLOCKS_GET_REPLY,
    et.ETHTOOL_MSG_PHC_VCLOCKS_GET,
    et.phcVclocksMessage,
    v0,
  ),
  reply(
    "stats-veth",
    VETH,
    et.ETHTOOL_MSG_STATS_GET_REPLY,
    et.ETHTOOL_MSG_STATS_GET,
    et.standardStatsMessage,
    {
      ...v0,
      groups: { rmon: true, "eth-mac": true },
    },
  ),
];

/** What netdevsim has, as in the virtual machine. */
const simulated = [
  reply(
    "rings-netdevsim",
    SIM,
    et.ETHTOOL_MSG_RINGS_GET_REPLY,
    et.ETHTOOL_MSG_RINGS_GET,
    et.ringsMessage,
    sim,
  ),
  ntf("rings-ntf-netdevsim", SIM, et.ETHTOOL_MSG_RINGS_NTF, "ethtool -G sim0 rx 100"),
  reply(
    "coalesce-netdevsim",
    SIM,
    et.ETHTOOL_MSG_COALESCE_GET_REPLY,
    et.ETHTOOL_MSG_COALESCE_GET,
    et.coalesceMessage,
    sim,
  ),
  ntf("coalesce-ntf-netdevsim", SIM, et.ETHTOOL_MSG_COALESCE_NTF, "ethtool -C sim0 rx-usecs 9"),
  reply("pause-netdevsim", SIM, et.ETHTOOL_MSG_PAUSE_GET_REPLY, et.ETHTOOL_MSG_PAUSE_GET, et.pauseMessage, {
    ...sim,
    ...stats,
  }),
  ntf("pause-ntf-netdevsim", SIM, et.ETHTOOL_MSG_PAUSE_NTF, "ethtool -A sim0 rx on"),
  reply("fec-netdevsim", SIM, et.ETHTOOL_MSG_FEC_GET_REPLY, et.ETHTOOL_MSG_FEC_GET, et.fecMessage, {
    ...sim,
    ...stats,
  }),
  ntf("fec-ntf-netdevsim", SIM, et.ETHTOOL_MSG_FEC_NTF, "ethtool --set-fec sim0 encoding rs"),
  reply(
    "tunnel-info-netdevsim",
    [...SIM, "ip link set sim0 up", "ip link add vx0 type vxlan dstport 4789 external", "ip link set vx0 up"],
    et.ETHTOOL_MSG_TUNNEL_INFO_GET_REPLY,
    et.ETHTOOL_MSG_TUNNEL_INFO_GET,
    et.tunnelInfoMessage,
    sim,
  ),
  reply(
    "channels-netdevsim",
    SIM,
    et.ETHTOOL_MSG_CHANNELS_GET_REPLY,
    et.ETHTOOL_MSG_CHANNELS_GET,
    et.channelsMessage,
    sim,
  ),
];

export const captures = [...everywhere, ...simulated];
