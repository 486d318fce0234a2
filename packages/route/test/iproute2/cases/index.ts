// All comparisons: objects are added with iproute2, compared, removed with rxnetlink and added again with rxnetlink.
import { addressCases } from "./address.js";
import { bridgeCases } from "./bridge.js";
import type { Case } from "./case.js";
import { neighbourCases } from "./neighbour.js";
import { netconfCases } from "./netconf.js";
import { nexthopCases } from "./nexthop.js";
import { routeCases } from "./route.js";
import { ruleCases } from "./rule.js";

export const cases: readonly Case[] = [
  ...routeCases,
  ...addressCases,
  ...nexthopCases,
  ...neighbourCases,
  ...bridgeCases,
  ...ruleCases,
  ...netconfCases,
];
