import type { Timed } from "../recording/recording-reader.js";
import type { Conversation } from "./conversation.js";
import { NotRecordedError } from "./not-recorded-error.js";
import { type Endpoint, endpointText } from "./recorded-requests.js";

/** An event that belongs to no request. */
export interface UnsolicitedEvent extends Timed {
  /** Time of recording, in milliseconds since 1970. */
  readonly time: number;
}

/** The events of some groups on one socket of the recording. */
export interface GroupEvents {
  readonly groups: ReadonlySet<number>;
  /** Events in milliseconds since it joined the groups. */
  readonly unsolicited: readonly UnsolicitedEvent[];
}

function groupEventsOf(
  { listening, socket: { opened }, unsolicited }: Conversation,
  groups: readonly number[],
): GroupEvents {
  const start = Math.max(...groups.map((group) => listening.get(group) ?? 0));
  const since = unsolicited
    .map(({ at, event }) => ({ at: at - start, event, time: opened + at }))
    .filter(({ at }) => at >= 0);
  return { groups: new Set(groups), unsolicited: since };
}

const sameGroups = (one: readonly number[], other: readonly number[]) =>
  [...one].sort().join() === [...other].sort().join();

/** The events of a recording that belong to no request. */
export class UnsolicitedEvents {
  readonly #conversations: readonly Conversation[];
  readonly #used = new Set<Conversation>();

  constructor(conversations: readonly Conversation[]) {
    this.#conversations = conversations;
  }

  /**
   * Returns the events for a socket with these groups: those of a recorded socket with the same groups, each in turn; if
   * there is none, those of other sockets for each group.
   *
   * @throws NotRecordedError if no socket listened to one of the groups.
   */
  of(endpoint: Endpoint, groups: readonly number[]): GroupEvents[] {
    const here = this.#conversations.filter(({ socket }) => endpointText(socket) === endpointText(endpoint));
    const same = here.filter(({ socket }) => sameGroups(socket.groups, groups));
    const next = same.find((one) => !this.#used.has(one)) ?? same.at(-1);
    if (next === undefined) return this.#each(endpoint, here, groups);
    this.#used.add(next);
    return [groupEventsOf(next, groups)];
  }

  #each(endpoint: Endpoint, here: readonly Conversation[], groups: readonly number[]): GroupEvents[] {
    const shares = new Map<Conversation, number[]>();
    for (const group of groups) {
      const listener = here.find(({ listening }) => listening.has(group));
      if (listener === undefined) throw this.#missing(endpoint, here, group);
      shares.set(listener, [...(shares.get(listener) ?? []), group]);
    }
    return [...shares].map(([listener, share]) => groupEventsOf(listener, share));
  }

  #missing(endpoint: Endpoint, here: readonly Conversation[], group: number): NotRecordedError {
    const recorded = new Set(here.flatMap(({ listening }) => [...listening.keys()]));
    const texts = recorded.size === 0 ? [] : [`the groups ${[...recorded].sort((a, b) => a - b).join(", ")}`];
    return new NotRecordedError(`the multicast group ${group} of ${endpointText(endpoint)}`, texts);
  }
}
