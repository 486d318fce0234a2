import { identityBy, type StateDeclaration } from "@rxnetlink/core";
import type { Fdb } from "./fdb.js";

/** How the state of forwarding tables is kept; the entries of a link's own table and of its bridge's differ in the master. */
export const keptFdb: StateDeclaration<Fdb> = {
  identityOf: identityBy<Fdb>(
    "ndmIfindex",
    "master",
    "lladdr",
    "vlan",
    "dst",
    "port",
    "vni",
    "srcVni",
    "nhId",
  ),
  volatile: ["cacheinfo"],
};
