import type { MessageSet } from "@rxnetlink/core";
import type { FakeRequest } from "./fake-request.js";

/** One object type of a fake kernel: its table, and how requests change it. */
export interface FakeObject<T extends object> {
  /** Layout, message types and groups. */
  readonly definition: MessageSet<T>;
  /** The members that dump requests may filter by; others are rejected. */
  readonly filters: readonly string[];
  /** Grows with each change if the kernel flags dumps that a change interrupted; 0 if it does not. */
  readonly generation: number;
  /** Carries out the requests `new` and `set`. */
  put(value: T, request: FakeRequest): void;
  /** Carries out the request `delete`. */
  remove(value: T, request: FakeRequest): void;
  /** Answers the request `get` for one object. */
  get(value: T, request: FakeRequest): Partial<T>;
  /** The rows of a dump, each as it is when its turn comes. */
  list(filter: T): Iterable<Partial<T>>;
}
