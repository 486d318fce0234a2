// Prints each program that is run, by whom, and how it ended, until Ctrl-C. Runs in the initial namespaces only; before Linux
// 6.6 as root.
//
//   $ node dist/events/trace-programs.js
//   listening
//   4242 ls -l /tmp (by 4200)
//   4242 ended with status 0 after 1.8 ms

import { byTimestamp, type DetailedProcEvent, processEvents, withProcessDetails } from "rxnetlink/proc";

/** Times at which programs were begun, in nanoseconds, by process. */
const begun = new Map<number, bigint>();

/** Returns what was run, as far as it could still be read. */
function commandOf({ details }: DetailedProcEvent): string {
  if (details?.type !== "read") return `a program that was not seen: ${details?.type}`;
  return `${details.cmdline.join(" ") || `[${details.comm}]`} (by ${details.ppid})`;
}

/** Returns an event in words; nothing for the end of what was begun before. */
function inWords(event: DetailedProcEvent): string | undefined {
  if (event.type === "lost") return `${event.events ?? "some"} events were lost`;
  if (event.type === "exec") {
    begun.set(event.tgid, event.timestampNs);
    return `${event.tgid} ${commandOf(event)}`;
  }
  const since = event.type === "exit" ? begun.get(event.tgid) : undefined;
  if (event.type !== "exit" || since === undefined) return undefined;
  begun.delete(event.tgid);
  const how = event.termSignal === undefined ? `status ${event.status}` : `signal ${event.termSignal}`;
  return `${event.tgid} ended with ${how} after ${(Number(event.timestampNs - since) / 1e6).toFixed(1)} ms`;
}

processEvents()
  .event$({ kinds: ["exec", "exit"], threads: false, listening: () => console.log("listening") })
  .pipe(withProcessDetails(), byTimestamp())
  .subscribe((event) => {
    const line = inWords(event);
    if (line !== undefined) console.log(line);
  });
