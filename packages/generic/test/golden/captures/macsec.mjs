import { MACSEC_CMD_GET_TXSC, macsecDeviceObject, macsecFamily } from "../../../dist/macsec/index.js";
import { capturesIn } from "../family-captures.mjs";

const { message } = capturesIn({ family: macsecFamily, messages: [macsecDeviceObject] });

/** The message about the only device. */
const device = (name, before) =>
  message({
    name: `device-${name}`,
    before,
    types: [MACSEC_CMD_GET_TXSC],
    request: { type: MACSEC_CMD_GET_TXSC, flags: 0x300, layout: macsecDeviceObject.layout, value: {} },
  });

const made = (settings) => [
  "ip link add d0 address 52:54:00:11:22:33 type dummy; ip link set d0 up",
  `ip link add link d0 macsec0 type macsec ${settings}`,
];
const KEY = "00112233445566778899aabbccddeeff";
const PEER = "port 1 address 52:54:00:aa:bb:cc";

export const captures = [
  device("new-macsec", made("")),
  device("keys", [
    ...made("port 11 encrypt on replay on window 64 validate check"),
    `ip macsec add macsec0 tx sa 0 pn 100 on key 01 ${KEY}; ip macsec add macsec0 tx sa 1 pn 1 off key 02 ${KEY}`,
    `ip macsec add macsec0 rx ${PEER} on; ip macsec add macsec0 rx ${PEER} sa 0 pn 5 on key 03 ${KEY}`,
  ]),
  device("xpn", [
    ...made("cipher gcm-aes-xpn-128"),
    `ip macsec add macsec0 tx sa 0 xpn 7 salt 838383838383838383838383 ssci 9 on key 01 ${KEY}`,
  ]),
];
