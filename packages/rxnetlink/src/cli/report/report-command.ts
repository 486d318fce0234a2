import type { NamespaceRef, Transport } from "@rxnetlink/core";
import { genericNetlink } from "@rxnetlink/generic";
import { netfilter } from "@rxnetlink/netfilter";
import { rtnetlink } from "@rxnetlink/route";
import { kernelTransport } from "@rxnetlink/transport";
import { Command } from "commander";
import { count, lastValueFrom, map, type Observable, take, toArray } from "rxjs";
import { printLines } from "../output.js";
import { type CommonOptions, namespaceOf } from "../session.js";
import { machine } from "./machine.js";

/** How a family is opened. */
interface Over {
  readonly transport: Transport;
  readonly namespace?: NamespaceRef;
}

/** Questions that show what works here, each answered by words that name nothing of the network. */
const QUESTIONS: Readonly<Record<string, (over: Over) => Observable<string>>> = {
  routing: (over) =>
    rtnetlink(over)
      .link.list$()
      .pipe(
        count(),
        map((links) => `answers, ${links} link${links === 1 ? "" : "s"}`),
      ),
  netfilter: (over) =>
    netfilter(over)
      .nftables.generation$()
      .pipe(map(() => "answers")),
  "generic netlink": (over) =>
    genericNetlink(over)
      .family.list$()
      .pipe(
        map(({ familyName }) => String(familyName)),
        toArray(),
        map((names) => names.sort().join(" ")),
      ),
};

/** Asks each question, and takes an error for an answer. */
async function answers(over: Over): Promise<Record<string, string>> {
  const asked = Object.entries(QUESTIONS).map(async ([name, ask]) => {
    const answer = lastValueFrom(ask(over).pipe(take(1)));
    return [name, await answer.catch(({ message }: Error) => message)] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

/** Returns the facts of a report, by what they are about. The thread is used for all, since that may be what does not work. */
async function facts(version: string, netns: string | undefined): Promise<Record<string, string>> {
  const transport = kernelTransport({ headStart: false });
  try {
    return { rxnetlink: version, ...machine(), ...(await answers({ transport, ...namespaceOf(netns) })) };
  } finally {
    await transport.close();
  }
}

/** `rxnl report`. */
export function reportCommand(): Command {
  return new Command("report").action(async (_: CommonOptions, self: Command) => {
    const { json = false, netns } = self.optsWithGlobals<CommonOptions>();
    const found = await facts(self.parent?.version() ?? "", netns);
    const lines = Object.entries(found).map(([name, fact]) => `${name}: ${fact}`);
    await printLines(json ? [JSON.stringify(found)] : lines);
  });
}
