import { type IpSet, type IpSetElement, ipsetElement, ipsetMessages } from "@rxnetlink/netfilter/ipset";
import { assignmentText } from "../../assignment-text.js";

/** Formats an element as the words that `rxnl ipset add` takes. */
export function elementText(element: object): string {
  return assignmentText(ipsetElement, element as IpSetElement);
}

/** Formats a set as one line, as `rxnl ipset create` takes it. */
function settingsText({ setname, typename, family, revision, data }: IpSet): string {
  const settings = assignmentText(ipsetMessages.layout, { family, revision, data } as IpSet);
  return `${setname} ${typename} ${settings}`;
}

/** Formats a set, and each element on a line of its own. */
export function setText(set: IpSet): string[] {
  return [settingsText(set), ...(set.elements ?? []).map((element) => `  ${elementText(element)}`)];
}
