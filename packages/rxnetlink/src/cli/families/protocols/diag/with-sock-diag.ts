import { type SockDiag, sockDiag } from "@rxnetlink/diag";
import { type Mode, openSession, type Session, withTransport } from "../../../session.js";

/** Opens sock_diag for one command, with links to look up names, and closes both afterwards. */
export function withSockDiag<T>(
  mode: Mode,
  netns: string | undefined,
  action: (diag: SockDiag, link: Session["link"]) => Promise<T>,
): Promise<T> {
  return withTransport(mode, netns, (transport, options) =>
    action(sockDiag({ transport, ...options }), openSession(transport, options).link),
  );
}
