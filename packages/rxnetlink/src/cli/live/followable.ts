import {
  type Connection,
  definitionOf,
  type FlowControl,
  type NamespaceRef,
  type NetlinkObject,
  type Transport,
  type Verb,
} from "@rxnetlink/core";
import {
  boundObjectsOf,
  didYouMean,
  listed,
  type StateTracker,
  track,
  trackableOf,
} from "@rxnetlink/core/internal";
import { UsageError } from "../input/usage-error.js";
import { FAMILIES, type Opener } from "../objects/families.js";
import { nowhere } from "../objects/objects-of.js";
import { OWN, placeOf, prefixOf } from "../objects/place.js";
import { OBJECTS, objectOf, openSession, type Session } from "../session.js";

/** Objects over one connection, by the names of their commands. */
export interface Followable {
  readonly connection: Connection;
  readonly objects: ReadonlyMap<string, NetlinkObject<object>>;
}

/** Opens objects that are followed: those of each family over one connection. */
export type OpenFollowable = (
  transport: Transport,
  options: { readonly namespace?: NamespaceRef },
) => Followable[];

/** Returns the objects that commands start with. */
export const followableOf = (nl: Session): Followable => ({
  connection: nl.connection,
  objects: new Map(OBJECTS.map((name) => [name, objectOf(nl, name)])),
});

/** Returns the objects of a family that have one of some verbs, by the names of their commands. */
function objectsWith(family: string, opened: object, verbs: readonly Verb[]) {
  const objects = boundObjectsOf(opened).map(([path, one]) => [prefixOf(family) + path, one] as const);
  return new Map(objects.filter(([, one]) => definitionOf(one).verbs.some((verb) => verbs.includes(verb))));
}

function refusal(name: string, known: readonly string[]): UsageError {
  const hint = didYouMean(name, known) ?? `objects: ${listed(known)}`;
  return new UsageError(`${name}: no such object to follow (${hint})`);
}

/** Returns the family that a word stands for, if it is all of one. */
const familyOf = (word: string) => (word !== OWN && Object.hasOwn(FAMILIES, word) ? word : undefined);

/** Opens some objects of a family; all that have one of the verbs if none is named. */
async function opensFamily(
  family: string,
  words: readonly string[],
  verbs: readonly Verb[],
): Promise<OpenFollowable> {
  const load = Object.hasOwn(FAMILIES, family) ? FAMILIES[family]! : undefined;
  if (load === undefined) throw refusal(words[0]!, Object.keys(FAMILIES));
  const open: Opener = await load();
  const known = objectsWith(family, open({ transport: nowhere }), verbs);
  const names = words.flatMap((word) =>
    word === family && family !== OWN ? [...known.keys()] : [prefixOf(family) + placeOf(word)[1]],
  );
  const wrong = names.find((name) => !known.has(name));
  if (wrong !== undefined || names.length === 0) throw refusal(wrong ?? family, [...known.keys()]);
  return (transport, options) => {
    const opened = open({ transport, ...options }) as { readonly connection: Connection };
    const all = objectsWith(family, opened, verbs);
    return [{ connection: opened.connection, objects: new Map(names.map((name) => [name, all.get(name)!])) }];
  };
}

/**
 * Returns what opens the objects that words name: objects, or families for all of theirs; links, addresses and routes if
 * there are no words.
 *
 * @param verbs - Verbs, one of which they need.
 * @throws UsageError if there is no such object.
 */
export async function opensFollowable(
  words: readonly string[],
  verbs: readonly Verb[],
): Promise<OpenFollowable> {
  if (words.length === 0) return (transport, options) => [followableOf(openSession(transport, options))];
  const families = byFamily(words);
  const opens = await Promise.all([...families].map(([family, own]) => opensFamily(family, own, verbs)));
  return (transport, options) => opens.flatMap((open) => open(transport, options));
}

/** Returns words by the families that they name. */
function byFamily(words: readonly string[]): Map<string, string[]> {
  const families = new Map<string, string[]>();
  for (const word of words) {
    const family = familyOf(word) ?? placeOf(word)[0];
    families.set(family, [...(families.get(family) ?? []), word]);
  }
  return families;
}

/** Members of the objects that are followed; `undefined` are all. */
export type Followed = ReadonlyMap<string, readonly string[] | undefined>;

/** Tracks objects at one revision: all, or those that are followed, of which it keeps just some members. */
export function stateOf(
  { connection, objects }: Followable,
  flowControl?: FlowControl,
  followed: Followed = new Map([...objects.keys()].map((name) => [name, undefined])),
): StateTracker<object> {
  const tracked = [...followed].map(([name, members]) => {
    const { definition, source } = trackableOf(objects.get(name)!);
    return { definition, source: { ...source, ...(members && { members: new Set(members) }) } };
  });
  return track(connection, tracked, flowControl);
}
