import { netdevDevObject, netdevFamily } from "../../../dist/netdev/index.js";
import { capturesIn } from "../family-captures.mjs";

const { message, notification, end } = capturesIn({ family: netdevFamily, messages: [netdevDevObject] });

const VETH = ["ip link add v0 index 5 type veth peer name v1 index 6"];
const { get } = netdevDevObject.types;
const request = (value, flags = 0) => ({ type: get, flags, layout: netdevDevObject.layout, value });

export const captures = [
  message({ name: "dev-veth", before: VETH, types: [get], request: request({ ifindex: 5 }) }),
  notification(netdevDevObject, "new", [], VETH[0], "new", ({ ifindex }) => ifindex === 5),
  notification(netdevDevObject, "gone", VETH, "ip link del v0", "delete", ({ ifindex }) => ifindex === 5),
  end("dev-error-unknown", netdevDevObject, "get", 0x4, { ifindex: 999 }),
];
