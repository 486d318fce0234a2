import type { Socket } from "../../transport.js";
import type { ArrivalHandler } from "../receive.js";

/** Reactions of a session to what is no reply on its socket. */
export interface SessionHandler extends Omit<ArrivalHandler, "callFailed"> {
  /** Called when the socket is open. */
  opened(socket: Socket): void;
  /** Called at the end, with its reason. */
  closed(cause: Error): void;
}
