// Prints the links of all named network namespaces, of this one too, and each change, until Ctrl-C. Needs CAP_SYS_ADMIN.
//
//   # node dist/routing/watch-namespaces.js
//   (here): + lo
//   blue: + lo
//   blue: + v0
//   blue is gone

import { filter, map, merge } from "rxjs";
import {
  kernelTransport,
  type Link,
  type Rtnetlink,
  rtnetlink,
  type WatchEvent,
  watchNamespaces$,
} from "rxnetlink";

// One transport, and so one thread, for all namespaces.
const transport = kernelTransport();

/** Links as they come and go. */
const links$ = ({ link }: Rtnetlink) => link.watch$({}, { members: ["index", "ifname"] });

function inWords(event: WatchEvent<Pick<Link, "index" | "ifname">>): string | undefined {
  if (event.type === "added") return `+ ${event.current.ifname}`;
  if (event.type === "removed") return `- ${event.previous.ifname}`;
  return event.type === "changed" ? `~ ${event.previous.ifname} is now ${event.current.ifname}` : undefined;
}

const here$ = links$(rtnetlink({ transport })).pipe(map((event) => ({ ...event, namespace: "(here)" })));

merge(here$, watchNamespaces$(transport, links$))
  .pipe(
    map((event) => {
      if (event.type === "gone") return `${event.namespace} is gone`;
      const line = inWords(event);
      return line && `${event.namespace}: ${line}`;
    }),
    filter((line) => line !== undefined),
  )
  .subscribe((line) => console.log(line));
