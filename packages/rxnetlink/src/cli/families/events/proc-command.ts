import { FlowControl } from "@rxnetlink/core";
import {
  type DetailedProcEvent,
  type ProcEventKind,
  processEvents,
  withProcessDetails,
} from "@rxnetlink/events/proc";
import { Command } from "commander";
import { identity } from "rxjs";
import { commaWords } from "../../input/comma-words.js";
import { eventJson } from "../../json.js";
import { listening, printLive } from "../../print-live.js";
import { type CommonOptions, withTransport } from "../../session.js";

interface ProcCommandOptions extends CommonOptions {
  readonly kinds?: ProcEventKind[];
  readonly threads: boolean;
  readonly details: boolean;
}

/** Returns what a kind of event says apart from the process, in words. */
function saying(event: DetailedProcEvent): string {
  if (event.type === "exit")
    return event.termSignal === undefined ? ` status ${event.status}` : ` signal ${event.termSignal}`;
  if (event.type === "uid") return ` ${event.ruid} effective ${event.euid}`;
  if (event.type === "gid") return ` ${event.rgid} effective ${event.egid}`;
  if (event.type === "ptrace") return event.tracerPid === undefined ? " ended" : ` by ${event.tracerPid}`;
  return event.type === "comm" ? ` ${event.comm}` : "";
}

/** Returns the command line of a process, or the reason why it is not known. */
function commandLine({ details }: DetailedProcEvent): string {
  if (details === undefined) return "";
  if (details.type !== "read") return ` (${details.type})`;
  return ` ${details.cmdline.length === 0 ? `[${details.comm}]` : details.cmdline.join(" ")}`;
}

function lineOf(event: DetailedProcEvent): string {
  if (event.type === "lost")
    return event.events === undefined ? "! events were lost" : `! ${event.events} events were lost`;
  if (event.type === "malformed") return `! ${event.error.message}`;
  if (event.type === "other") return `event ${event.what}`;
  if (event.type === "fork") {
    const { thread, parentTgid, childPid, childTgid } = event;
    return thread
      ? `thread ${childTgid}.${childPid}`
      : `fork ${parentTgid} > ${childPid}${commandLine(event)}`;
  }
  const { type, pid, tgid } = event;
  return `${type} ${event.thread ? `${tgid}.${pid}` : tgid}${saying(event)}${commandLine(event)}`;
}

function proc({ netns, json, kinds, threads, details }: ProcCommandOptions): Promise<void> {
  return withTransport("listen", netns, async (transport, place) => {
    const flowControl = new FlowControl();
    const options = { threads, flowControl, listening, ...(kinds && { kinds }) };
    const event$ = processEvents({ transport, ...place })
      .event$(options)
      .pipe(details ? withProcessDetails() : identity);
    await printLive<DetailedProcEvent>(event$, flowControl, json ? eventJson : lineOf);
  });
}

/** `rxnl proc`. */
export function procCommand(): Command {
  return new Command("proc")
    .option("--kinds <words>", "print these kinds of events only: fork,exec,nonzeroExit", commaWords)
    .option("--no-threads", "print events of processes only, not of their further threads")
    .option("--no-details", "do not read command lines in procfs")
    .action((_: unknown, self: Command) => proc(self.optsWithGlobals()));
}
