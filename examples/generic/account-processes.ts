// Prints what each process that ends has used, until Ctrl-C. Needs CAP_NET_ADMIN in the initial namespaces.
//
//   # node dist/generic/account-processes.js
//   listening
//   4242 sh: status 3, 12.4 ms of CPU in 2003.1 ms, at most 1820 KiB, 26 KiB read
//   4250 sleep: signal 15, 0.9 ms of CPU in 1500.2 ms, at most 1712 KiB, 0 KiB read

import { filter, map } from "rxjs";
import { type TaskExit, taskFlags, taskstats } from "rxnetlink/taskstats";

const milliseconds = (microseconds: bigint) => `${(Number(microseconds) / 1000).toFixed(1)} ms`;

/** Returns a process that ended in words. Where it had several threads, `process` holds the sums of all. */
function inWords({ stats, process }: TaskExit): string {
  const { comm, exitcode, flag, tgid, tgetime, hiwaterRss, readChar } = stats;
  const { utime, stime } = process?.stats ?? stats;
  const how = taskFlags.has(flag, "xsig") ? `signal ${exitcode & 0x7f}` : `status ${exitcode >> 8}`;
  const time = `${milliseconds(utime + stime)} of CPU in ${milliseconds(tgetime ?? stats.etime)}`;
  return `${tgid} ${comm}: ${how}, ${time}, at most ${hiwaterRss} KiB, ${readChar / 1024n} KiB read`;
}

const exit$ = taskstats().exits$({ listening: () => console.log("listening") });

exit$
  .pipe(
    // Threads exit, too; a process has ended with its last.
    filter((event) => event.type !== "exit" || taskFlags.has(event.stats.flag, "group")),
    map((event) => (event.type === "exit" ? inWords(event) : event.type)),
  )
  .subscribe((line) => console.log(line));
