import type { ChangeNotification } from "@rxnetlink/core";
import type { Generation } from "../generation/layout.js";
import type { InTable } from "./messages.js";

/** A change that a notification reports. */
export type Reported = ChangeNotification<InTable>;

/** One transaction, as its notifications report it. */
export interface Commit {
  readonly generation: Generation & { readonly id: number };
  readonly changes: readonly Reported[];
}

/** Collects the notifications of a transaction, which end with its generation. */
export class Commits {
  #changes: Reported[] = [];

  /** Takes a notification; returns the transaction that it ends. */
  take(notification: ChangeNotification<object>): Commit | undefined {
    if (notification.object !== "generation") {
      this.#changes.push(notification as Reported);
      return undefined;
    }
    const { id = 0, ...rest } = notification.value as Generation;
    const changes = this.#changes;
    this.#changes = [];
    return { generation: { ...rest, id }, changes };
  }

  /** Drops what was collected. */
  clear(): void {
    this.#changes = [];
  }
}
