import { MessagePort, type Transferable } from "node:worker_threads";
import type { Command } from "#src/channel/protocol.js";

/** A group that ends the pump's thread with a TypeError when joined, once {@link makeCrashable} was called. */
export const CRASH = 0x7fff_ffff;

const isCrash = (message: unknown) =>
  Array.isArray(message) &&
  (message as Command[]).some((command) => "group" in command && command.group === CRASH);

/** Makes the ports of this process send something other than commands, the only input that crashes a pump. */
export function makeCrashable(): void {
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (message: unknown, transfer?: readonly Transferable[]) {
    postMessage.call(this, isCrash(message) ? 5 : message, transfer ?? []);
  };
}
