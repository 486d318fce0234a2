import { MessagePort, type Transferable } from "node:worker_threads";
import type { Command } from "#src/channel/protocol.js";

/** Joining this group ends the pump's thread with a TypeError, once {@link makeCrashable} was called. */
export const CRASH = 0x7fff_ffff;

const isCrash = (message: unknown) =>
  Array.isArray(message) &&
  (message as Command[]).some((command) => "group" in command && command.group === CRASH);

/** Makes ports of this process send what is no list of commands: that alone ends a thread which outlives commands. */
export function makeCrashable(): void {
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (message: unknown, transfer?: readonly Transferable[]) {
    postMessage.call(this, isCrash(message) ? 5 : message, transfer ?? []);
  };
}
