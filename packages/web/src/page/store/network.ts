import { computed, signal } from "@preact/signals";
import type { LinkView } from "../../wire/link-view.js";
import type {
  Beginning,
  Difference,
  Happening,
  NamespaceView,
  Rate,
  RateFrame,
  Snapshot,
} from "../../wire/state.js";

/** What is shown of a time. */
export interface Shown {
  readonly time: number;
  readonly namespaces: readonly NamespaceView[];
  readonly links: ReadonlyMap<string, LinkView>;
  /** Rates of the last minute. */
  readonly frames: readonly RateFrame[];
}

/** Most happenings and frames of rates that are kept. */
const MOST = { happenings: 5000, frames: 60 };

/** The network as it is now; `undefined` until it is known. */
export const now = signal<Shown | undefined>();
/** What happened, the earliest first. */
export const happenings = signal<readonly Happening[]>([]);
/** Time of the earliest state that is remembered. */
export const since = signal(0);
/** True if a recording is shown. */
export const isRecorded = signal(false);
/** Ids of the links that have come last, which are set off for a moment. */
export const fresh = signal<ReadonlySet<string>>(new Set());
/** The network at an earlier time; `undefined` while the present is shown. */
export const past = signal<Shown | undefined>();

/** The network that is shown. */
const shown = computed(() => past.value ?? now.value);
/** Links that are shown, by id. */
export const links = computed<ReadonlyMap<string, LinkView>>(() => shown.value?.links ?? new Map());

const NONE: readonly NamespaceView[] = [];
/** Namespaces that are shown. */
export const namespaces = computed(() => shown.value?.namespaces ?? NONE);

/** Returns a snapshot in the form in which it is shown. */
export function shownOf({ time, namespaces, links, rates }: Snapshot): Shown {
  return { time, namespaces, links: new Map(links.map((link) => [link.id, link])), frames: rates };
}

/** Takes a snapshot with all that is remembered. */
export function begin(beginning: Beginning): void {
  now.value = shownOf(beginning);
  happenings.value = beginning.happenings;
  since.value = beginning.since;
  isRecorded.value = beginning.recorded === true;
}

/** Applies what changed. */
export function change({ time, namespaces, links, gone, happenings: news }: Difference): void {
  const before = now.value;
  if (before === undefined) return;
  const after = new Map(before.links);
  const come = links.filter(({ id }) => !after.has(id));
  if (come.length > 0) fresh.value = new Set(come.map(({ id }) => id));
  for (const link of links) after.set(link.id, link);
  for (const id of gone) after.delete(id);
  now.value = { ...before, time, links: after, ...(namespaces && { namespaces }) };
  if (news.length > 0) happenings.value = [...happenings.value, ...news].slice(-MOST.happenings);
}

/** Takes rates. */
export function takeRates(frame: RateFrame): void {
  const before = now.value;
  if (before === undefined) return;
  now.value = { ...before, time: frame.time, frames: [...before.frames, frame].slice(-MOST.frames) };
}

const IDLE: Rate = [0, 0];

/** Rates of the last minute that are shown. */
export const frames = computed(() => shown.value?.frames ?? []);

/** Returns the rates of a link in the last minute, the latest last. */
export const ratesOf = (id: string): readonly Rate[] => frames.value.map(({ rates }) => rates[id] ?? IDLE);
/** Returns the latest rate of a link. */
export const rateOf = (id: string): Rate => frames.value.at(-1)?.rates[id] ?? IDLE;
