import { type MptcpEndpoint, type MptcpLimits, mptcpEndpointFlags } from "@rxnetlink/generic/mptcp";
import { objectSection } from "../object-section.js";
import { memberAt } from "../row.js";
import { settingSection } from "../setting-section.js";

/** Limits of the connections of Multipath TCP. */
export const mptcpLimits = settingSection<MptcpLimits>({
  name: "mptcpLimits",
  needs: "mptcp",
  subject: "of connections",
  get$: ({ mptcp }) => mptcp!.limits.get$(),
  set$: ({ mptcp }, limits) => mptcp!.limits.set$(limits),
});

/** Endpoints of Multipath TCP. Flags are all that the kernel can change, so what differs is made again. */
export const mptcpEndpoints = objectSection<MptcpEndpoint>({
  name: "mptcpEndpoint",
  needs: "mptcp",
  object: ({ mptcp }) => mptcp!.endpoint,
  key: ["addr.addr4", "addr.addr6", "addr.port"],
  subject: (row) => {
    const port = memberAt(row, "addr.port");
    return `${memberAt(row, "addr.addr4") ?? memberAt(row, "addr.addr6")}${port ? ` port ${port}` : ""}`;
  },
  state: ["addr.family"],
  isState: ({ addr = {} }) => mptcpEndpointFlags.has(addr.flags ?? 0, "implicit"),
});
