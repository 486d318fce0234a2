import { definitionOf, FlowControl, type NetlinkObject, toJson } from "@rxnetlink/core";
import type { Netfilter } from "@rxnetlink/netfilter";
import {
  type Conntrack,
  type ConntrackCpuStats,
  type ConntrackEvent,
  conntrackStatus,
  type Tuple,
} from "@rxnetlink/netfilter/conntrack";
import type { Command } from "commander";
import { lastValueFrom, toArray } from "rxjs";
import { type CommandedObject, objectCommand, shown } from "../object-command.js";
import { print } from "../output.js";
import type { CommonOptions } from "../session.js";
import { listening, printLive } from "./live.js";
import { withNetfilter } from "./with-netfilter.js";

function tupleText({ ip = {}, proto = {} }: Tuple = {}): string {
  const port = (number: number | undefined) => (number === undefined ? "" : `.${number}`);
  const { srcPort = proto.icmpId ?? proto.icmpv6Id, dstPort } = proto;
  return `${ip.src}${port(srcPort)} > ${ip.dst}${port(dstPort)}`;
}

function stateOf({ protoinfo = {} }: Conntrack): string {
  const state = (protoinfo.tcp ?? protoinfo.sctp ?? protoinfo.dccp)?.state;
  return state === undefined ? "" : ` ${state}`;
}

function conntrackText(conntrack: Conntrack): string {
  const { tupleOrig, tupleReply, timeout, mark = 0, zone = 0, status = 0 } = conntrack;
  return [
    `${tupleOrig?.proto?.num ?? "?"} ${tupleText(tupleOrig)} reply ${tupleText(tupleReply)}${stateOf(conntrack)}`,
    `<${conntrackStatus.names(status).join(",")}>`,
    mark === 0 ? "" : `mark ${mark}`,
    zone === 0 ? "" : `zone ${zone}`,
    timeout === undefined ? "" : `timeout ${timeout} s`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function eventText(event: ConntrackEvent): string {
  if (event.type === "overrun") return "! events were lost: the receive buffer overflowed";
  if (event.type === "drained") return "! events are complete again from here on";
  if (event.type === "malformed") return `! ${event.error.message}`;
  return `${event.type.padEnd(7)} ${conntrackText(event.conntrack)}`;
}

const object: CommandedObject = {
  name: "conntrack",
  nouns: ["tracked connection", "tracked connections"],
  verbs: ["list", "get", "change", "delete"],
  examples: [
    "tupleOrig.proto.num=tcp",
    "family=ipv4 tupleOrig.ip.src=192.0.2.1 tupleOrig.ip.dst=192.0.2.2 tupleOrig.proto.num=tcp tupleOrig.proto.srcPort=4000 tupleOrig.proto.dstPort=22",
    "mark=7",
  ],
  open: (netns, action) =>
    withNetfilter("request", netns, (nf) => action(nf.conntrack as unknown as NetlinkObject<object>)),
  describe: (row) => conntrackText(row as Conntrack),
};

function events({ netns, json }: CommonOptions): Promise<void> {
  return withNetfilter("listen", netns, async (nf) => {
    const flowControl = new FlowControl();
    const definition = definitionOf(nf.conntrack);
    const jsonOf = (event: ConntrackEvent) =>
      JSON.stringify(
        "conntrack" in event ? { ...event, conntrack: toJson(definition, event.conntrack) } : event,
      );
    await printLive(nf.conntrack.events$({ flowControl, listening }), flowControl, json ? jsonOf : eventText);
  });
}

/** Formats the counters that are not 0. */
function statsText({ cpu, ...counters }: ConntrackCpuStats): string {
  const counted = Object.entries(counters).filter(([, value]) => typeof value === "number" && value > 0);
  return [`cpu ${cpu}:`, ...counted.map(([name, value]) => `${name} ${value}`)].join(" ");
}

async function stats(nf: Netfilter, json: boolean | undefined): Promise<void> {
  const rows = await lastValueFrom(nf.conntrackStats.cpu$().pipe(toArray()));
  const lines = json ? [JSON.stringify(rows)] : rows.map(statsText);
  for (const line of lines) await shown(print(line));
}

/** `rxnl conntrack`. */
export function conntrackCommand(): Command {
  const command = objectCommand(object);
  command
    .command("events")
    .description("print connections that begin, change and end until Ctrl-C")
    .action((_: unknown, self: Command) => events(self.optsWithGlobals()));
  command
    .command("stats")
    .description("print the counters of each CPU")
    .action((_: unknown, self: Command) => {
      const { netns, json } = self.optsWithGlobals<CommonOptions>();
      return withNetfilter("request", netns, (nf) => stats(nf, json));
    });
  return command;
}
