import type { Protocol } from "../../protocol/names.js";
import type { SocketOptions } from "../../transport.js";
import type { FlowControl } from "../flow-control.js";

/** Options of a session. */
export interface SessionOptions<P extends Protocol = Protocol>
  extends Pick<SocketOptions<P>, "groups" | "receiveBuffer" | "sendBuffer" | "noEnobufs" | "broadcastError"> {
  /** Stops reading while it is paused; replies wait too. */
  readonly flowControl?: FlowControl;
}
