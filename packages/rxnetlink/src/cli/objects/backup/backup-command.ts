import { release } from "node:os";
import { backup$, backupSections } from "@rxnetlink/backup";
import { didYouMean } from "@rxnetlink/core/internal";
import { Command } from "commander";
import { lastValueFrom } from "rxjs";
import { commaWords } from "../../input/comma-words.js";
import { UsageError } from "../../input/usage-error.js";
import { complain } from "../../output.js";
import type { CommonOptions } from "../../session.js";
import { nounsOf } from "../../text/nouns.js";
import { wrapped } from "../../text/width.js";
import { complainOf, writeBackup } from "./file.js";
import { withConnections } from "./with-connections.js";

const HELP = `
Saves what requests could set again, with names of links for their indices.
State is left out: counters, what was learnt, and what the kernel makes of the
rest. What is configuration and cannot be saved is named on standard error, and
in the file. Keys are not saved, unless with --keys: whoever reads that file can
then read the traffic. Sections, in the order in which they are restored:
${wrapped(`  ${backupSections.join(", ")}`, 78, "  ")}

Examples:
  rxnl backup net.json
  rxnl backup --netns blue --sections link,address,route | gzip >blue.gz
  rxnl backup | rxnl diff - --netns blue`;

interface BackupCommandOptions extends CommonOptions {
  readonly sections?: readonly string[];
  readonly keys?: boolean;
}

function sectionsIn(text: string): string[] {
  const names = commaWords(text);
  const wrong = names.find((name) => !backupSections.includes(name));
  if (wrong === undefined) return names;
  throw new UsageError(
    `${wrong} is no section (${didYouMean(wrong, backupSections) ?? `one of ${backupSections.join(", ")}`})`,
  );
}

/** What sections hold, where it is not named after them. */
const NOUNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  linkprop: ["alternative name", "alternative names"],
  bridgeVlan: ["bridge VLAN", "bridge VLANs"],
  tunnel: ["VNI", "VNIs"],
  mdb: ["multicast group", "multicast groups"],
  addrlabel: ["address label", "address labels"],
  mptcpEndpoint: ["MPTCP endpoint", "MPTCP endpoints"],
  xfrmState: ["IPsec state", "IPsec states"],
  xfrmPolicy: ["IPsec policy", "IPsec policies"],
  ipset: ["IP set", "IP sets"],
  fdb: ["forwarding entry", "forwarding entries"],
  nftables: ["nftables table", "nftables tables"],
};

/** Settings, which are always there. */
const SETTINGS: ReadonlySet<string> = new Set(["mptcpLimits", "xfrmDefault"]);

function counted(sections: Readonly<Record<string, readonly unknown[]>>): string {
  const objects = Object.entries(sections).filter(([name]) => !SETTINGS.has(name));
  const parts = objects.map(([name, { length }]) => {
    const [one, many] = NOUNS[name] ?? nounsOf(name);
    return length === 0 ? "" : `${length} ${length === 1 ? one : many}`;
  });
  return parts.filter((part) => part !== "").join(", ") || "nothing";
}

async function save(file: string, given: BackupCommandOptions): Promise<void> {
  const { netns, json = false, sections, keys = false } = given;
  const options = { kernel: release(), keys, ...(sections && { sections }) };
  const saved = await withConnections(netns, (all) => lastValueFrom(backup$(all, options)));
  await writeBackup(file, saved, json);
  complainOf(saved.notes);
  if (file !== "-") complain(`saved ${counted(saved.sections)}`);
}

/** `rxnl backup`. */
export function backupCommand(): Command {
  return new Command("backup")
    .argument("[FILE]", "file to write; - is standard output", "-")
    .option("--sections <names>", "sections to save, separated by commas; all by default", sectionsIn)
    .option("--keys", "save what holds keys too: the states of IPsec")
    .addHelpText("after", HELP)
    .action((file: string, _: unknown, self: Command) => save(file, self.optsWithGlobals()));
}
