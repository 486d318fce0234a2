import { definitionOf, type NetlinkObject, type ObjectDefinition } from "@rxnetlink/core";
import { type Ethtool, ethtool } from "@rxnetlink/generic/ethtool";
import { UsageError } from "../../../input/usage-error.js";
import { type Mode, withTransport } from "../../../session.js";

/** Opens ethtool for one command, and closes it afterwards. */
export function withEthtool<T>(
  mode: Mode,
  netns: string | undefined,
  action: (et: Ethtool) => Promise<T>,
): Promise<T> {
  return withTransport(mode, netns, (transport, options) => action(ethtool({ transport, ...options })));
}

/** A topic of ethtool. */
export interface Topic {
  /** Name: `"rings"`. */
  readonly name: string;
  readonly verbs: NetlinkObject<object>;
  readonly definition: ObjectDefinition<object>;
}

/** Returns the topics that have a verb. */
export function topicsOf(et: Ethtool, verb: string): Topic[] {
  return Object.entries(et).flatMap(([name, verbs]) => {
    if (typeof verbs !== "object" || verbs === et.connection || !(verb in verbs)) return [];
    return [
      {
        name,
        verbs: verbs as NetlinkObject<object>,
        definition: definitionOf(verbs as NetlinkObject<object>),
      },
    ];
  });
}

/**
 * Returns the topic of a name.
 *
 * @throws UsageError if it cannot be changed.
 */
export function changeable(et: Ethtool, name: string): Topic {
  const all = [...topicsOf(et, "change$"), ...topicsOf(et, "set$")];
  const found = all.find((topic) => topic.name === name);
  if (found !== undefined) return found;
  throw new UsageError(`${name}: no such settings; there are ${all.map((topic) => topic.name).join(", ")}`);
}
