import { FOU_CMD_GET, fouFamily, fouPortObject } from "../../../dist/fou/index.js";
import { capturesIn } from "../family-captures.mjs";

const { message } = capturesIn({ family: fouFamily, messages: [fouPortObject] });

/** The only port. */
const port = (name, command) =>
  message({
    name: `fou-${name}`,
    before: ["modprobe fou; ip link set lo up", command],
    types: [FOU_CMD_GET],
    request: { type: FOU_CMD_GET, flags: 0x300, layout: fouPortObject.layout, value: {} },
  });

export const captures = [
  port("direct", "ip fou add port 5555 ipproto 47"),
  port("gue", "ip fou add port 5556 gue"),
  port("peer", "ip fou add port 5557 ipproto 4 local 127.0.0.1 peer 127.0.0.2 peer_port 5558 dev lo"),
  port("ipv6", "modprobe fou6; ip -6 fou add port 5559 ipproto 41 local ::1"),
];
