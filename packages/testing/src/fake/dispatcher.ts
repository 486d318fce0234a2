import type { MessageSet } from "@rxnetlink/core";
import { eachMessage, NLM_F_ACK, NLM_F_DUMP, NLM_F_REQUEST, NLMSG_MIN_TYPE } from "@rxnetlink/core/schema";
import { applyFault } from "./apply-fault.js";
import { Dump } from "./dump.js";
import type { FakeObject } from "./fake-object.js";
import { ackFor, encodedMessage, type FakeRequest, hasFlags } from "./fake-request.js";
import type { FakeSocket, RequestHandler } from "./fake-socket.js";
import type { Fault, FaultSource } from "./faults.js";
import { Rejection, reject } from "./rejection.js";

/** Settings of a {@link Dispatcher}. */
export interface DispatcherOptions {
  /** True if requests may change something. */
  readonly privileged: boolean;
  /** Maximum size of a datagram of a dump, in bytes. */
  readonly dumpSize: number;
  /** Chooses the faults. */
  readonly faults: FaultSource;
}

/** The operation that a message type requests. */
type Verb = "new" | "set" | "delete" | "get";

/** The object of a request, and the operation. */
interface Target {
  readonly object: FakeObject<object> | undefined;
  readonly verb: Verb;
}

/** Passes requests to their objects, and the replies to the sockets. */
export class Dispatcher implements RequestHandler {
  readonly #targets = new Map<number, Target>();
  readonly #options: DispatcherOptions;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Answers requests for these objects. */
  serve(objects: readonly FakeObject<object>[]): void {
    for (const object of objects)
      for (const [verb, type] of Object.entries(object.definition.types))
        if (type !== undefined) this.#targets.set(type, { object, verb: verb as Verb });
  }

  receive(bytes: Uint8Array, socket: FakeSocket): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    eachMessage(view, 0, bytes.length, (header, _, at, end) => {
      const { sequence, flags, type } = header;
      const request: FakeRequest = { header, sequence, portId: socket.portId, view, at, end };
      if ((flags & NLM_F_REQUEST) === 0 || type < NLMSG_MIN_TYPE) return;
      const target: Target = this.#targets.get(type) ?? { object: undefined, verb: "get" };
      const { object, verb } = target;
      const isDump = verb === "get" && hasFlags(request, NLM_F_DUMP);
      const on = isDump ? "dump" : "request";
      const fault = this.#options.faults({ on, object: object?.definition.name ?? "" });
      if (isDump && object !== undefined) this.#dump(object, request, socket, fault);
      else this.#answer(target, request, socket, fault);
    });
  }

  #dump(
    object: FakeObject<object>,
    request: FakeRequest,
    socket: FakeSocket,
    fault: Fault | undefined,
  ): void {
    const isBusy = fault === "busy" || socket.task !== undefined;
    if (isBusy) return socket.deliver(ackFor(request, undefined, new Rejection("EBUSY")));
    socket.task = new Dump(request, object, this.#options.dumpSize, fault === "dumpInterrupted");
    applyFault(socket, fault, (cut) => socket.proceed(cut));
  }

  #answer(target: Target, request: FakeRequest, socket: FakeSocket, fault: Fault | undefined): void {
    const deliver = (bytes: Uint8Array) =>
      applyFault(socket, fault, (cut) => socket.deliver(bytes.subarray(0, cut?.(bytes))));
    try {
      if (fault === "busy") reject("EBUSY");
      const reply = this.#execute(target, request);
      if (reply !== undefined) deliver(reply);
      if (hasFlags(request, NLM_F_ACK)) deliver(ackFor(request));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      deliver(ackFor(request, target.object?.definition.layout, error));
    }
  }

  #execute({ object = reject("EOPNOTSUPP"), verb }: Target, request: FakeRequest): Uint8Array | undefined {
    if (verb !== "get" && !this.#options.privileged) reject("EPERM");
    const { definition } = object;
    const value = decoded(definition, request);
    if (verb === "get") {
      const reply = object.get(value, request);
      return encodedMessage(request, definition.types.new ?? 0, 0, definition.layout, reply);
    }
    if (verb === "delete") object.remove(value, request);
    else object.put(value, request);
    return undefined;
  }
}

/** Decodes the payload of a request; like a policy of the kernel, it rejects what cannot be decoded. */
function decoded({ layout }: MessageSet<object>, { view, at, end }: FakeRequest): object {
  try {
    return layout.read(view, at, end);
  } catch (error) {
    return reject("EINVAL", (error as Error).message);
  }
}
