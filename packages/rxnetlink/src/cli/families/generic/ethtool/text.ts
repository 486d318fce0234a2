import { toJson } from "@rxnetlink/core";
import type { LinkFeatures } from "@rxnetlink/generic/ethtool";
import { wrapped } from "../../../text/width.js";
import type { Topic } from "./with-ethtool.js";

const WIDTH = 80;
const COLUMN = 14;
/** Members that all topics have. */
const OF_LINK: readonly string[] = ["devIndex", "devName"];

type Members = Readonly<Record<string, unknown>>;

const isSwitches = (value: Members) => Object.values(value).every((state) => typeof state === "boolean");

/** Formats bits as their names, with a minus before those that are clear. */
const bitsText = (bits: Members) =>
  Object.entries(bits)
    .map(([name, state]) => (state ? name : `-${name}`))
    .join(" ");

function valueText(value: unknown): string {
  if (value === true) return "on";
  if (value === false) return "off";
  if (Array.isArray(value)) return value.map(valueText).join(" ");
  if (typeof value !== "object" || value === null) return String(value);
  if (Object.keys(value).length === 0) return "none";
  return isSwitches(value as Members) ? bitsText(value as Members) : `{ ${membersText(value as Members)} }`;
}

/** Formats members as `name value` with commas in between. */
function membersText(value: Members): string {
  return Object.entries(value)
    .filter(([key, member]) => !OF_LINK.includes(key) && member !== undefined)
    .map(([key, member]) => `${key} ${valueText(member)}`.trim())
    .join(", ");
}

/** Features that are on, and those that could be turned on. */
function featureLines({ hw = {}, active = {} }: LinkFeatures): string[] {
  const on = Object.keys(active).filter((name) => active[name]);
  const off = Object.keys(hw).filter((name) => hw[name] && !active[name]);
  return [`on ${on.join(" ")}`, ...(off.length > 0 ? [`off ${off.join(" ")}`] : [])];
}

/** Formats the settings of one topic, without the link. */
function settingsLines({ name, definition }: Topic, value: object): string[] {
  if (name === "features") return featureLines(value as LinkFeatures);
  return [membersText(toJson(definition, value) as Members)];
}

/** Formats the settings of one topic as one line. */
export const settingsText = (topic: Topic, value: object) => settingsLines(topic, value).join(", ");

/** Formats the settings of one topic in a column beside its name. */
export function topicText(topic: Topic, value: object): string {
  const lines = settingsLines(topic, value).map((text, index) => {
    const line = `  ${(index === 0 ? topic.name : "").padEnd(COLUMN)}${text}`;
    return wrapped(line, WIDTH, index === 0 ? " ".repeat(COLUMN) : "");
  });
  return lines.join("\n");
}
