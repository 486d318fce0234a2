import { definitionOf, FlowControl, type NetlinkObject, type WatchEvent } from "@rxnetlink/core";
import { valueIn } from "../input/value-in.js";
import { differenceJson } from "../json.js";
import { chosenOf, type PrintOptions } from "../members.js";
import { listening, printLive } from "../print-live.js";
import { differenceText, resyncText } from "../text/state.js";
import { type Wording, wordingsOf } from "../text/wording.js";
import type { CommandedObject } from "./commanded.js";

/** Objects of one kind that are followed. */
class Followed {
  readonly #object: CommandedObject;
  readonly #verbs: NetlinkObject<object>;
  readonly members: readonly string[] | undefined;
  readonly #wording: Wording;

  constructor(object: CommandedObject, verbs: NetlinkObject<object>, options: PrintOptions) {
    this.#object = object;
    this.#verbs = verbs;
    this.members = chosenOf(options, new Map([[object.name, verbs]])).get(object.name);
    const wordings = wordingsOf(new Map([[object.name, verbs]]), new Map([[object.name, this.members]]));
    this.#wording = wordings.get(definitionOf(verbs).name)!;
  }

  readonly changeText = (event: WatchEvent<object>): string => {
    if (event.type === "synced") return `! ${event.size} ${this.#object.nouns[1]}; changes follow`;
    return event.type === "resync" ? resyncText(event) : differenceText(this.#wording, event);
  };

  readonly changeJson = (event: WatchEvent<object>): string => {
    if (event.type === "synced" || event.type === "resync") return JSON.stringify(event);
    const { current: _current, previous: _previous, ...rest } = event;
    return JSON.stringify({ ...rest, ...differenceJson(event, definitionOf(this.#verbs)) });
  };
}

/** Prints the objects that match, then each change, until interrupted. */
export async function watch(
  object: CommandedObject,
  verbs: NetlinkObject<object>,
  words: readonly string[],
  options: PrintOptions,
): Promise<void> {
  const match = valueIn(verbs, words);
  const followed = new Followed(object, verbs, options);
  const members = followed.members === undefined ? {} : { members: followed.members as never[] };
  const flowControl = new FlowControl();
  const events$ = verbs.watch$(match as never, { ...members, listening });
  await printLive(events$, flowControl, options.json === true ? followed.changeJson : followed.changeText);
}
