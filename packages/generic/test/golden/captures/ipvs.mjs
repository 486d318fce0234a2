import {
  IPVS_CMD_GET_CONFIG,
  IPVS_CMD_GET_INFO,
  IPVS_CMD_SET_CONFIG,
  IPVS_CMD_SET_INFO,
  ipvsDaemonObject,
  ipvsDestinationObject,
  ipvsFamily,
  ipvsInfoMessage,
  ipvsMessage,
  ipvsServiceObject,
} from "../../../dist/ipvs/index.js";
import { capturesIn } from "../family-captures.mjs";

const timeouts = { types: { get: IPVS_CMD_GET_CONFIG, set: IPVS_CMD_SET_CONFIG }, layout: ipvsMessage };
const info = { types: { get: IPVS_CMD_GET_INFO, set: IPVS_CMD_SET_INFO }, layout: ipvsInfoMessage };
const { reply, row, message } = capturesIn({
  family: ipvsFamily,
  folder: "ipvs",
  messages: [ipvsServiceObject, ipvsDestinationObject, ipvsDaemonObject, timeouts, info],
});

const tcp = { af: "inet", protocol: "tcp", addr: "192.0.2.1", port: 80 };
const udp6 = { af: "inet6", protocol: "udp", addr: "2001:db8::1", port: 53 };
/** Without addresses, the kernel takes none for unicast. */
const UP = "ip link set lo up";
const TCP = "ipvsadm -A -t 192.0.2.1:80 -s wrr";
const UDP6 = "ipvsadm -A -u [2001:db8::1]:53 -s rr -p 90 -M 64";

const asked = (name, { types, layout }) =>
  message({
    name,
    before: ["ipvsadm --set 100 20 30"],
    types: [types.set],
    request: { type: types.get, flags: 0, layout, value: {} },
  });

export const captures = [
  reply(ipvsServiceObject, "tcp", [TCP], { service: tcp }),
  reply(ipvsServiceObject, "udp-ipv6", [UDP6], { service: udp6 }),
  reply(ipvsServiceObject, "mark", ["ipvsadm -A -f 7 -s sh -b sh-port"], {
    service: { af: "inet", fwmark: 7 },
  }),
  row(
    ipvsDestinationObject,
    "masq",
    [UP, TCP, "ipvsadm -a -t 192.0.2.1:80 -r 198.51.100.1:8080 -m -w 5 -x 100 -y 50"],
    { service: tcp },
    () => true,
  ),
  row(
    ipvsDestinationObject,
    "tunnel",
    [UP, TCP, "ipvsadm -a -t 192.0.2.1:80 -r 198.51.100.2 -i --tun-type gue --tun-port 6080 --tun-csum"],
    { service: tcp },
    () => true,
  ),
  row(
    ipvsDestinationObject,
    "ipv6",
    [UDP6, "ipvsadm -a -u [2001:db8::1]:53 -r [2001:db8::2]:53 -g"],
    { service: udp6 },
    () => true,
  ),
  row(
    ipvsDaemonObject,
    "master",
    [
      "ip link set lo up; ip link set lo multicast on; ipvsadm --start-daemon master --mcast-interface lo --syncid 5",
    ],
    {},
    ({ daemon }) => daemon?.state === "master",
  ),
  asked("ipvsTimeouts", timeouts),
  asked("ipvsInfo", info),
];
