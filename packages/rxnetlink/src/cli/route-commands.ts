import type { CommandedObject } from "./object-command.js";
import { OBJECTS, type ObjectName, objectOf, withRtnetlink } from "./session.js";
import { describe } from "./text.js";

/** Values to show for each object: of a list, of the identity, of a change. */
const EXAMPLES: Readonly<Record<ObjectName, CommandedObject["examples"]>> = {
  link: ["linkinfo.kind=veth", "ifname=eth0", "mtu=1400 flags=up"],
  address: ["index=eth0", "index=eth0 local=192.0.2.1/24", "cacheinfo.valid=3600"],
  route: ["oif=eth0", "dst=198.51.100.0/24", "gateway=192.0.2.254"],
};

/** The objects in the plural. */
const PLURALS = { link: "links", address: "addresses", route: "routes" } as const;

/** The objects of `NETLINK_ROUTE` that have commands. */
export const routeCommands: readonly CommandedObject[] = OBJECTS.map((name) => ({
  name,
  nouns: [name, PLURALS[name]],
  examples: EXAMPLES[name],
  open: (netns, action) => withRtnetlink("request", netns, (nl) => action(objectOf(nl, name))),
  describe: (row) => describe(name, row),
}));
