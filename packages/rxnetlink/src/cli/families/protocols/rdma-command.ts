import {
  definitionOf,
  FlowControl,
  type NetlinkNotification,
  type NetlinkObject,
  toJson,
} from "@rxnetlink/core";
import { type Rdma, type RdmaEvent, rdma, rdmaEventObject } from "@rxnetlink/protocols/rdma";
import { Command } from "commander";
import { eventJson } from "../../json.js";
import type { CommandedObject } from "../../objects/commanded.js";
import { objectCommand } from "../../objects/object-command.js";
import { nowhere } from "../../objects/objects-of.js";
import { listening, printLive } from "../../print-live.js";
import { type CommonOptions, type Mode, withTransport } from "../../session.js";
import { gapText, isGap } from "../../text/gap.js";
import { cmIdText, deviceText, eventText, portText, resourceText, summaryText } from "./rdma-text.js";

/** Opens `NETLINK_RDMA` for one command, and closes it afterwards. */
const withRdma = (mode: Mode, netns: string | undefined, action: (nl: Rdma) => Promise<void>) =>
  withTransport(mode, netns, (transport, options) => action(rdma({ transport, ...options })));

/** The members of {@link Rdma} that have commands. */
type Kind = "device" | "port" | "summary" | "qp" | "cmId" | "cq" | "mr" | "pd" | "ctx" | "srq";

/** Facts about a command: nouns and formatter. */
type Facts = readonly [nouns: readonly [one: string, many: string], describe: (row: never) => string];

const KINDS: Readonly<Record<Kind, Facts>> = {
  device: [["device", "devices"], deviceText],
  port: [["port", "ports"], portText],
  summary: [["number of resources", "numbers of resources"], summaryText],
  qp: [["queue pair", "queue pairs"], resourceText("lqpn", "resLqpn", "resType", "resState")],
  cmId: [["connection", "connections"], cmIdText],
  cq: [["completion queue", "completion queues"], resourceText("cqn", "resCqn", "resCqe", "resUsecnt")],
  mr: [["memory region", "memory regions"], resourceText("mrn", "resMrn", "resMrlen")],
  pd: [["protection domain", "protection domains"], resourceText("pdn", "resPdn", "resUsecnt")],
  ctx: [["context", "contexts"], resourceText("ctxn", "resCtxn")],
  srq: [["shared receive queue", "shared receive queues"], resourceText("srqn", "resSrqn", "resType")],
};

/** Returns the command of one kind of object. */
function commanded(known: Rdma, kind: Kind, [nouns, describe]: Facts): CommandedObject {
  return {
    name: kind.replace("Id", "-id"),
    nouns,
    definition: definitionOf(known[kind]) as unknown as CommandedObject["definition"],
    examples: [
      "devName=rxe0",
      kind === "device" ? "devName=rxe0" : "devIndex=0",
      "linkType=rxe ndevName=eth0",
    ],
    describe: describe as (row: object) => string,
    open: (mode, netns, action) =>
      withRdma(mode, netns, (nl) => action(nl[kind] as unknown as NetlinkObject<object>)),
  };
}

/** Prints what happens to devices until Ctrl-C. */
function monitor({ netns, json }: CommonOptions): Promise<void> {
  return withRdma("listen", netns, async (nl) => {
    const flowControl = new FlowControl();
    const lineOf = (event: NetlinkNotification<RdmaEvent>) =>
      isGap(event) ? gapText(event) : eventText(event.value);
    const jsonOf = (event: NetlinkNotification<RdmaEvent>) =>
      isGap(event) ? eventJson(event) : JSON.stringify(toJson(rdmaEventObject, event.value));
    await printLive(nl.event.notifications$({ flowControl, listening }), flowControl, json ? jsonOf : lineOf);
  });
}

/** `rxnl rdma`. */
export function rdmaCommand(): Command {
  const command = new Command("rdma");
  const known = rdma({ transport: nowhere });
  for (const [kind, facts] of Object.entries(KINDS) as [Kind, Facts][])
    command.addCommand(objectCommand(commanded(known, kind, facts)));
  command
    .command("monitor")
    .description("print what happens to devices until Ctrl-C; since Linux 6.12")
    .action((_: unknown, self: Command) => monitor(self.optsWithGlobals()));
  return command;
}
