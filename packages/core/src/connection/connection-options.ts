import type { Observable } from "rxjs";
import type { Protocol } from "../protocol/names.js";
import type { SocketOptions } from "../transport.js";

/** Socket options of a connection; it chooses port id and groups itself, and hears the kernel only. */
export interface ConnectionOptions<P extends Protocol = Protocol>
  extends Omit<SocketOptions<P>, "groups" | "portId" | "repliesOnly" | "passCredentials"> {
  /** Timeout of requests that set none themselves, in milliseconds; 30 s by default. */
  readonly timeout?: number;
  /**
   * Makes the stacks of errors lead to the line that made the request instead of the socket that was read. Off by
   * default, since it costs some microseconds per request.
   */
  readonly captureStack?: boolean;
  /**
   * What an `EPERM` of the kernel is about: one request, as in most families (`"message"`, the default), or all requests of a
   * datagram, of which it answers the first only (`"datagram"`, as in `NETLINK_NETFILTER`).
   */
  readonly permission?: "message" | "datagram";
  /**
   * Looks up the index of a link by its name, for verbs of objects whose request or match names a link. Must error
   * with `ENODEV` if there is no such link. Without it, links are given by index only.
   */
  readonly linkIndex$?: (name: string) => Observable<number>;
}
