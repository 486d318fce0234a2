import type { MalformedNotification, NetlinkNotification, OverrunNotification } from "@rxnetlink/core";
import type { DropAlert, DropPoint, DropTrapCount } from "./layout.js";

/** A packet that was dropped. */
export interface DroppedPacket extends Omit<DropAlert, "unspec" | "hwEntries"> {
  /** Discriminates events. */
  readonly type: "packet";
}

/** Numbers of packets that were dropped in about a second. */
export interface DroppedSummary {
  /** Discriminates events. */
  readonly type: "summary";
  /** Places in the kernel. */
  readonly points: readonly DropPoint[];
  /** Traps of devices. */
  readonly traps: readonly DropTrapCount[];
}

/** Anything that `dropped$` emits; discriminated by `type`. An `overrun` means that alerts were lost here. */
export type DroppedEvent = DroppedPacket | DroppedSummary | OverrunNotification | MalformedNotification;

/** Returns the event that a notification is; `undefined` for none. */
export function droppedEvent(
  notification: NetlinkNotification<DropAlert>,
  summary: boolean,
): DroppedEvent | undefined {
  if ("value" in notification) {
    const { value } = notification;
    if (!summary) return Object.assign(value, { type: "packet" as const });
    return { type: "summary", points: value.unspec?.points ?? [], traps: value.hwEntries ?? [] };
  }
  return notification.type === "drained" ? undefined : notification;
}
