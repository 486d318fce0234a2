import { FlowControl } from "@rxnetlink/core";
import { type NfqueueEvent, queuedPacketMessage } from "@rxnetlink/netfilter";
import { Command, Option } from "commander";
import { tap } from "rxjs";
import { wholeNumber } from "../../input/numbers.js";
import { listening, printLive } from "../../print-live.js";
import type { CommonOptions } from "../../session.js";
import { packetJson } from "./packet-json.js";
import { payloadText } from "./packet-text.js";
import { withNetfilter } from "./with-netfilter.js";

interface NfqueueCommandOptions extends CommonOptions {
  readonly verdict: "accept" | "drop";
}

function lineOf(event: NfqueueEvent): string {
  if (event.type === "lost") return `! ${event.packets} packets were lost`;
  if (event.type !== "packet") return `! ${event.error.message}`;
  return `${event.id} ${payloadText(event.payload)} hook ${event.packetHdr.hook}`;
}

function nfqueue(queue: number, { netns, json, verdict }: NfqueueCommandOptions): Promise<void> {
  return withNetfilter("listen", netns, async (nf) => {
    const flowControl = new FlowControl();
    const judged$ = nf
      .nfqueue$(queue, { default: verdict, failOpen: verdict === "accept", flowControl, listening })
      .pipe(tap((event) => event.type === "packet" && event.judge({ type: verdict })));
    await printLive(judged$, flowControl, json ? packetJson(queuedPacketMessage) : lineOf);
  });
}

/** `rxnl nfqueue QUEUE`. */
export function nfqueueCommand(): Command {
  return new Command("nfqueue")
    .argument("<queue>", "queue, as in the rule: queue num 3, -j NFQUEUE --queue-num 3", wholeNumber)
    .addOption(
      new Option("--verdict <verdict>", "verdict on every packet")
        .choices(["accept", "drop"])
        .default("accept"),
    )
    .action((queue: number, _: unknown, self: Command) => nfqueue(queue, self.optsWithGlobals()));
}
