import { Pump } from "./pump.js";

/** Joining this group ends the pump's thread with a TypeError, once {@link makeCrashable} was called. */
export const CRASH = 0x7fff_ffff;

/** Makes pumps of this process send a command that their threads do not know. */
export function makeCrashable(): void {
  const membership = Pump.prototype.membership;
  Pump.prototype.membership = function (op, socket, group) {
    return membership.call(this, group === CRASH ? ("no such command" as "join") : op, socket, group);
  };
}
