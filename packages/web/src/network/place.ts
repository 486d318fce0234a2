import type { NamespaceRef } from "@rxnetlink/core";

/** A network namespace that is shown. */
export interface Place {
  /** Its name on the page. */
  readonly name: string;
  /** The namespace; that of the process by default. */
  readonly ref?: NamespaceRef;
  /** A file of the namespace, by which others recognize it. */
  readonly file?: string;
}

/** A namespace is shown, or no longer. */
export interface PlaceEvent {
  /** What happens. */
  readonly type: "added" | "removed";
  /** The namespace. */
  readonly place: Place;
}
