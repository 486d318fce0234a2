import { flags, u8 } from "@rxnetlink/core/schema";

/** Directions that a socket has shut down (`RCV_SHUTDOWN`, `SEND_SHUTDOWN`). */
export const shutdownFlags = flags("", u8, {
  /** No more is received. */
  rcvShutdown: 0x1,
  /** No more is sent. */
  sendShutdown: 0x2,
});
