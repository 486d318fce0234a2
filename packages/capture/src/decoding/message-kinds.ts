import type { MessageTypes, ObjectDefinition } from "@rxnetlink/core";
import type { AnyType } from "@rxnetlink/core/schema";

/** What a message does with an object, or asks for. */
export type MessageAction = keyof MessageTypes;

/** A kind of message about an object. */
export interface MessageKind {
  /** Path of the object in what the family opens: `"link"`, `"nftables.table"`. */
  readonly path: string;
  /** What the message does. */
  readonly action: MessageAction;
  /** Layout of its payload. */
  readonly layout: AnyType;
  /** The object. */
  readonly definition: ObjectDefinition<object>;
}

/** A kind that fits a message, and the value that it was read as. */
export interface ReadKind {
  readonly kind: MessageKind;
  /** The value; absent if no kind can read the message. */
  readonly value?: object;
  /** The reason for that. */
  readonly error?: unknown;
}

type KindsByType = Map<number, MessageKind[]>;

function put(kinds: KindsByType, type: number | undefined, kind: MessageKind): void {
  if (type !== undefined) kinds.set(type, [...(kinds.get(type) ?? []), kind]);
}

/** Reads a message as a kind; `undefined` if it is about another object that shares the type. */
function readAs(kind: MessageKind, view: DataView, at: number, end: number): ReadKind | undefined {
  try {
    const value = kind.layout.read(view, at, end) as object;
    return (kind.definition.accepts?.(value) ?? true) ? { kind, value } : undefined;
  } catch (error) {
    return { kind, error };
  }
}

/** Knows the messages of a family. What is sent to the kernel and what comes from it may have other layouts for one type. */
export class MessageKinds {
  readonly #requests: KindsByType = new Map();
  readonly #reports: KindsByType = new Map();

  /** Adds the messages of an object. */
  add(path: string, definition: ObjectDefinition<object>): void {
    const { layout, types, requests, reports, alsoNotifiedBy = [], alsoRemovedBy = [] } = definition;
    const report = (type: number | undefined, action: MessageAction) =>
      put(this.#reports, type, { path, action, definition, layout: reports?.[type ?? 0] ?? layout });
    for (const [action, type] of Object.entries(types) as [MessageAction, number][])
      put(this.#requests, type, { path, action, definition, layout: requests?.[action] ?? layout });
    report(types.new, "new");
    report(types.delete, "delete");
    for (const type of alsoNotifiedBy) report(type, "new");
    for (const type of alsoRemovedBy) report(type, "delete");
  }

  /**
   * Reads a message as the first kind that fits. Kinds may share a type.
   *
   * @param isRequest - True for what is sent to the kernel.
   * @returns `undefined` if the family has no message of the type.
   */
  read(type: number, isRequest: boolean, view: DataView, at: number, end: number): ReadKind | undefined {
    const [first, second] = isRequest ? [this.#requests, this.#reports] : [this.#reports, this.#requests];
    const found = [...(first.get(type) ?? []), ...(second.get(type) ?? [])].flatMap(
      (kind) => readAs(kind, view, at, end) ?? [],
    );
    return found.find(({ value }) => value !== undefined) ?? found[0];
  }
}
