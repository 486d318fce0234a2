import type { BackupRow, BackupStep, ChangeObject } from "@rxnetlink/backup";
import { isRecord } from "@rxnetlink/core/internal";
import { changeText } from "../../text/changed.js";
import { leavesOf } from "../../text/leaves.js";
import { signed } from "../../text/signed.js";
import { setChanges, setSummary } from "./set-text.js";
import { tableChanges, tableSummary } from "./table-text.js";

/** Signs of steps, as in a patch that restoring applies. */
const SIGNS = { add: "+", change: "~", delete: "-" } as const;

/** Members by which objects that come or go are described, by section. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  link: ["linkinfo.kind", "link", "master", "mtu"],
  nexthop: ["gateway", "oif", "blackhole"],
  route: ["type", "gateway", "oif", "nhId", "prefsrc"],
  rule: ["src", "dst", "fwmark", "iifname", "oifname", "action", "table"],
  neighbour: ["lladdr", "flags"],
  fdb: ["dst", "vlan", "master"],
  class: ["options.htb.parms.rate.rate", "options.htb.parms.ceil.rate"],
  addrlabel: ["label"],
  xfrmState: ["mode", "reqid"],
  xfrmPolicy: ["action", "priority", "ifId"],
  mptcpEndpoint: ["addr.flags", "addr.ifIdx"],
};

/** What is said of objects that hold many others, by section. */
interface Wholes {
  /** Returns what one holds, in words. */
  summary(row: BackupRow): string;
  /** Returns what it loses and gains, in lines. */
  changes(previous: BackupRow, current: BackupRow): string[];
}
const WHOLES: Readonly<Record<string, Wholes>> = {
  nftables: { summary: tableSummary, changes: tableChanges },
  ipset: { summary: setSummary, changes: setChanges },
};

/** Values that go without saying. */
const USUAL: ReadonlySet<string> = new Set(["", "unicast", "toTbl", "0"]);

function described(section: string, row: BackupRow): string {
  const whole = WHOLES[section];
  if (whole !== undefined) return whole.summary(row);
  const leaves = new Map(leavesOf(row));
  const shown = (SHOWN[section] ?? []).filter((path) => !USUAL.has(String(leaves.get(path) ?? "")));
  const textOf = (path: string) =>
    [leaves.get(path), leaves.get(`${path}Len`)].filter((part) => part !== undefined);
  return shown.map((path) => `${path.split(".").at(-1)} ${textOf(path).join("/")}`).join(" ");
}

/** Most members that are shown one by one. */
const FEW = 3;

/** Formats a value that has members as these, or as their number. */
function brief(value: unknown): unknown {
  if (!isRecord(value)) return Array.isArray(value) && value.some(isRecord) ? JSON.stringify(value) : value;
  const leaves = [...leavesOf(value)];
  if (leaves.length > FEW) return `${leaves.length} members`;
  return leaves.map(([path, leaf]) => `${path} ${leaf}`).join(" ");
}

function changedLines({ section, previous, current, changes }: ChangeObject): string[] {
  const texts = () => changes.map((one) => changeText(one.path, brief(one.previous), brief(one.current)));
  return WHOLES[section]?.changes(previous, current) ?? texts();
}

/** Formats a step in lines, the first with its sign; one change stands beside what it is of, several below. */
export function stepLines(step: BackupStep): string[] {
  const { type, section, subject } = step;
  const head = `${SIGNS[type]} ${section} ${subject}`;
  if (type !== "change") {
    const words = described(section, type === "add" ? step.current : step.previous);
    return [signed(words === "" ? head : `${head}: ${words}`)];
  }
  const changes = changedLines(step);
  if (WHOLES[section] === undefined && changes.length === 1) return [signed(`${head}: ${changes[0]}`)];
  return [signed(head), ...changes.map((line) => `    ${signed(line)}`)];
}
