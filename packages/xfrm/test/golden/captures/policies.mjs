import { capturesOf } from "../../../../../tools/capture.mjs";
import { xfrmDefaultObject } from "../../../dist/default/default.js";
import { NETLINK_XFRM, xfrmPolicyObject, xfrmStateObject } from "../../../dist/index.js";
import { sadMessage, spdMessage } from "../../../dist/info/layout.js";
import { xfrmSpiObject } from "../../../dist/state/objects.js";
import { goldenMessages } from "../../../dist-test/test/support/messages.js";

const common = { protocol: NETLINK_XFRM, layoutOf: goldenMessages.layoutOf };
const { row, notification } = capturesOf(common);

/** A notification of some type and groups. */
const report = (name, type, group, before, run) =>
  notification({ name: "xfrm", types: { new: type }, groups: [group] }, name, before, run, "new");

/** A reply of some type. */
const answer = (name, type, before, request) => ({ ...common, name, before, types: [type], request });

const SEL = "src 10.1.0.0/16 dst 10.2.0.0/16";
const TMPL = "tmpl src 192.0.2.1 dst 192.0.2.2 proto esp reqid 7 mode tunnel";
const SEL6 = "src 2001:db8:1::/48 dst 2001:db8:2::/48";
const TMPL6 = "tmpl src 2001:db8:: dst 2001:db8:ff:: proto esp reqid 0x10 mode tunnel";
const add = `ip xfrm policy add ${SEL} dir out priority 5 ${TMPL}`;
const any = () => true;

const LINK = [
  "ip link add v0 type veth peer name v1",
  "ip link set v0 up",
  "ip link set v1 up",
  "ip addr add 192.0.2.1/24 dev v0",
  "ip route add 10.2.0.0/16 dev v0",
];
const LINK6 = [...LINK, "ip addr add 2001:db8::/64 dev v0 nodad", "ip -6 route add 2001:db8:2::/48 dev v0"];
const packet = "ping -c1 -W1 10.2.0.1 >/dev/null; true";
const packet6 = "ping -c1 -W1 2001:db8:2::1 >/dev/null; true";

export const captures = [
  row(xfrmPolicyObject, "tunnel", [add], {}, any),
  row(
    xfrmPolicyObject,
    "ports",
    [
      `ip xfrm policy add src 10.0.0.1 dst 10.0.0.2 proto tcp sport 80 dport 443 dir in action block mark 5 mask 0xf if_id 9`,
    ],
    {},
    any,
  ),
  row(xfrmPolicyObject, "ipv6", [`ip xfrm policy add ${SEL6} dir fwd ${TMPL6}`], {}, any),
  row(
    xfrmPolicyObject,
    "limits",
    [
      `${add} ${TMPL.replace("esp reqid 7 mode tunnel", "ah mode transport level use")} limit byte-soft 1000 limit byte-hard 2000 limit time-hard 60`,
    ],
    {},
    any,
  ),
  row(xfrmPolicyObject, "sub", [`ip xfrm policy add ${SEL} dir out ptype sub ${TMPL}`], {}, any),
  report("policy-updated", 25, 4, [add], add.replace("add", "update")),
  report("policy-deleted", 20, 4, [add], "ip xfrm policy deleteall"),
  report("policy-flushed", 29, 4, [add], "ip xfrm policy flush"),
  report("policy-expired", 27, 2, [], `${add} limit time-hard 1`),
  notification(
    { ...xfrmDefaultObject, types: { new: 40 } },
    "set",
    [],
    "ip xfrm policy setdefault in block",
    "new",
  ),
  report("acquire", 23, 1, [...LINK, add.replace(SEL, "src 0.0.0.0/0 dst 10.2.0.0/16")], packet),
  report(
    "acquire-ipv6",
    23,
    1,
    [...LINK6, `ip xfrm policy add src ::/0 dst 2001:db8:2::/48 dir out ${TMPL6}`],
    packet6,
  ),
  report(
    "state-expired",
    24,
    2,
    [...LINK, "sysctl -qw net.core.xfrm_acq_expires=1", add.replace(SEL, "src 0.0.0.0/0 dst 10.2.0.0/16")],
    `ip xfrm state allocspi src 192.0.2.1 dst 192.0.2.2 proto esp`,
  ),
  report(
    "state-deleted",
    17,
    3,
    ["ip xfrm state allocspi src 192.0.2.1 dst 192.0.2.2 proto esp min 0x1000 max 0x1000"],
    "ip xfrm state delete src 192.0.2.1 dst 192.0.2.2 proto esp spi 0x1000",
  ),
  report(
    "state-flushed",
    28,
    3,
    ["ip xfrm state allocspi src 192.0.2.1 dst 192.0.2.2 proto esp"],
    "ip xfrm state flush proto esp",
  ),
  answer("xfrm-spi", 16, [], {
    what: "allocate an SPI",
    type: 22,
    layout: xfrmSpiObject.layout,
    value: {
      daddr: "2001:db8::2",
      saddr: "2001:db8::1",
      family: "inet6",
      proto: "esp",
      mode: "tunnel",
      min: 256,
      max: 512,
    },
  }),
  answer("xfrm-sad", 34, [], { what: "get the table of states", type: 35, layout: sadMessage, value: {} }),
  answer("xfrm-spd", 36, [add], {
    what: "get the table of policies",
    type: 37,
    layout: spdMessage,
    value: {},
  }),
  row(xfrmStateObject, "larval", ["ip xfrm state allocspi src 192.0.2.1 dst 192.0.2.2 proto esp"], {}, any),
];
