import type { BackupConnections } from "@rxnetlink/backup";
import { mptcp } from "@rxnetlink/generic/mptcp";
import { netfilter } from "@rxnetlink/netfilter";
import { xfrm } from "@rxnetlink/xfrm";
import { withTransport } from "../../session.js";

/** Opens what backups are made of for one command, and closes it afterwards. */
export async function withConnections<T>(
  netns: string | undefined,
  action: (connections: BackupConnections) => Promise<T>,
): Promise<T> {
  const { rtnetlink } = await import("../route.js");
  return withTransport("listen", netns, (transport, options) => {
    const all = { transport, ...options };
    const route = rtnetlink(all);
    const named = { ...all, linkIndex$: route.connection.linkIndex$! };
    return action({ route, netfilter: netfilter(all), xfrm: xfrm(named), mptcp: mptcp(named) });
  });
}
