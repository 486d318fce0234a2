import { NLM_F_DUMP, NLMSG_ERROR } from "../../../../core/dist/schema.js";
import { WG_CMD_GET_DEVICE, wireguardDeviceObject, wireguardFamily } from "../../../dist/wireguard/index.js";
import { capturesIn } from "../family-captures.mjs";

const { end, message } = capturesIn({ family: wireguardFamily, messages: [wireguardDeviceObject] });

//  Keys that nobody uses.
const KEY = "YBlGFzO9YWTGVZDkM6SmBO6TpHWyIx1F5KxJoAOqJF4=";
const OTHER = "oPsxYKFZ7mXyhcfwDl0nPZ2eUJTnXFx0Rzq3VqVQrGE=";
const PRESHARED = "FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE=";
const secret = (file, key) => `echo ${key} > /tmp/golden-${file}`;

/** The first message about a device. */
const device = (name, before, pick = () => true) =>
  message({
    name: `device-${name}`,
    before,
    types: [WG_CMD_GET_DEVICE],
    request: {
      type: WG_CMD_GET_DEVICE,
      flags: NLM_F_DUMP,
      layout: wireguardDeviceObject.layout,
      value: { ifname: "wg0" },
    },
    pick,
  });

const made = ["ip link add wg0 type wireguard"];
const named = [
  ...made,
  secret("key", KEY),
  secret("preshared", PRESHARED),
  "wg set wg0 private-key /tmp/golden-key listen-port 51820 fwmark 0x1234",
];
const peers = [
  `PUBLIC=$(echo ${OTHER} | wg pubkey); wg set wg0 peer $PUBLIC preshared-key /tmp/golden-preshared endpoint 192.0.2.1:51821 persistent-keepalive 25 allowed-ips 198.51.100.0/24,2001:db8::/32`,
  "wg set wg0 peer 3p7bfXt9wbTTW2HC7OQ1Nz+DQ8hbeGdNrfx+FG+IK08= endpoint '[2001:db8::1]:51822' allowed-ips 0.0.0.0/0,::/0",
];
/** Two devices that shake hands over the loopback. */
const shaken = [
  ...named,
  secret("other", OTHER),
  "ip link add wg1 type wireguard; wg set wg1 private-key /tmp/golden-other listen-port 51821 peer $(wg show wg0 public-key)",
  "wg set wg0 peer $(wg show wg1 public-key) endpoint 127.0.0.1:51821 persistent-keepalive 1 allowed-ips 198.51.100.0/24",
  "ip link set lo up; ip link set wg1 up; ip link set wg0 up",
  "for i in $(seq 100); do wg show wg0 latest-handshakes | grep -qv '\\b0$' && exit; sleep 0.2; done; exit 1",
];

/** The error by which a dump ends before it begins. */
const refused = (name, ifname) => ({
  ...end(`error-${name}`, wireguardDeviceObject, "get", NLM_F_DUMP, { ifname }),
  types: [NLMSG_ERROR],
});

export const captures = [
  device("new", made),
  device("named", named),
  device("peers", [...named, ...peers]),
  device("handshake", shaken),
  refused("no-device", "nothing"),
  refused("no-wireguard", "lo"),
];
