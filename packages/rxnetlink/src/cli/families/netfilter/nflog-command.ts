import { FlowControl } from "@rxnetlink/core";
import { loggedPacketMessage, type NflogEvent } from "@rxnetlink/netfilter";
import { Command } from "commander";
import { wholeNumber } from "../../input/numbers.js";
import { listening, printLive } from "../../print-live.js";
import type { CommonOptions } from "../../session.js";
import { packetJson } from "./packet-json.js";
import { payloadText } from "./packet-text.js";
import { withNetfilter } from "./with-netfilter.js";

interface NflogCommandOptions extends CommonOptions {
  readonly range?: number;
  readonly timeout?: number;
}

function lineOf(event: NflogEvent): string {
  if (event.type === "lost") return `! ${event.packets} packets were lost`;
  if (event.type === "malformed") return `! ${event.error.message}`;
  const { prefix = "", payload, packetHdr, ifindexIndev, ifindexOutdev } = event;
  const links = [
    ifindexIndev === undefined ? "" : ` in link ${ifindexIndev}`,
    ifindexOutdev === undefined ? "" : ` out link ${ifindexOutdev}`,
  ];
  return `${prefix.trim() === "" ? "" : `${prefix.trim()} `}${payloadText(payload)} hook ${packetHdr.hook}${links.join("")}`;
}

function nflog(group: number, { netns, json, range, timeout = 100 }: NflogCommandOptions): Promise<void> {
  return withNetfilter("listen", netns, async (nf) => {
    const flowControl = new FlowControl();
    const copied = range === undefined ? {} : { copyRange: range };
    const events$ = nf.nflog$(group, { timeout, ...copied, flowControl, listening });
    await printLive(events$, flowControl, json ? packetJson(loggedPacketMessage) : lineOf);
  });
}

/** `rxnl nflog GROUP`. */
export function nflogCommand(): Command {
  return new Command("nflog")
    .argument("<group>", "log group, as in the rule: log group 5, -j NFLOG --nflog-group 5", wholeNumber)
    .option("--range <bytes>", "print and copy this much of each packet only", wholeNumber)
    .option("--timeout <ms>", "time that the kernel may collect packets (default: 100)", wholeNumber)
    .action((group: number, _: unknown, self: Command) => nflog(group, self.optsWithGlobals()));
}
