import { addressObject, linkObject, routeObject } from "@rxnetlink/route";
import { OBJECTS, type ObjectName, objectOf, withRtnetlink } from "../session.js";
import { textOf } from "../text/objects.js";
import type { CommandedObject } from "./commanded.js";

/** Values to show for each object: of a list, of the identity, of a change. */
const EXAMPLES: Readonly<Record<ObjectName, NonNullable<CommandedObject["examples"]>>> = {
  link: ["linkinfo.kind=veth", "ifname=eth0", "mtu=1400 flags=up"],
  address: ["index=eth0", "index=eth0 local=192.0.2.1/24", "cacheinfo.valid=3600"],
  route: ["oif=eth0", "dst=198.51.100.0/24", "gateway=192.0.2.254"],
};

/** The objects in the plural. */
const PLURALS = { link: "links", address: "addresses", route: "routes" } as const;

const DEFINITIONS = { link: linkObject, address: addressObject, route: routeObject };

/** The objects of `NETLINK_ROUTE` that commands start with: other objects are loaded when they are named. */
export const routeCommands: readonly CommandedObject[] = OBJECTS.map((name) => ({
  name,
  nouns: [name, PLURALS[name]],
  definition: DEFINITIONS[name] as unknown as CommandedObject["definition"],
  examples: EXAMPLES[name],
  open: (mode, netns, action, over) => withRtnetlink(mode, netns, (nl) => action(objectOf(nl, name)), over),
  describe: textOf(name)!,
}));
