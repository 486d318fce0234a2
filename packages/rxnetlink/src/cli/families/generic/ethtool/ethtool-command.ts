import { toJson } from "@rxnetlink/core";
import type { Ethtool, LinkFeatures } from "@rxnetlink/generic/ethtool";
import { Command } from "commander";
import { lastValueFrom, type Observable } from "rxjs";
import { readAssignments } from "../../../input/assignments.js";
import { complain, print, shown } from "../../../output.js";
import type { CommonOptions } from "../../../session.js";
import { briefTerm } from "../../netfilter/brief-term.js";
import { monitor } from "./monitor.js";
import { showLink, showLinks } from "./show.js";
import { changeable, type Topic, withEthtool } from "./with-ethtool.js";

const SET_HELP = `
Settings are those that rxnl ethtool DEV prints, by the same names. Bits are
separated by commas, with a minus before those to clear.

Examples:
  rxnl ethtool set eth0 rings rx=512 tx=512
  rxnl ethtool set eth0 features wanted=rx-gro,-tx-tcp-segmentation
  rxnl ethtool set eth0 wol modes=magic`;

/** Says which features are not as they were asked for. */
function complainAbout({ wanted = {} }: LinkFeatures): void {
  for (const [name, state] of Object.entries(wanted))
    complain(`rxnl: warning: ${name} could not be turned ${state ? "on" : "off"}`);
}

/** Changes settings of a link. */
async function set(
  et: Ethtool,
  devName: string,
  name: string,
  words: string[],
  json: boolean,
): Promise<void> {
  const topic: Topic = changeable(et, name);
  const { verbs, definition } = topic;
  const value = { devName, ...readAssignments(definition.layout, words, "rx") } as never;
  if ("change$" in verbs) {
    await lastValueFrom(verbs.change$(value));
    return;
  }
  const replies = verbs as unknown as { set$(value: never): Observable<object> };
  const reply = await lastValueFrom(replies.set$(value));
  if (name === "features") complainAbout(reply as LinkFeatures);
  if (json) await shown(print(JSON.stringify(toJson(definition, reply))));
}

/** `rxnl ethtool`. */
export function ethtoolCommand(): Command {
  const command = new Command("ethtool")
    .argument("[dev]", "link, by its name")
    .configureHelp({ subcommandTerm: briefTerm })
    .action((dev: string | undefined, _: unknown, self: Command) => {
      const { netns, json = false } = self.optsWithGlobals<CommonOptions>();
      return withEthtool("request", netns, (et) =>
        dev === undefined ? showLinks(et, json) : showLink(et, dev, json),
      );
    });
  command
    .command("set <dev> <settings> <KEY=VALUE...>")
    .description("change settings of a link")
    .addHelpText("after", SET_HELP)
    .action((dev: string, name: string, words: string[], _: unknown, self: Command) => {
      const { netns, json = false } = self.optsWithGlobals<CommonOptions>();
      return withEthtool("request", netns, (et) => set(et, dev, name, words, json));
    });
  command
    .command("monitor")
    .description("print changes of settings until Ctrl-C")
    .action((_: unknown, self: Command) => {
      const { netns, json = false } = self.optsWithGlobals<CommonOptions>();
      return withEthtool("listen", netns, (et) => monitor(et, json));
    });
  return command;
}
