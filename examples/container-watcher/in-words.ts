// Events as lines for people.

import type { ContainerEvent } from "./events.js";
import type { End } from "./pairs.js";

const nameOf = ({ namespace, ifname }: End): string => `${namespace}/${ifname}`;

/** Returns an event as a line. */
export function inWords(event: ContainerEvent): string {
  switch (event.type) {
    case "namespaceAdded":
      return `+ namespace ${event.namespace}`;
    case "namespaceRemoved":
      return `- namespace ${event.namespace}`;
    case "linkAdded":
      return `+ ${nameOf(event)} (${event.kind})`;
    case "linkRemoved":
      return `- ${nameOf(event)} (${event.kind})`;
    case "linkRenamed":
      return `~ ${event.namespace}/${event.before} is now ${nameOf(event)}`;
    case "attached":
      return `> ${nameOf(event)} is a port of ${event.bridge}`;
    case "detached":
      return `< ${nameOf(event)} has left ${event.bridge}`;
    case "addressAdded":
      return `+ ${event.address} on ${nameOf(event)}`;
    case "addressRemoved":
      return `- ${event.address} on ${nameOf(event)}`;
    case "paired":
      return `= ${event.ends.map(nameOf).join(" is joined to ")}`;
    case "unpaired":
      return `| ${event.ends.map(nameOf).join(" is no longer joined to ")}`;
  }
}
