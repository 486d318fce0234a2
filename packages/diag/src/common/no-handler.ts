import { errnoOf, type KernelRefusal } from "@rxnetlink/core";

const ENOENT = errnoOf("ENOENT");
const EOPNOTSUPP = errnoOf("EOPNOTSUPP");

/** Returns the function that explains refusals about sockets of one kind: to a list, the kernel says ENOENT if it has no handler. */
export function hintOf(module: string, option: string) {
  return ({ errno }: KernelRefusal, _value: unknown, verb: string): string | undefined => {
    if (errno === ENOENT && verb === "list")
      return `this kernel does not list such sockets: load the module, modprobe ${module} (${option})`;
    if (errno === EOPNOTSUPP && verb !== "list")
      return `this kernel does not destroy such sockets, or lacks CONFIG_INET_DIAG_DESTROY`;
    return undefined;
  };
}
