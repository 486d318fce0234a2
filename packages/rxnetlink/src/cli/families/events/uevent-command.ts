import { FlowControl, pick } from "@rxnetlink/core";
import { type UeventEvent, uevents } from "@rxnetlink/events/uevent";
import { Command } from "commander";
import { commaWords } from "../../input/comma-words.js";
import { eventJson } from "../../json.js";
import { listening, printLive } from "../../print-live.js";
import { type CommonOptions, withTransport } from "../../session.js";

interface UeventCommandOptions extends CommonOptions {
  readonly udev?: boolean;
  readonly action?: string[];
  readonly subsystem?: string[];
  readonly devtype?: string[];
}

function lineOf(event: UeventEvent): string {
  if (event.type === "lost") return "! events were lost";
  if (event.type === "gap") return `! no events ${event.from} to ${event.to}: lost, or of another namespace`;
  if (event.type === "malformed") return `! ${event.error.message}`;
  const { action, devpath, devpathOld, subsystem, devtype, devname } = event;
  const kind = devtype === undefined ? subsystem : `${subsystem}, ${devtype}`;
  const node = devname === undefined ? "" : ` /dev/${devname}`;
  const before = devpathOld === undefined ? "" : ` from ${devpathOld}`;
  return `${action} ${devpath} (${kind})${node}${before}`;
}

function uevent({ netns, json, udev, ...options }: UeventCommandOptions): Promise<void> {
  return withTransport("listen", netns, async (transport, place) => {
    const flowControl = new FlowControl();
    const event$ = uevents({ transport, ...place }).uevent$({
      ...pick(options, "action", "subsystem", "devtype"),
      source: udev ? "udev" : "kernel",
      flowControl,
      listening,
    });
    await printLive(event$, flowControl, json ? eventJson : lineOf);
  });
}

/** `rxnl uevent`. */
export function ueventCommand(): Command {
  return new Command("uevent")
    .option(
      "--udev",
      "print events of udev, with the properties of its rules, instead of those of the kernel",
    )
    .option("--action <words>", "print these actions only: add,remove", commaWords)
    .option("--subsystem <words>", "print events of these subsystems only: block,net", commaWords)
    .option("--devtype <words>", "print events of these types of devices only: disk", commaWords)
    .action((_: unknown, self: Command) => uevent(self.optsWithGlobals()));
}
