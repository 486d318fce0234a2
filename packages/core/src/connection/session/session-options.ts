import type { SocketOptions } from "../../transport.js";
import type { FlowControl } from "../flow-control.js";

/** Options of a session. */
export interface SessionOptions
  extends Pick<SocketOptions, "groups" | "receiveBuffer" | "sendBuffer" | "noEnobufs" | "broadcastError"> {
  /** Stops reading while it is paused; replies wait too. */
  readonly flowControl?: FlowControl;
}
