import { layoutsOf } from "../../../../testing/dist/golden/golden.js";
import { NETLINK_FIB_LOOKUP } from "../../../dist/fib-lookup/index.js";
import { fibResultNl } from "../../../dist/fib-lookup/layout.js";

/** Type of requests, which the replies repeat. */
const TYPE = 16;

const lookup = (name, before, value) => ({
  protocol: NETLINK_FIB_LOOKUP,
  folder: "fib-lookup",
  layoutOf: layoutsOf({ layout: fibResultNl, types: { get: TYPE } }),
  name: `fib-${name}`,
  before,
  types: [TYPE],
  request: { what: "look up", type: TYPE, layout: fibResultNl, value },
});

const UP = "ip link set lo up";

export const captures = [
  lookup("found", [UP, "ip route add 192.0.2.0/24 dev lo table 100"], { flAddr: "192.0.2.1", tbIdIn: 100 }),
  lookup("local", [UP], { flAddr: "127.0.0.1", tbIdIn: 255 }),
  lookup("no-route", [UP], { flAddr: "192.0.2.1", tbIdIn: 254 }),
  lookup("no-table", [UP], { flAddr: "192.0.2.1", tbIdIn: 77 }),
  lookup("prohibit", [UP, "ip route add prohibit 192.0.2.0/24"], { flAddr: "192.0.2.1", tbIdIn: 254 }),
];
