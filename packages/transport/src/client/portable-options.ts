import { type NamespaceRef, pick, SystemError } from "@rxnetlink/core";
import type { NumberedSocketOptions } from "@rxnetlink/core/internal";
import { EBADF } from "../linux/constants.js";

function portableNamespace(namespace: NamespaceRef | undefined): NamespaceRef | undefined {
  if (typeof namespace !== "object") return namespace;
  const { fd } = namespace;
  if (!Number.isInteger(fd) || fd < 0)
    throw new SystemError("setns", EBADF, "the network namespace is closed, or not a descriptor");
  return { fd };
}

/**
 * Returns just the options that a pump needs: they cross to another thread as plain data, while callers may pass objects
 * with further members, such as a whole `Namespace`.
 *
 * @throws SystemError `EBADF` if the namespace is closed.
 */
export function portable({ namespace, ...options }: NumberedSocketOptions): NumberedSocketOptions {
  return {
    ...pick(options, "protocol", "type", "portId", "groups", "receiveBuffer", "sendBuffer"),
    ...pick(options, "noEnobufs", "broadcastError", "listenAllNsid", "passCredentials", "strict"),
    ...(namespace !== undefined && { namespace: portableNamespace(namespace)! }),
  } as NumberedSocketOptions;
}
