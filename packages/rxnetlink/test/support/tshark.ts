// What Wireshark makes of a capture, by its program for terminals.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { type CapturedMessage, decode, readCapture } from "@rxnetlink/capture";
import { rtnetlink } from "@rxnetlink/route";
import { isInstalled } from "./rxnl.js";

/** The reason why Wireshark cannot be asked, if there is one. */
export const whyNoTshark = isInstalled("tshark") ? undefined : "tshark is not installed";

/** What both say of a packet: of each of its messages in order. */
export interface Frame {
  readonly protocol: number;
  readonly lengths: readonly number[];
  readonly types: readonly number[];
  readonly sequences: readonly number[];
  readonly portIds: readonly number[];
  /** Names of links, and the largest packets of these. */
  readonly ifnames: readonly string[];
  readonly mtus: readonly number[];
  /** Links that routes lead to. */
  readonly oifs: readonly number[];
}

const FIELDS = [
  ...["netlink.family", "netlink.hdr_len", "netlink.hdr_type", "netlink-route.nltype"],
  ...["netlink.hdr_seq", "netlink.hdr_pid"],
  ...["netlink-route.ifla_ifname", "netlink-route.ifla_mtu", "netlink-route.rta_oif"],
];

/** Reads a line of tshark. */
function frameIn(line: string): Frame {
  const cells = line.split("|").map((cell) => (cell === "" ? [] : cell.split(",")));
  const [families, lengths, control, types, sequences, portIds, ifnames, mtus, oifs] = cells as string[][];
  const numbers = (texts: readonly string[] = []) => texts.map(Number);
  // Control messages come alone; behind its header, an acknowledgement has that of the request.
  const some = (texts: readonly string[] = []) => numbers(control?.length ? texts.slice(0, 1) : texts);
  return {
    protocol: Number(families?.[0]),
    lengths: some(lengths),
    types: control?.length ? some(control) : numbers(types),
    sequences: some(sequences),
    portIds: some(portIds),
    ifnames: ifnames ?? [],
    mtus: numbers(mtus),
    oifs: numbers(oifs),
  };
}

/** Returns the packets of a capture as Wireshark reads them. */
export function framesOfTshark(path: string): Frame[] {
  const fields = FIELDS.flatMap((field) => ["-e", field]);
  const args = ["-n", "-r", path, "-T", "fields", "-E", "separator=|", "-E", "occurrence=a", ...fields];
  const { status, stdout, stderr } = spawnSync("tshark", args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`tshark: ${stderr}`);
  return stdout.trimEnd().split("\n").map(frameIn);
}

interface Facts {
  readonly ifname?: string;
  readonly mtu?: number;
  readonly oif?: number;
}

function frameOf(messages: readonly CapturedMessage[], protocol: number): Frame {
  const headers = messages.flatMap(({ header }) => header ?? []);
  const facts = (object: string) =>
    messages.flatMap((message) =>
      message.type === "object" && message.object === object ? [message.value as Facts] : [],
    );
  return {
    protocol,
    lengths: headers.map(({ length }) => length),
    types: headers.map(({ type }) => type),
    sequences: headers.map(({ sequence }) => sequence),
    portIds: headers.map(({ portId }) => portId),
    ifnames: facts("link").flatMap(({ ifname }) => ifname ?? []),
    mtus: facts("link").flatMap(({ mtu }) => mtu ?? []),
    oifs: facts("route").flatMap(({ oif }) => oif ?? []),
  };
}

/** Returns the packets of a capture as we read them. */
export function framesOfOurs(path: string): Frame[] {
  const { packets, error } = readCapture(readFileSync(path));
  if (error !== undefined) throw error;
  return packets.map((packet) => frameOf(decode([packet], [rtnetlink]), packet.protocol));
}
