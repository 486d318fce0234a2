import { readFileSync } from "node:fs";
import { Command } from "commander";
import { monitorCommand } from "./monitor-command.js";
import { objectCommand } from "./object-command.js";
import { OBJECTS } from "./session.js";
import { watchCommand } from "./watch-command.js";

const EXAMPLES = `
Examples:
  rxnl link list linkinfo.kind=veth
  rxnl link add ifname=vx1 linkinfo.kind=vxlan linkinfo.data.vxlan.id=42
  rxnl address add index=2 local=192.0.2.1 prefixlen=24
  rxnl route get dst=192.0.2.7 --json
  rxnl link list --json | jq '.[] | select(.flags | index("up")) | .ifname'
  echo '{"ifname":"v0","linkinfo":{"kind":"veth"}}' | rxnl link add -
  rxnl monitor --netns blue`;

function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Makes options that every command takes known to it, wherever they stand. */
function withCommonOptions(command: Command): Command {
  command
    .exitOverride()
    .option("--json", "print JSON, in the form of toJson(): lists as one array, events one a line")
    .option("--netns <namespace>", "name, path or process id of the network namespace");
  for (const child of command.commands) withCommonOptions(child as Command);
  return command;
}

/** The command line of `rxnl`. */
export function program(): Command {
  const root = new Command("rxnl")
    .description("the kernel's links, addresses and routes, live and typed")
    .version(version())
    .addHelpText("after", EXAMPLES);
  for (const object of OBJECTS) root.addCommand(objectCommand(object));
  root.addCommand(monitorCommand());
  root.addCommand(watchCommand());
  return withCommonOptions(root);
}
