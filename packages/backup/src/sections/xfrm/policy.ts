import type { XfrmPolicy } from "@rxnetlink/xfrm";
import { objectSection } from "../../object-section.js";
import { type BackupRow, memberAt } from "../../row.js";
import { lifetimeOf } from "./lifetime.js";

/** Directions of policies of the namespace; those of sockets have others. */
const DIRECTIONS: ReadonlySet<unknown> = new Set(["in", "out", "fwd"]);

function subject(row: BackupRow): string {
  const [source, destination] = [
    ["saddr", "prefixlenS"],
    ["daddr", "prefixlenD"],
  ].map((names) => names.map((name) => memberAt(row, `sel.${name}`)).join("/"));
  return `${row.dir} from ${source} to ${destination}`;
}

/** Policies of IPsec. */
export const ipsecPolicies = objectSection<XfrmPolicy>({
  name: "xfrmPolicy",
  needs: "xfrm",
  object: ({ xfrm }) => xfrm!.policy,
  key: ["dir", "sel", "policyType", "mark", "ifId", "secCtx"],
  subject,
  // The kernel chooses it.
  state: ["index"],
  isState: ({ dir }) => !DIRECTIONS.has(dir),
  unsaved: lifetimeOf,
  change: "replace",
});
