import type { MessageSet } from "@rxnetlink/core";
import type { FakeLink } from "../links/fake-link.js";
import type { Asked } from "./fake-request.js";

/** What the kernel's other parts are told of a link (`NETDEV_*`). */
export type LinkEvent = "register" | "up" | "down" | "carrier" | "changeaddr" | "unregister";

/** One kind of objects of the fake kernel: its table, and what requests do to it. */
export interface FakeObject<T extends object> {
  /** Layout, message types and groups. */
  readonly declaration: MessageSet<T>;
  /** The members of a dump request that it filters by; others are refused. */
  readonly filters: readonly string[];
  /** Grows with each change where the kernel marks dumps that met one; 0 where it does not. */
  readonly generation: number;
  /** Carries out `RTM_NEW…` and `RTM_SET…`. */
  put(value: T, asked: Asked): void;
  /** Carries out `RTM_DEL…`. */
  remove(value: T, asked: Asked): void;
  /** Answers `RTM_GET…` for one object. */
  get(value: T, asked: Asked): Partial<T>;
  /** The rows of a dump, each as it is when it is its turn. */
  list(filter: T): Iterable<Partial<T>>;
  /** Something happened to a link. */
  follow?(event: LinkEvent, link: FakeLink): void;
}
