import { type IpSet, type IpSetElement, ipsetElement, ipsetMessages } from "@rxnetlink/netfilter/ipset";
import { assignmentText } from "../../../text/assignments.js";

/** Formats an element as the words that `rxnl ipset add` takes. */
export function elementText(element: object): string {
  return assignmentText(ipsetElement, element as IpSetElement);
}

/** Settings and facts that say how a set is kept, not what it is for. */
const INNER = ["hashsize", "bucketsize", "initval", "references", "memsize", "elements"];
/** Most elements of a set unless it is said. */
const MAXELEM = 65_536;

/** Formats a set as one line: as `rxnl ipset create` takes it. */
function settingsText({ setname, typename, family, data }: IpSet): string {
  const said = Object.entries(data).filter(
    ([key, value]) => !INNER.includes(key) && !(key === "maxelem" && value === MAXELEM),
  );
  const settings = assignmentText(ipsetMessages.layout, { family, data: Object.fromEntries(said) } as IpSet);
  return `${setname} ${typename} ${settings}`;
}

/** Formats a set, and each element on a line of its own. */
export function setText(set: IpSet): string[] {
  return [settingsText(set), ...(set.elements ?? []).map((element) => `  ${elementText(element)}`)];
}
