// Every verb of every object, given unusable arguments.
import { boundObjectsOf, unusableArgumentsGate } from "@rxnetlink/testing/gates";
import { netfilter } from "#src/netfilter.js";

unusableArgumentsGate((transport) => boundObjectsOf(netfilter({ transport })), {
  // Ids of connections and expectations: requests that create leave them out.
  reported: new Set(["id"]),
});
