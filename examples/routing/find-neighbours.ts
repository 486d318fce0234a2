// Prints the hosts on the links of this machine: their addresses, hardware addresses and whether they answer, and each change,
// until Ctrl-C. Needs no privileges.
//
//   $ node dist/routing/find-neighbours.js
//   192.0.2.254 is 52:54:00:12:34:56 on eth0: reachable
//   192.0.2.9 does not answer on eth0

import { filter, map } from "rxjs";
import { type Neighbour, neighbourState, rtnetlink } from "rxnetlink";

const nl = rtnetlink();
const names = new Map<number, string>();

/** Returns a neighbour in words; nothing for multicast groups and the like, which need no resolution. */
function inWords({ dst, lladdr, state, ndmIfindex }: Neighbour): string | undefined {
  if (dst === undefined || neighbourState.has(state, "noarp")) return undefined;
  const where = `on ${names.get(ndmIfindex) ?? ndmIfindex}`;
  if (neighbourState.has(state, "failed")) return `${dst} does not answer ${where}`;
  const words = neighbourState.names(state).join(", ");
  return lladdr === undefined ? `${dst} is looked for ${where}` : `${dst} is ${lladdr} ${where}: ${words}`;
}

// One connection delivers in order: links are known before their neighbours.
nl.link.watch$({}, { members: ["index", "ifname"] }).subscribe((event) => {
  if ("current" in event && event.current) names.set(event.current.index, event.current.ifname ?? "");
  if (event.type === "synced") follow();
});

function follow(): void {
  nl.neighbour
    .watch$()
    .pipe(
      map((event) => {
        if (event.type === "added" || event.type === "changed") return inWords(event.current);
        return event.type === "removed" ? `${event.previous.dst} is forgotten` : undefined;
      }),
      filter((line) => line !== undefined),
    )
    .subscribe((line) => console.log(line));
}
