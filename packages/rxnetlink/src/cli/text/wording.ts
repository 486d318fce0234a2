import { definitionOf, type NetlinkObject, type ObjectDefinition, pick, toJson } from "@rxnetlink/core";
import { limitedTo } from "../members.js";
import { assignmentText } from "./assignments.js";
import { textOf } from "./objects.js";

/** Words for a kind of object. */
export interface Wording {
  /** Name of its command. */
  readonly command: string;
  /** Its name, padded if several kinds are printed. */
  readonly name: string;
  /** Counters and timers, which do not count as changes. */
  readonly volatile: ReadonlySet<string>;
  /** Formats one as one line. */
  describe(value: object): string;
  /** Formats what tells one from others, for a change of it. */
  identify(value: object): string;
  /** Returns one in the form of `toJson()`. */
  jsonOf(value: object): object;
}

/** Words for several kinds of objects, by the names that events have. */
export type Wordings = ReadonlyMap<string, Wording>;

/**
 * Returns words for kinds of objects.
 *
 * @param objects - By the names of their commands.
 * @param members - Members to print of each; those that it lacks are printed whole.
 */
export function wordingsOf(
  objects: ReadonlyMap<string, NetlinkObject<object>>,
  members: ReadonlyMap<string, readonly string[] | undefined> = new Map(),
): Wordings {
  const widest = Math.max(...[...objects.keys()].map(({ length }) => length));
  const wordingOf = (command: string, object: NetlinkObject<object>): Wording => {
    const definition = definitionOf(object) as ObjectDefinition<object>;
    const { layout, state, namedBy } = definition;
    const chosen = members.get(command);
    const own = chosen === undefined ? textOf(command) : undefined;
    const describe = own ?? ((value: object) => assignmentText(layout, limitedTo(chosen, value)));
    const named = (value: object) => assignmentText(layout, pick(value, ...((namedBy ?? []) as never[])));
    return {
      command,
      name: command.padEnd(widest),
      volatile: new Set(state?.volatile),
      describe,
      identify: own ?? ((value) => named(value) || describe(value)),
      jsonOf: (value) => toJson(definition, value) as object,
    };
  };
  return new Map(
    [...objects].map(([command, object]) => [definitionOf(object).name, wordingOf(command, object)]),
  );
}
