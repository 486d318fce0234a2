import { FlowControl, type NetlinkNotification, toJson } from "@rxnetlink/core";
import type { Ethtool } from "@rxnetlink/generic/ethtool";
import { merge, type Observable } from "rxjs";
import { listening, printLive } from "../../../print-live.js";
import { gapText, isGap } from "../../../text/gap.js";
import { settingsText } from "./text.js";
import { type Topic, topicsOf } from "./with-ethtool.js";

/** Topics whose notifications need more than their bytes: the names of bits. */
const NAMED: readonly string[] = ["features", "privFlags"];

type Notification = NetlinkNotification<object>;

/** Prints what changes until interrupted. */
export async function monitor(et: Ethtool, json: boolean): Promise<void> {
  const flowControl = new FlowControl();
  const topics = topicsOf(et, "notifications$");
  const named = topics.filter(({ name }) => NAMED.includes(name));
  const others = topics.filter(({ name }) => !NAMED.includes(name)).map(({ definition }) => definition);
  let closed = named.length + 1;
  const options = { listening: () => void (--closed === 0 && listening()), flowControl };
  const all$: Observable<Notification> = merge(
    et.connection.notifications$(others, options),
    ...named.map(({ verbs }) => verbs.notifications$(options)),
  );
  const topicOf = (object: string) => topics.find(({ definition }) => definition.name === object)!;
  await printLive(all$, flowControl, (event) => (json ? jsonOf(event, topicOf) : lineOf(event, topicOf)));
}

type TopicOf = (object: string) => Topic;

function lineOf(event: Notification, topicOf: TopicOf): string {
  if (isGap(event)) return gapText(event);
  const { devName } = event.value as { devName: string };
  return `${devName} ${event.object} ${settingsText(topicOf(event.object), event.value)}`;
}

function jsonOf(event: Notification, topicOf: TopicOf): string {
  if (event.type === "malformed") return JSON.stringify({ type: event.type, message: event.error.message });
  if (!("value" in event)) return JSON.stringify(event);
  return JSON.stringify({ ...event, value: toJson(topicOf(event.object).definition, event.value) });
}
