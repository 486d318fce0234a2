// All links that tests add with `ip link` and with rxnetlink: each setting of each kind at least once.
import { bonds } from "./bond.js";
import { bridges } from "./bridge.js";
import type { LinkCase } from "./case.js";
import { greTunnels } from "./gre.js";
import { ipTunnels } from "./ip-tunnels.js";
import { stackedLinks } from "./stacked.js";
import { udpTunnels } from "./udp-tunnels.js";
import { virtualLinks } from "./virtual.js";

export const linkCases: readonly LinkCase[] = [
  ...virtualLinks,
  ...stackedLinks,
  ...bridges,
  ...bonds,
  ...greTunnels,
  ...ipTunnels,
  ...udpTunnels,
];
