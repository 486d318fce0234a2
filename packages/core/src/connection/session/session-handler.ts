import type { Socket } from "../../transport.js";
import type { ArrivalHandler } from "../receive.js";
import type { PendingRequest, Request } from "../request.js";

/** The way by which the requests of a session leave. */
export interface SessionSender {
  /** Sends a request; the returned function abandons it. */
  start(request: PendingRequest): () => void;
  /** Sends a request at the end of this turn that the kernel answers only if it refuses it. */
  send<Q>(request: Request<Q>, refused: (error: Error) => void, acknowledged?: () => void): void;
}

/** Reactions of a session to what is no reply on its socket. */
export interface SessionHandler extends Omit<ArrivalHandler, "callFailed"> {
  /** Called when the socket is open. */
  opened(socket: Socket, sender: SessionSender): void;
  /** Called before the socket is closed: what is sent in this call still leaves. */
  closing(): void;
  /** Called at the end, with its reason. */
  closed(cause: Error): void;
}
