import { errnoOf, type Socket, SystemError } from "@rxnetlink/core";
import type { Infer } from "@rxnetlink/core/schema";
import type { procAck } from "./layout.js";
import { sendOperation } from "./requests.js";

/** Time for a reply, in milliseconds. The kernel replies before the call returns that sends the request. */
const PATIENCE_MS = 3000;

const HINTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the kernel reports processes in the initial network namespace only",
  EPERM: "before 6.6 only root may listen, or a process with CAP_NET_ADMIN",
  ETIMEDOUT:
    "the kernel reports processes in the initial PID and user namespaces only, not in containers; or it was built without CONFIG_PROC_EVENTS",
};

/** Returns the error of a request, with what a person can do about it. */
function refusal(errno: number, cause?: SystemError): SystemError {
  const { code } = new SystemError("listen", errno);
  return new SystemError(cause?.syscall ?? "listen", errno, HINTS[code] ?? cause?.hint, cause && { cause });
}

/** Reactions to the reply of the kernel. */
export interface ListeningDeps {
  /** Called when the kernel has confirmed that it reports. */
  confirmed(): void;
  /** Called with a `SystemError` if it does not. */
  refused(error: SystemError): void;
}

/** The request to report events, and the wait for its reply. */
export class Listening {
  readonly #deps: ListeningDeps;
  /** The reply has this number plus 1. All who listen receive it, so that it must differ from those of others. */
  readonly #ack = Math.floor(Math.random() * 0xffff_fffe) + 1;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #ticket: number;
  #settled = false;

  constructor(socket: Socket, deps: ListeningDeps) {
    this.#deps = deps;
    this.#ticket = sendOperation(socket, "listen", this.#ack);
    this.#timer = setTimeout(
      () => this.#settle(() => deps.refused(refusal(errnoOf("ETIMEDOUT")!))),
      PATIENCE_MS,
    );
  }

  /** Handles a reply, perhaps that to another process. */
  replied(ack: number, { err }: Infer<typeof procAck>): void {
    if (ack !== (this.#ack + 1) >>> 0) return;
    this.#settle(() => (err === 0 ? this.#deps.confirmed() : this.#deps.refused(refusal(err))));
  }

  /** Handles the failure of a call. */
  callFailed(ticket: number, error: Error): void {
    if (ticket !== this.#ticket) return;
    const cause = error as SystemError;
    this.#settle(() => this.#deps.refused(cause.errno === undefined ? cause : refusal(cause.errno, cause)));
  }

  /** Stops waiting. */
  stop(): void {
    this.#settled = true;
    clearTimeout(this.#timer);
  }

  #settle(react: () => void): void {
    if (this.#settled) return;
    this.stop();
    react();
  }
}
