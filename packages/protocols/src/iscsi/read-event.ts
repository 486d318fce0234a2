import { binary } from "@rxnetlink/core/schema";
import type { IscsiEvent } from "./event.js";
import { EVENT_SIZE, iscsiEvents, iscsiUevent } from "./layout.js";

type KnownType = keyof typeof iscsiEvents;
const isKnown = (type: unknown): type is KnownType =>
  typeof type === "string" && Object.hasOwn(iscsiEvents, type);

/** Events that data follows. */
const WITH_DATA: ReadonlySet<string> = new Set(["recvPdu", "pathReq", "hostEvent", "pingComp"]);

/**
 * Returns the event in a message.
 *
 * @throws DecodeError if it is too short.
 */
export function readIscsiEvent(view: DataView, at: number, end: number): IscsiEvent {
  const { type, transportHandle } = iscsiUevent.read(view, at, end);
  const place = at + iscsiUevent.size!;
  if (!isKnown(type)) {
    const number = iscsiUevent.fields.type.values[type as "ifError"] ?? type;
    return { type: "other", transportHandle, number: number as number, data: binary.read(view, at, end) };
  }
  const said = iscsiEvents[type].read(view, place, end);
  const data = WITH_DATA.has(type) && { data: binary.read(view, Math.min(place + EVENT_SIZE, end), end) };
  return { type, transportHandle, ...said, ...data } as IscsiEvent;
}
