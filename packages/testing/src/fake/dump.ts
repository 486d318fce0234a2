import type { MessageSet } from "@rxnetlink/core";
import {
  type AnyType,
  NLM_F_DUMP_FILTERED,
  NLM_F_DUMP_INTR,
  NLM_F_MULTI,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import type { FakeObject } from "./fake-object.js";
import { doneFor, type FakeRequest } from "./fake-request.js";
import type { SocketTask } from "./fake-socket.js";
import { Rejection, reject } from "./rejection.js";

/** Returns the members of a message that differ from those of an empty one. */
function given<T extends object>({ layout }: MessageSet<T>, filter: T): string[] {
  const out = new Writer(256);
  layout.write(out, {} as T);
  const empty = layout.read(out.view, 0, out.at) as Readonly<Record<string, unknown>>;
  return Object.entries(filter).flatMap(([key, member]) => (member === empty[key] ? [] : [key]));
}

/** A dump that runs on a socket: it yields a datagram whenever there is room for one. */
export class Dump<T extends object> implements SocketTask {
  readonly #request: FakeRequest;
  readonly #object: FakeObject<T>;
  readonly #layout: AnyType;
  readonly #size: number;
  readonly #rows: Iterator<Partial<T>>;
  readonly #generation: number;
  #flags = NLM_F_MULTI;
  #next: Uint8Array | undefined;
  #over = false;

  /**
   * @param size - Maximum size of a datagram, in bytes.
   * @param interrupted - Flags it as interrupted by a change, although there was none.
   */
  constructor(request: FakeRequest, object: FakeObject<T>, size: number, interrupted: boolean) {
    this.#request = request;
    this.#object = object;
    this.#layout = object.definition.layout;
    this.#size = size;
    this.#generation = object.generation;
    this.#rows = this.#list();
    if (interrupted) this.#flags |= NLM_F_DUMP_INTR;
  }

  next(): Uint8Array | undefined {
    if (this.#over) return undefined;
    try {
      return this.#part() ?? this.#end();
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return this.#end(error);
    }
  }

  #list(): Iterator<Partial<T>> {
    const { view, at, end } = this.#request;
    const filter = this.#object.definition.layout.read(view, at, end);
    return this.#checked(filter);
  }

  /** Lists the rows; as with `NETLINK_GET_STRICT_CHK`, rejects a filter that would not be applied. */
  *#checked(filter: T): Generator<Partial<T>> {
    const { definition, filters } = this.#object;
    const keys = given(definition, filter);
    const stray = keys.find((key) => !filters.includes(key));
    if (stray !== undefined)
      reject("EINVAL", `Unsupported attribute in ${definition.name} dump request`, stray);
    if (keys.some((key) => key !== "family" && key !== "extMask")) this.#flags |= NLM_F_DUMP_FILTERED;
    yield* this.#object.list(filter);
  }

  /** Encodes as many rows as there is room for. */
  #part(): Uint8Array | undefined {
    const out = new Writer(this.#size);
    if (this.#next !== undefined) out.append(this.#next);
    this.#next = undefined;
    for (let row = this.#rows.next(); row.done !== true; row = this.#rows.next()) {
      const start = out.at;
      writeMessage(out, this.#message(row.value));
      if (out.at <= this.#size || start === 0) continue;
      this.#next = out.bytes.slice(start, out.at);
      out.at = start;
      break;
    }
    return out.at === 0 ? undefined : out.take();
  }

  #message(value: Partial<T>) {
    if (this.#object.generation !== this.#generation) this.#flags |= NLM_F_DUMP_INTR;
    const { portId, sequence } = this.#request;
    const type = this.#object.definition.types.new ?? 0;
    return { type, flags: this.#flags, portId, sequence, layout: this.#layout, value };
  }

  #end(rejection?: Rejection): Uint8Array {
    this.#over = true;
    if (this.#object.generation !== this.#generation) this.#flags |= NLM_F_DUMP_INTR;
    return doneFor(this.#request, this.#flags, this.#layout, rejection);
  }
}
