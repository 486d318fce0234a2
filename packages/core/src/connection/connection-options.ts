import type { Observable } from "rxjs";
import type { SocketOptions } from "../transport.js";

/** How a connection opens its sockets; the port id and groups are its own business. */
export interface ConnectionOptions extends Omit<SocketOptions, "groups" | "portId"> {
  /** How long a request waits for its answer, in milliseconds, unless it says otherwise; 30 s by default. */
  readonly timeout?: number;
  /**
   * Whether the stacks of errors lead to the line that asked, and not to the socket that was read; off by default, since
   * it costs some microseconds for each request.
   */
  readonly captureStack?: boolean;
  /**
   * Finds the index of a link by its name; the verbs of objects call it where a request or a match names a link. It errors
   * with `ENODEV` where there is no such link. Without it links are given by index only.
   */
  readonly linkIndex$?: (name: string) => Observable<number>;
}
