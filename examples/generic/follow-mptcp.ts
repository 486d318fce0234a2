// Follows connections of Multipath TCP from their beginning to their end, until Ctrl-C. Needs CAP_NET_ADMIN.
//
//   # node dist/generic/follow-mptcp.js
//   listening
//   5a1f03c2 established: 192.0.2.1:40000 > 192.0.2.9:443
//   5a1f03c2 subEstablished: 198.51.100.1:40001 > 192.0.2.9:443
//   5a1f03c2 closed: it had 2 subflows

import { type MptcpEvent, mptcp } from "rxnetlink/mptcp";

const { event } = mptcp();
/** Number of subflows that each connection had, by its token. */
const subflows = new Map<number, number>();

function addresses({ saddr4, saddr6, sport, daddr4, daddr6, dport }: MptcpEvent): string {
  return `${saddr4 ?? `[${saddr6}]`}:${sport} > ${daddr4 ?? `[${daddr6}]`}:${dport}`;
}

/** Returns an event in words, or nothing for those that are of no interest here. */
function inWords(happened: MptcpEvent): string | undefined {
  const { event: kind, token = 0 } = happened;
  const known = subflows.get(token) ?? 0;
  if (kind === "established" || kind === "subEstablished") subflows.set(token, known + 1);
  else if (kind === "closed") subflows.delete(token);
  else if (kind !== "subClosed") return undefined;
  const what = kind === "closed" ? `it had ${known} subflow${known === 1 ? "" : "s"}` : addresses(happened);
  return `${token.toString(16).padStart(8, "0")} ${kind}: ${what}`;
}

event.notifications$({ listening: () => console.log("listening") }).subscribe((notification) => {
  const line = "value" in notification ? inWords(notification.value) : notification.type;
  if (line !== undefined) console.log(line);
});
