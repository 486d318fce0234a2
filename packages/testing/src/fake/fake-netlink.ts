import type { MessageSet, Transport } from "@rxnetlink/core";
import { groupNumber, protocolNumber } from "@rxnetlink/core/internal";
import { applyFault } from "./apply-fault.js";
import { Dispatcher } from "./dispatcher.js";
import type { FakeObject } from "./fake-object.js";
import { type Cause, encodedMessage, KERNEL } from "./fake-request.js";
import { FakeTransport, type FakeTransportOptions } from "./fake-transport.js";
import type { FaultSource } from "./faults.js";

/** Settings of a {@link FakeNetlink}. */
export interface FakeNetlinkOptions extends FakeTransportOptions {
  /** True if requests may change something. */
  readonly privileged: boolean;
  /** Maximum size of a datagram of a dump, in bytes. */
  readonly dumpSize: number;
  /** Chooses the faults. */
  readonly faults: FaultSource;
}

/** Details of a notification. */
export interface NotifyOptions {
  /** Index of the group among those of the object; the first by default. */
  readonly group?: number;
  /** The request behind the change; none by default. */
  readonly cause?: Cause | undefined;
  /** `NLM_F_*` flags of the message. */
  readonly flags?: number;
}

/**
 * The netlink side of a fake kernel, the same for all families: sockets with bounded receive queues, requests and their
 * acknowledgements, dumps, notifications and faults. A family adds its objects.
 */
export class FakeNetlink {
  readonly #protocol: number;
  readonly #transport: FakeTransport;
  readonly #dispatcher: Dispatcher;
  #faults: FaultSource;

  constructor(options: FakeNetlinkOptions) {
    this.#protocol = protocolNumber("FakeNetlink", options.protocol);
    this.#faults = options.faults;
    const faults: FaultSource = (occasion) => this.#faults(occasion);
    this.#dispatcher = new Dispatcher({ ...options, faults });
    this.#transport = new FakeTransport(this.#dispatcher, options);
  }

  /** Opens the sockets. */
  get transport(): Transport {
    return this.#transport;
  }

  /** Answers requests for these objects. */
  serve(objects: readonly FakeObject<object>[]): void {
    this.#dispatcher.serve(objects);
  }

  /** Stops all faults. */
  endFaults(): void {
    this.#faults = () => undefined;
  }

  /** Notifies the members of a multicast group that an object was added, changed or removed. */
  notify<T extends object>(
    { layout, types, groups, name }: MessageSet<T>,
    event: "new" | "delete",
    value: Partial<T>,
    { group = 0, cause = KERNEL, flags = 0 }: NotifyOptions = {},
  ): void {
    const joined = groups[group] ?? groups[0];
    const number = joined === undefined ? 0 : groupNumber("notify", "group", this.#protocol, joined);
    const bytes = encodedMessage(cause, types[event] ?? 0, flags, layout, value);
    const members = [...this.#transport.sockets].filter((socket) => socket.groups.has(number));
    for (const socket of members)
      applyFault(socket, this.#faults({ on: "notification", object: name }), (cut) =>
        socket.deliver(bytes.subarray(0, cut?.(bytes)), { group: number }),
      );
  }
}
