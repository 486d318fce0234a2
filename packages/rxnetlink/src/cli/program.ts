import { readFileSync } from "node:fs";
import { Command } from "commander";
import { laterCommands } from "./later-commands.js";
import { objectCommand } from "./objects/object-command.js";
import { routeCommands } from "./objects/route-commands.js";

const EXAMPLES = `
Examples:
  rxnl link list linkinfo.kind=veth
  rxnl link add ifname=vx1 linkinfo.kind=vxlan linkinfo.data.vxlan.id=42
  rxnl address add index=eth0 local=192.0.2.1/24
  rxnl route add dst=198.51.100.0/24 gateway=192.0.2.254
  rxnl route get dst=192.0.2.7 --json
  rxnl link list --json | jq '.[] | select(.flags | index("up")) | .ifname'
  echo '{"ifname":"v0","linkinfo":{"kind":"veth"}}' | rxnl link add -
  rxnl monitor --netns blue
  rxnl nflog 5
  rxnl ss -tlp sport = :https
  rxnl conntrack list tupleOrig.proto.num=tcp
  rxnl ipset add blocked ip=192.0.2.0/24 timeout=600
  rxnl wg set wg0 listen-port 51820 private-key /etc/wireguard/key
  rxnl wg watch wg0
  rxnl uevent --subsystem block,usb
  rxnl proc --kinds exec,nonzeroExit
  rxnl nft list --json | rxnl nft check -
  rxnl nft monitor family=inet
  rxnl ynl netdev.yaml --dump dev-get
  rxnl decode netlink.pcap --filter type=refusal

Every other object is a command too: rxnl objects prints their names.
  rxnl rule list
  rxnl mptcp.endpoint add addr.addr4=192.0.2.1 addr.flags=signal`;

function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Adds the common options to a command and all its subcommands, so that they may stand anywhere. */
function withCommonOptions(command: Command): Command {
  command
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, "rxnl:")) })
    .option("--json", "print JSON in the form of toJson(): lists as an array, events one per line")
    .option("--netns <namespace>", "network namespace: name, path or process id");
  for (const child of command.commands) withCommonOptions(child as Command);
  return command;
}

/** Returns the word that names the command: the first that is neither an option nor the value of one, nor `help`. */
const commandIn = (words: readonly string[]): string | undefined =>
  words.find((word, index) => !/^(-|help$|man$)/.test(word) && words[index - 1] !== "--netns");

/** The command line of `rxnl`, for the words after its name. */
export async function program(words: readonly string[]): Promise<Command> {
  const root = new Command("rxnl")
    .description("List, change and watch the network state of the Linux kernel.")
    .version(version())
    .helpCommand(false)
    .addHelpText("after", EXAMPLES);
  for (const object of routeCommands) root.addCommand(objectCommand(object));
  for (const command of await laterCommands(words, program)) root.addCommand(command);
  if (words[0] === "complete") {
    const { completeCommand } = await import("./completion/completion-command.js");
    root.addCommand(completeCommand(program), { hidden: true });
  }
  const names = root.commands.map((command) => command.name());
  const word = commandIn(words);
  if (word !== undefined && !names.includes(word)) {
    const { namedCommand } = await import("./objects/object-commands.js");
    root.addCommand(await namedCommand(word, names), { hidden: true });
  }
  return withCommonOptions(root);
}
