import type { BackupConnections } from "@rxnetlink/backup";
import { netfilter } from "@rxnetlink/netfilter";
import { withTransport } from "../../session.js";

/** Opens what backups are made of for one command, and closes it afterwards. */
export async function withConnections<T>(
  netns: string | undefined,
  action: (connections: BackupConnections) => Promise<T>,
): Promise<T> {
  const { rtnetlink } = await import("../route.js");
  return withTransport("listen", netns, (transport, options) => {
    const all = { transport, ...options };
    return action({ route: rtnetlink(all), netfilter: netfilter(all) });
  });
}
