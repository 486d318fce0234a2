import type { Publisher } from "../probe/publisher.js";
import type { SentSequences } from "./sent-sequences.js";
import type { MutableStatistics } from "./statistics.js";

/** Parts of a connection that its sockets share. */
export interface SocketContext {
  readonly statistics: MutableStatistics;
  /** Publishes what the connection does. */
  readonly publisher: Publisher;
  /** Sequence numbers of what was sent, by which a connection knows its own notifications. */
  readonly sent: SentSequences;
  /** What an `EPERM` is about; see `ConnectionOptions.permission`. */
  readonly permission: "message" | "datagram" | undefined;
}
