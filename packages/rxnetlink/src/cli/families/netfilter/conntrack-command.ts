import { definitionOf, FlowControl, type NetlinkObject, toJson } from "@rxnetlink/core";
import type { Netfilter } from "@rxnetlink/netfilter";
import {
  type Conntrack,
  type ConntrackCpuStats,
  type ConntrackEvent,
  conntrackObject,
  conntrackStatus,
  type Tuple,
} from "@rxnetlink/netfilter/conntrack";
import type { Command } from "commander";
import { lastValueFrom, toArray } from "rxjs";
import type { CommandedObject } from "../../objects/commanded.js";
import { objectCommand } from "../../objects/object-command.js";
import { print, shown } from "../../output.js";
import { listening, printLive } from "../../print-live.js";
import type { CommonOptions } from "../../session.js";
import { gapText, isGap } from "../../text/gap.js";
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

/** Bits of the status that say nothing more: those of all connections, and those that come with a translation. */
const PLAIN: readonly string[] = ["confirmed", "srcNatDone", "dstNatDone"];

function conntrackText(conntrack: Conntrack): string {
  const { tupleOrig, tupleReply, timeout, mark = 0, zone = 0, status = 0 } = conntrack;
  const facts = conntrackStatus.names(status).filter((name) => !PLAIN.includes(name));
  const isTranslated = conntrackStatus.has(status, "srcNat") || conntrackStatus.has(status, "dstNat");
  return [
    `${tupleOrig?.proto?.num ?? "?"} ${tupleText(tupleOrig)}${stateOf(conntrack)}`,
    // Otherwise the answers just come back.
    isTranslated ? `reply ${tupleText(tupleReply)}` : "",
    facts.length === 0 ? "" : `<${facts.join(",")}>`,
    mark === 0 ? "" : `mark ${mark}`,
    zone === 0 ? "" : `zone ${zone}`,
    timeout === undefined ? "" : `timeout ${timeout} s`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function eventText(event: ConntrackEvent): string {
  if (isGap(event)) return gapText(event);
  return `${event.type.padEnd(7)} ${conntrackText(event.conntrack)}`;
}

const object: CommandedObject = {
  name: "conntrack",
  nouns: ["tracked connection", "tracked connections"],
  definition: conntrackObject as unknown as CommandedObject["definition"],
  examples: [
    "tupleOrig.proto.num=tcp",
    "family=ipv4 tupleOrig.ip.src=192.0.2.1 tupleOrig.ip.dst=192.0.2.2 tupleOrig.proto.num=tcp tupleOrig.proto.srcPort=4000 tupleOrig.proto.dstPort=22",
    "mark=7",
  ],
  open: (mode, netns, action) =>
    withNetfilter(mode, netns, (nf) => action(nf.conntrack as unknown as NetlinkObject<object>)),
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
  return `cpu ${cpu}: ${counted.map(([name, value]) => `${name} ${value}`).join(" ") || "nothing counted"}`;
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
