import { Command } from "commander";

/** A command whose code is loaded only when it is named: the others start without it. */
interface LaterCommand {
  readonly name: string;
  readonly description: string;
  /** Loads its code. */
  load(): Promise<Command>;
}

const LATER: readonly LaterCommand[] = [
  {
    name: "conntrack",
    description: "list, change, count and follow tracked connections",
    load: async () => (await import("./netfilter/conntrack-command.js")).conntrackCommand(),
  },
  {
    name: "ipset",
    description: "list, create, change and test IP sets",
    load: async () => (await import("./netfilter/ipset/ipset-command.js")).ipsetCommand(),
  },
  {
    name: "nflog",
    description: "print packets that rules log to a group until Ctrl-C",
    load: async () => (await import("./netfilter/nflog-command.js")).nflogCommand(),
  },
  {
    name: "nfqueue",
    description: "print packets that rules queue, with one verdict for all, until Ctrl-C",
    load: async () => (await import("./netfilter/nfqueue-command.js")).nfqueueCommand(),
  },
  {
    name: "nft",
    description: "list, check, apply, monitor and trace rulesets of nftables",
    load: async () => (await import("./netfilter/nft/nft-command.js")).nftCommand(),
  },
];

/** Returns the commands of other families, complete if the words name them. */
export function laterCommands(words: readonly string[]): Promise<Command[]> {
  return Promise.all(
    LATER.map(async ({ name, description, load }) => {
      const command = words.includes(name) ? await load() : new Command(name);
      return command.description(description);
    }),
  );
}
