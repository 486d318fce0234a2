import { Command } from "commander";
import type { Program } from "./manual/man-command.js";

/** A command whose code is loaded only when it is named: the others start without it. */
interface LaterCommand {
  readonly name: string;
  readonly description: string;
  /** Loads its code; `program` makes the command line for some words. */
  load(program: Program): Promise<Command>;
}

const LATER: readonly LaterCommand[] = [
  {
    name: "audit",
    description: "print the state and the rules of audit, and events as they are recorded",
    load: async () => (await import("./families/events/audit/audit-command.js")).auditCommand(),
  },
  {
    name: "backup",
    description: "save the configuration of a namespace",
    load: async () => (await import("./objects/backup/backup-command.js")).backupCommand(),
  },
  {
    name: "capture",
    description: "write what the kernel reports, or what all processes say to it, into a file",
    load: async () => (await import("./capture/capture-command.js")).captureCommand(),
  },
  {
    name: "completion",
    description: "print a script by which bash, zsh or fish completes commands",
    load: async () => (await import("./completion/completion-command.js")).completionCommand(),
  },
  {
    name: "conntrack",
    description: "list, change, count and follow tracked connections",
    load: async () => (await import("./families/netfilter/conntrack-command.js")).conntrackCommand(),
  },
  {
    name: "decode",
    description: "print the messages of a capture: pcap, pcapng, hexadecimal or strace",
    load: async () => (await import("./capture/decode-command.js")).decodeCommand(),
  },
  {
    name: "devlink",
    description: "list what devices have beside links, and follow what changes",
    load: async () => (await import("./families/generic/devlink/devlink-command.js")).devlinkCommand(),
  },
  {
    name: "diff",
    description: "print what differs between a namespace and a file of rxnl backup",
    load: async () => (await import("./objects/backup/diff-command.js")).diffCommand(),
  },
  {
    name: "ethtool",
    description: "print, change and follow settings of links and devices",
    load: async () => (await import("./families/generic/ethtool/ethtool-command.js")).ethtoolCommand(),
  },
  {
    name: "explain",
    description: "draw the bytes of messages with the names of what they hold",
    load: async () => (await import("./explain/explain-command.js")).explainCommand(),
  },
  {
    name: "genl",
    description: "list families of generic netlink, and what they accept",
    load: async () => (await import("./families/generic/genl-command.js")).genlCommand(),
  },
  {
    name: "help",
    description: "explain a command: of an object its verbs, keys, examples and members",
    load: async () => (await import("./manual/help-command.js")).helpCommand(),
  },
  {
    name: "ipset",
    description: "list, create, change and test IP sets",
    load: async () => (await import("./families/netfilter/ipset/ipset-command.js")).ipsetCommand(),
  },
  {
    name: "man",
    description: "print the page of the manual about a command or an object, as roff",
    load: async (program) => (await import("./manual/man-command.js")).manCommand(program),
  },
  {
    name: "monitor",
    description: "print what changes, with old and new values, until Ctrl-C",
    load: async () => (await import("./live/monitor/monitor-command.js")).monitorCommand(),
  },
  {
    name: "nflog",
    description: "print packets that rules log to a group until Ctrl-C",
    load: async () => (await import("./families/netfilter/nflog-command.js")).nflogCommand(),
  },
  {
    name: "nfqueue",
    description: "print packets that rules queue, with one verdict for all, until Ctrl-C",
    load: async () => (await import("./families/netfilter/nfqueue-command.js")).nfqueueCommand(),
  },
  {
    name: "nft",
    description: "list, check, apply, monitor and trace rulesets of nftables",
    load: async () => (await import("./families/netfilter/nft/nft-command.js")).nftCommand(),
  },
  {
    name: "objects",
    description: "print the objects that are commands, and their verbs",
    load: async () => (await import("./objects/object-commands.js")).objectsCommand(),
  },
  {
    name: "proc",
    description: "print what processes do until Ctrl-C",
    load: async () => (await import("./families/events/proc-command.js")).procCommand(),
  },
  {
    name: "rdma",
    description: "list, create and follow RDMA devices, and list their resources",
    load: async () => (await import("./families/protocols/rdma-command.js")).rdmaCommand(),
  },
  {
    name: "replay",
    description: "print what a capture or a recording holds as monitor and watch would have",
    load: async () => (await import("./capture/replay-command.js")).replayCommand(),
  },
  {
    name: "restore",
    description: "bring a namespace to what a file of rxnl backup holds",
    load: async () => (await import("./objects/backup/restore-command.js")).restoreCommand(),
  },
  {
    name: "report",
    description: "print versions, privileges and what the kernel answers, for a bug report",
    load: async () => (await import("./report/report-command.js")).reportCommand(),
  },
  {
    name: "ss",
    description: "list sockets, destroy them, and print those that end",
    load: async () => (await import("./families/protocols/diag/ss-command.js")).ssCommand(),
  },
  {
    name: "top",
    description: "print what links receive and send a second, until Ctrl-C",
    load: async () => (await import("./live/top/top-command.js")).topCommand(),
  },
  {
    name: "uevent",
    description: "print what happens to devices until Ctrl-C",
    load: async () => (await import("./families/events/uevent-command.js")).ueventCommand(),
  },
  {
    name: "watch",
    description: "show what there is and what changes, as a screen on a terminal",
    load: async () => (await import("./live/watch/watch-command.js")).watchCommand(),
  },
  {
    name: "web",
    description: "serve a page that shows namespaces and their links live, until Ctrl-C",
    load: async () => (await import("./live/web/web-command.js")).webCommand(),
  },
  {
    name: "wg",
    description: "show, configure and watch WireGuard devices",
    load: async () => (await import("./families/generic/wg/wg-command.js")).wgCommand(),
  },
  {
    name: "wifi",
    description: "list wireless links, scan, and follow what happens",
    load: async () => (await import("./families/generic/wifi/wifi-command.js")).wifiCommand(),
  },
  {
    name: "xfrm",
    description: "list and delete policies and states of IPsec, and follow what happens",
    load: async () => (await import("./families/protocols/xfrm/xfrm-command.js")).xfrmCommand(),
  },
  {
    name: "ynl",
    description: "speak to any family as a description in YAML says, or print it as TypeScript",
    load: async () => (await import("./families/generic/ynl-command.js")).ynlCommand(),
  },
];

/** Returns the commands of other families, complete if the words name them. */
export function laterCommands(words: readonly string[], program: Program): Promise<Command[]> {
  return Promise.all(
    LATER.map(async ({ name, description, load }) => {
      const command = words.includes(name) ? await load(program) : new Command(name);
      return command.description(description);
    }),
  );
}
