import { type NamespaceRef, type SocketOptions, SystemError } from "@rxnetlink/core";
import { EBADF } from "../linux/constants.js";

function portableNamespace(namespace: NamespaceRef | undefined): NamespaceRef | undefined {
  if (typeof namespace !== "object") return namespace;
  const { fd } = namespace;
  if (!Number.isInteger(fd) || fd < 0)
    throw new SystemError("setns", EBADF, "the network namespace was closed, or is no descriptor");
  return { fd };
}

/**
 * What a pump needs to know of a socket, and nothing else: it goes to another thread as plain data, while callers
 * may pass objects that hold more, such as a whole `Namespace`.
 *
 * @throws SystemError `EBADF` where the namespace was closed.
 */
export function portable(options: SocketOptions): SocketOptions {
  const { protocol, type, portId, groups, namespace, receiveBuffer, listenAllNsid, strict } = options;
  return {
    protocol,
    ...(type !== undefined && { type }),
    ...(portId !== undefined && { portId }),
    ...(groups !== undefined && { groups }),
    ...(receiveBuffer !== undefined && { receiveBuffer }),
    ...(listenAllNsid !== undefined && { listenAllNsid }),
    ...(strict !== undefined && { strict }),
    ...(namespace !== undefined && { namespace: portableNamespace(namespace)! }),
  };
}
