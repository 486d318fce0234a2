import type { Timed } from "../recording/recording-reader.js";
import type { Conversation } from "./conversation.js";
import { type Place, placeOf } from "./exchanges.js";
import { NotRecordedError } from "./not-recorded-error.js";

/** What one socket of the recording heard of some groups. */
export interface Source {
  readonly groups: ReadonlySet<number>;
  /** In milliseconds since it listened to them. */
  readonly notices: readonly Timed[];
}

function sourceOf({ listening, notices }: Conversation, groups: readonly number[]): Source {
  const start = Math.max(...groups.map((group) => listening.get(group) ?? 0));
  const since = notices.map(({ at, event }) => ({ at: at - start, event })).filter(({ at }) => at >= 0);
  return { groups: new Set(groups), notices: since };
}

const sameGroups = (one: readonly number[], other: readonly number[]) =>
  [...one].sort().join() === [...other].sort().join();

/** What the sockets of a recording heard without having asked. */
export class Notices {
  readonly #conversations: readonly Conversation[];
  readonly #used = new Set<Conversation>();

  constructor(conversations: readonly Conversation[]) {
    this.#conversations = conversations;
  }

  /**
   * What a socket with these groups hears: what one with the same groups has heard, the first time the first one and
   * so on; where there is none, what others have heard of each group.
   *
   * @throws NotRecordedError where nobody listened to one of them.
   */
  of(place: Place, groups: readonly number[]): Source[] {
    const here = this.#conversations.filter(({ socket }) => placeOf(socket) === placeOf(place));
    const same = here.filter(({ socket }) => sameGroups(socket.groups, groups));
    const next = same.find((one) => !this.#used.has(one)) ?? same.at(-1);
    if (next === undefined) return this.#each(place, here, groups);
    this.#used.add(next);
    return [sourceOf(next, groups)];
  }

  #each(place: Place, here: readonly Conversation[], groups: readonly number[]): Source[] {
    const shares = new Map<Conversation, number[]>();
    for (const group of groups) {
      const listener = here.find(({ listening }) => listening.has(group));
      if (listener === undefined) throw this.#unheard(place, here, group);
      shares.set(listener, [...(shares.get(listener) ?? []), group]);
    }
    return [...shares].map(([listener, share]) => sourceOf(listener, share));
  }

  #unheard(place: Place, here: readonly Conversation[], group: number): NotRecordedError {
    const heard = new Set(here.flatMap(({ listening }) => [...listening.keys()]));
    const texts = heard.size === 0 ? [] : [`the groups ${[...heard].sort((a, b) => a - b).join(", ")}`];
    return new NotRecordedError(`the multicast group ${group} of ${placeOf(place)}`, texts);
  }
}
