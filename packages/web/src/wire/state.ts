import type { LinkView } from "./link-view.js";

/** A network namespace as the page shows it. */
export interface NamespaceView {
  /** Its name. */
  readonly name: string;
  /** Why it cannot be shown, if so. */
  readonly error?: string;
}

/** What happened to an object. */
export interface Happening {
  /** Number, which grows. */
  readonly id: number;
  /** Time in milliseconds since 1970. */
  readonly time: number;
  /** Name of the namespace. */
  readonly namespace: string;
  /** Id of the link it belongs to. */
  readonly link?: string;
  /** What happened. */
  readonly type: "added" | "changed" | "removed";
  /** The type of object: `"link"`, `"address"` … */
  readonly object: string;
  /** Description in a line. */
  readonly text: string;
}

/** Bytes per second that a link receives and sends. */
export type Rate = readonly [rx: number, tx: number];

/** The rates of all links that are not idle, by id, at a time. */
export interface RateFrame {
  /** Time in milliseconds since 1970. */
  readonly time: number;
  /** Rates by the id of the link. */
  readonly rates: Readonly<Record<string, Rate>>;
}

/** All that there is at a time. */
export interface Snapshot {
  /** Time in milliseconds since 1970. */
  readonly time: number;
  /** Namespaces. */
  readonly namespaces: readonly NamespaceView[];
  /** Links of all namespaces. */
  readonly links: readonly LinkView[];
  /** Rates of the last minute. */
  readonly rates: readonly RateFrame[];
}

/** A snapshot with what is remembered. */
export interface Beginning extends Snapshot {
  /** Time of the earliest state that is remembered. */
  readonly since: number;
  /** What happened since, the earliest first. */
  readonly happenings: readonly Happening[];
  /** Set for a recording, which does not go on. */
  readonly recorded?: boolean;
}

/** What changed. */
export interface Difference {
  /** Time in milliseconds since 1970. */
  readonly time: number;
  /** All namespaces, if one was added, removed or failed. */
  readonly namespaces?: readonly NamespaceView[];
  /** Links that were added or changed. */
  readonly links: readonly LinkView[];
  /** Ids of links that were removed. */
  readonly gone: readonly string[];
  /** What happened. */
  readonly happenings: readonly Happening[];
}

/** An event of the stream, by the name that it has there. */
export interface StreamEvents {
  readonly snapshot: Beginning;
  readonly difference: Difference;
  readonly rates: RateFrame;
}
