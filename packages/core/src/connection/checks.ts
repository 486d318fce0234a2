import type { AnyType } from "../schema/type.js";
import {
  aBoolean,
  aFunction,
  anArray,
  anInteger,
  anObject,
  anObjectWith,
  type Check,
  checkArgument,
  type OptionChecks,
  oneOf,
} from "../values/check-options.js";
import type { ConnectionOptions } from "./connection-options.js";
import type { MessageSet, NotificationOptions } from "./notification.js";
import type { Request } from "./request.js";
import type { SessionOptions } from "./session/session-options.js";
import { socketOptionChecks } from "./socket-checks.js";

const aNumber16 = anInteger(0, 0xffff);

/** Accepts timeouts in milliseconds, also those longer than a timer can be set to. */
const aTimeout: Check = (value) =>
  typeof value === "number" && value >= 0 ? undefined : "a number of milliseconds from 0";

const aLayout: Check = (value) =>
  anObject(value) === undefined && typeof (value as AnyType).read === "function" ? undefined : "a layout";

const anObjectLayout: Check = (value) => {
  const { groups, types, layout } = { ...(value as Partial<MessageSet<unknown>> | undefined) };
  return (anArray(groups) ?? anObject(types) ?? aLayout(layout)) && "the layout of an object";
};

const {
  groups: _groups,
  portId: _portId,
  repliesOnly: _repliesOnly,
  passCredentials: _passCredentials,
  ...ofSockets
} = socketOptionChecks;

/** Checks of {@link ConnectionOptions}. */
export const connectionChecks: OptionChecks<ConnectionOptions> = {
  ...ofSockets,
  timeout: aTimeout,
  captureStack: aBoolean,
  permission: oneOf("message", "datagram"),
  linkIndex$: aFunction,
};

/** Checks of {@link NotificationOptions}. */
export const notificationChecks: OptionChecks<NotificationOptions> = {
  listening: aFunction,
  flowControl: anObjectWith("pause", "resume"),
};

const { groups, receiveBuffer, sendBuffer, noEnobufs, broadcastError } = socketOptionChecks;

/** Checks of {@link SessionOptions}. */
export const sessionChecks: OptionChecks<SessionOptions> = {
  groups,
  receiveBuffer,
  sendBuffer,
  noEnobufs,
  broadcastError,
  flowControl: notificationChecks.flowControl,
};

/**
 * Checks a request, except for its value, which the layout checks when it is written.
 *
 * @throws ArgumentError
 */
export function checkRequest<Q, R>(request: Request<Q, R>): void {
  checkArgument("request", "request", request, anObject);
  const { type, layout, reply = layout, flags = 0, timeout = 0 } = request;
  checkArgument("request", "type", type, aNumber16);
  checkArgument("request", "layout", layout, aLayout);
  checkArgument("request", "reply", reply, aLayout);
  checkArgument("request", "flags", flags, aNumber16);
  checkArgument("request", "timeout", timeout, aTimeout);
}

/**
 * Checks that notifications can be received for the objects.
 *
 * @throws ArgumentError
 */
export function checkObjects(objects: readonly unknown[]): void {
  checkArgument("notifications$", "objects", objects, anArray);
  for (const [i, object] of objects.entries())
    checkArgument("notifications$", `objects[${i}]`, object, anObjectLayout);
}
