// Process events under a storm of processes.
import { writeFileSync } from "node:fs";
import { lastValueFrom, Subject, switchMap, takeUntil, tap, timer } from "rxjs";
import { processEvents } from "rxnetlink/proc";
import { number, print, seconds } from "../protocol.mjs";

/** The name by which listeners know who makes the storm. Keep in step with forks() in ../baseline/processes.c. */
const NAME = "bench-storm";

/** Decodes all events, and counts those of the storm, until silence. */
async function processes() {
  const silence = number("PEER_SILENCE_MS", 1500);
  let [parent, received, lost, first, last, rearmed] = [-1, 0, 0, 0, 0, 0];
  let cpu = process.cpuUsage();
  const alive$ = new Subject();
  const over$ = alive$.pipe(switchMap((wait) => timer(wait)));
  const listening = () => {
    alive$.next(15_000);
    if (process.env.PEER_READY) writeFileSync(process.env.PEER_READY, "");
    cpu = process.cpuUsage();
  };
  const event$ = processEvents()
    .event$({ listening })
    .pipe(
      tap((event) => {
        if (event.type === "lost") lost += event.events;
        if (event.type === "comm" && event.comm === NAME) parent = event.tgid;
        if (event.parentTgid !== parent) return;
        received++;
        last = seconds();
        first ||= last;
        if (last - rearmed < 0.1) return;
        rearmed = last;
        alive$.next(silence);
      }),
      takeUntil(over$),
    );
  await lastValueFrom(event$, { defaultValue: undefined });
  const { user, system } = process.cpuUsage(cpu);
  const rate = last > first ? Math.round(received / (last - first)) : 0;
  print({ workload: "processes", received, lost, events_per_s: rate, cpu_s: (user + system) / 1e6 });
}

export const workloads = { processes };
