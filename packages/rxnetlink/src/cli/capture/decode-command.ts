import type { CapturedMessage } from "@rxnetlink/capture";
import { netlinkProtocols } from "@rxnetlink/core";
import { Command } from "commander";
import { UsageError } from "../input/usage-error.js";
import { FAMILIES } from "../objects/families.js";
import { filtering } from "../objects/printing.js";
import { meeting } from "../objects/select.js";
import { outputFailed$, printLines } from "../output.js";
import type { CommonOptions } from "../session.js";
import { messageJson } from "./message-json.js";
import { messageText } from "./message-text.js";
import { RequestNumbers } from "./numbered.js";
import { messagesOf } from "./read.js";

interface DecodeOptions extends CommonOptions {
  readonly filter?: readonly string[];
  readonly protocol?: number;
}

const HELP = `
Formats, told apart by what they hold: pcap and pcapng of an nlmon link,
datagrams in hexadecimal, and what strace prints of netlink with
-e trace=network -e read=all -e write=all.

Examples:
  rxnl decode netlink.pcapng
  rxnl decode netlink.pcap --filter family=route --filter type=refusal
  tcpdump -i nlmon0 -U -w - | rxnl decode -

In front of each message: > to the kernel, < from it, * unasked; # is the
number of the request.`;

/** Parses a protocol by name or number. */
function protocolNumber(text: string): number {
  const found = netlinkProtocols.find(
    (one) => String(one.number) === text || ("name" in one && one.name === text),
  );
  if (found === undefined) throw new UsageError(`--protocol: ${text} is no protocol, such as route or 12`);
  return found.number;
}

async function decode(file: string, { json, filter, protocol }: DecodeOptions): Promise<void> {
  const families = await Promise.all(Object.values(FAMILIES).map((load) => load()));
  const passes = meeting(filter);
  const numbers = new RequestNumbers();
  function lineOf(message: CapturedMessage): string | undefined {
    const number = numbers.of(message);
    // It says nothing: recordings have it in place of events that are no messages.
    if (message.type === "noop") return undefined;
    if (filter === undefined && !json) return messageText(message, number);
    const row = messageJson(message, number);
    if (!passes(row)) return undefined;
    return json ? JSON.stringify(row) : messageText(message, number);
  }
  let isRead = true;
  outputFailed$.subscribe(() => {
    isRead = false;
  });
  for await (const messages of messagesOf(file, families, protocol === undefined ? {} : { protocol })) {
    await printLines(messages.flatMap((message) => lineOf(message) ?? []));
    if (!isRead) return;
  }
}

/** `rxnl decode`. */
export const decodeCommand = (): Command =>
  filtering(new Command("decode"), "family=route")
    .argument("<file>", "a capture, or - for standard input")
    .option("--protocol <protocol>", "the protocol of bytes in hexadecimal: route by default", protocolNumber)
    .addHelpText("after", HELP)
    .action((file: string, _: unknown, self: Command) => decode(file, self.optsWithGlobals()));
