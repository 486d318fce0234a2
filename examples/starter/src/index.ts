// Prints the links of this machine, and each change, until Ctrl-C. Start from here.

import { fromEvent, takeUntil } from "rxjs";
import { type Link, rtnetlink, type WatchEvent } from "rxnetlink";

const nl = rtnetlink();

/** Returns an event as a line. */
function inWords(event: WatchEvent<Link>): string {
  switch (event.type) {
    case "added":
      return `+ ${event.current.ifname} is ${event.current.operstate}`;
    case "changed":
      return `~ ${event.current.ifname} is ${event.current.operstate}, was ${event.previous.operstate}`;
    case "removed":
      return `- ${event.previous.ifname}`;
    case "synced":
      return `${event.size} links; changes follow`;
    case "resync":
      return `events were lost; ${event.changes} changes were found by listing again`;
  }
}

nl.link
  .watch$()
  .pipe(takeUntil(fromEvent(process, "SIGINT")))
  .subscribe({
    next: (event) => console.log(inWords(event)),
    error: ({ message }: Error) => {
      console.error(message);
      process.exitCode = 1;
    },
    complete: () => nl.close(),
  });
