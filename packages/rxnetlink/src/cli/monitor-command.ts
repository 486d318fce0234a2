import { definitionOf, FlowControl, type NetlinkNotification } from "@rxnetlink/core";
import { backpressure, pauseSource } from "@rxnetlink/core/operators";
import { Command } from "commander";
import { lastValueFrom } from "rxjs";
import { notificationJson } from "./json.js";
import { untilInterrupted } from "./live.js";
import { print } from "./output.js";
import { type CommonOptions, OBJECTS, objectOf, withRtnetlink } from "./session.js";
import { describe } from "./text.js";

/** Formats a notification as one line. */
function notificationText(notification: NetlinkNotification<object>): string {
  if (notification.type === "overrun") return "! events were lost: the receive buffer overflowed";
  if (notification.type === "drained") return "! events are complete again from here on";
  if (notification.type === "malformed") return `! ${notification.error.message}`;
  const { type: event, object, value } = notification;
  return `${event === "new" ? "+" : "-"} ${object.padEnd(7)} ${describe(object, value)}`;
}

async function monitor({ netns, json }: CommonOptions): Promise<void> {
  await withRtnetlink("listen", netns, async (nl) => {
    const flowControl = new FlowControl();
    const show = (event: NetlinkNotification<object>) =>
      print(json ? notificationJson(event) : notificationText(event));
    const definitions = OBJECTS.map((name) => definitionOf(objectOf(nl, name)));
    const listening = () => console.error("listening");
    const events$ = nl.connection.notifications$(definitions, { listening, flowControl });
    await lastValueFrom(events$.pipe(backpressure(show, pauseSource(flowControl)), untilInterrupted), {
      defaultValue: undefined,
    });
  });
}

/** `rxnl monitor`. */
export function monitorCommand(): Command {
  return new Command("monitor")
    .description("print notifications about links, addresses and routes until Ctrl-C")
    .action((_: unknown, self: Command) => monitor(self.optsWithGlobals()));
}
