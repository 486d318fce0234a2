import { FlowControl, type NetlinkObject } from "@rxnetlink/core";
import {
  type XfrmFamily,
  type XfrmGroup,
  type XfrmPolicy,
  type XfrmState,
  xfrm,
  xfrmGroups,
  xfrmPolicyObject,
  xfrmStateObject,
} from "@rxnetlink/xfrm";
import { Argument, Command } from "commander";
import { eventJson } from "../../../json.js";
import type { CommandedObject } from "../../../objects/commanded.js";
import { objectCommand } from "../../../objects/object-command.js";
import { listening, printLive } from "../../../print-live.js";
import { type CommonOptions, type Mode, withTransport } from "../../../session.js";
import { eventText } from "./event-text.js";
import { policyText, stateText } from "./texts.js";

/** Opens xfrm for one command, and closes it afterwards. */
const withXfrm = <T>(mode: Mode, netns: string | undefined, action: (ipsec: XfrmFamily) => Promise<T>) =>
  withTransport(mode, netns, (transport, options) => action(xfrm({ transport, ...options })));

const policies: CommandedObject = {
  name: "policy",
  nouns: ["policy", "policies"],
  definition: xfrmPolicyObject as unknown as CommandedObject["definition"],
  examples: ["dir=out", "dir=out index=9", "priority=5"],
  open: (mode, netns, action) =>
    withXfrm(mode, netns, ({ policy }) => action(policy as unknown as NetlinkObject<object>)),
  describe: (row) => policyText(row as XfrmPolicy),
};

const states: CommandedObject = {
  name: "state",
  nouns: ["state", "states"],
  definition: xfrmStateObject as unknown as CommandedObject["definition"],
  examples: ["proto=esp", "daddr=192.0.2.2 spi=0x1000 proto=esp", "lft.hardAddExpiresSeconds=60"],
  open: (mode, netns, action) =>
    withXfrm(mode, netns, ({ state }) => action(state as unknown as NetlinkObject<object>)),
  describe: (row) => stateText(row as XfrmState),
};

function monitor(groups: XfrmGroup[], { netns, json }: CommonOptions): Promise<void> {
  return withXfrm("listen", netns, async (ipsec) => {
    const flowControl = new FlowControl();
    const chosen = groups.length === 0 ? {} : { groups };
    await printLive(
      ipsec.events$({ ...chosen, flowControl, listening }),
      flowControl,
      json ? eventJson : eventText,
    );
  });
}

/** `rxnl xfrm`. */
export function xfrmCommand(): Command {
  const command = new Command("xfrm");
  command.addCommand(objectCommand(policies));
  command.addCommand(objectCommand(states));
  command
    .command("monitor")
    .description("print what the kernel reports until Ctrl-C")
    .addArgument(new Argument("[GROUP...]", "groups to listen to").choices(Object.keys(xfrmGroups)))
    .action((groups: XfrmGroup[], _: unknown, self: Command) => monitor(groups, self.optsWithGlobals()));
  return command;
}
