import {
  eachMessage,
  type MessageSet,
  NLM_F_ACK,
  NLM_F_DUMP,
  NLM_F_REQUEST,
  NLMSG_MIN_TYPE,
} from "@rxnetlink/core";
import { Dump } from "./dump.js";
import type { FakeObject } from "./fake-object.js";
import { type Asked, answered, encoded, has } from "./fake-request.js";
import type { Fault, FaultSource } from "./faults.js";
import { Refused, refuse } from "./refused.js";
import type { FakeSocket } from "./socket.js";
import { strike } from "./strike.js";

type Object = FakeObject<object>;

/** How the kernel takes requests. */
export interface DispatcherOptions {
  /** Whether requests may change something. */
  readonly privileged: boolean;
  /** How many bytes a datagram of a dump holds. */
  readonly dumpSize: number;
  /** What goes wrong. */
  readonly faults: FaultSource;
}

/** What a type of message asks for. */
type Verb = "new" | "set" | "delete" | "get";

/** Hands requests to the objects that they are about, and their answers to the sockets. */
export class Dispatcher {
  readonly #targets = new Map<number, readonly [object: Object, verb: Verb]>();
  readonly #options: DispatcherOptions;

  constructor(objects: readonly Object[], options: DispatcherOptions) {
    this.#options = options;
    for (const object of objects)
      for (const [verb, type] of Object.entries(object.declaration.types))
        if (type !== undefined) this.#targets.set(type, [object, verb as Verb]);
  }

  /** Carries out the requests in a datagram, one after the other. */
  receive(bytes: Uint8Array, socket: FakeSocket): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    eachMessage(view, 0, bytes.length, (header, _, at, end) => {
      const { sequence, flags, type } = header;
      const asked: Asked = { header, sequence, portId: socket.portId, view, at, end };
      if ((flags & NLM_F_REQUEST) === 0 || type < NLMSG_MIN_TYPE) return;
      const [object, verb] = this.#targets.get(type) ?? [undefined, "get"];
      const isDump = verb === "get" && has(asked, NLM_F_DUMP);
      const on = isDump ? "dump" : "request";
      const fault = this.#options.faults({ on, object: object?.declaration.name ?? "" });
      if (isDump && object !== undefined) this.#dump(object, asked, socket, fault);
      else this.#answer(object, verb, asked, socket, fault);
    });
  }

  #dump(object: Object, asked: Asked, socket: FakeSocket, fault: Fault | undefined): void {
    const isBusy = fault === "busy" || socket.task !== undefined;
    if (isBusy) return socket.deliver(answered(asked, undefined, new Refused("EBUSY")));
    socket.task = new Dump(asked, object, this.#options.dumpSize, fault === "dumpInterrupted");
    strike(socket, fault, (cut) => socket.proceed(cut));
  }

  #answer(
    object: Object | undefined,
    verb: Verb,
    asked: Asked,
    socket: FakeSocket,
    fault: Fault | undefined,
  ): void {
    const layout = object?.declaration.layout;
    const deliver = (bytes: Uint8Array) =>
      strike(socket, fault, (cut) => socket.deliver(bytes.subarray(0, cut?.(bytes))));
    try {
      if (fault === "busy") refuse("EBUSY");
      const reply = this.#carryOut(object ?? refuse("EOPNOTSUPP"), verb, asked);
      if (reply !== undefined) deliver(reply);
      if (has(asked, NLM_F_ACK)) deliver(answered(asked));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      deliver(answered(asked, layout, error));
    }
  }

  #carryOut(object: Object, verb: Verb, asked: Asked): Uint8Array | undefined {
    if (verb !== "get" && !this.#options.privileged) refuse("EPERM");
    const { declaration } = object;
    const value = readable(declaration, asked);
    if (verb === "get") {
      const reply = object.get(value, asked);
      return encoded(asked, declaration.types.new ?? 0, 0, declaration.layout, reply);
    }
    if (verb === "delete") object.remove(value, asked);
    else object.put(value, asked);
    return undefined;
  }
}

/** What cannot be read is refused, as the kernel's own policies do. */
function readable({ layout }: MessageSet<object>, { view, at, end }: Asked): object {
  try {
    return layout.read(view, at, end);
  } catch (error) {
    return refuse("EINVAL", (error as Error).message);
  }
}
