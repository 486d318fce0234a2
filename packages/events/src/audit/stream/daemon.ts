import {
  ArgumentError,
  errnoOf,
  KernelError,
  type KernelRefusal,
  type MalformedNotification,
  type Socket,
} from "@rxnetlink/core";
import {
  anInteger,
  checkOptions,
  inSubscriberContext,
  type OptionChecks,
  summaryOf,
} from "@rxnetlink/core/internal";
import {
  NLM_F_REQUEST,
  NLMSG_ERROR,
  s32,
  type Type,
  u32,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { defer, type Observable } from "rxjs";
import { auditHint } from "../control/refusal.js";
import { settingOf } from "../control/status/status.js";
import { auditRecordType } from "../record/types.js";
import { recordIn, type WholeMessage, wholeMessage } from "./datagram.js";
import { type AuditRecordEvent, type AuditRecordOptions, recordChecks, type StreamPlace } from "./records.js";
import { type StreamHandler, streamOf } from "./socket.js";

/** Consent to become the audit daemon; both members must be true. */
export interface AuditDaemonConsent {
  /** The program takes the place of the audit daemon: no other can run meanwhile. */
  readonly becomeAuditDaemon: true;
  /** The program keeps every record: what it does not store is stored nowhere. */
  readonly keepEveryRecord: true;
}

/** Options of {@link Audit.daemon$}. */
export interface AuditDaemonOptions extends AuditRecordOptions {
  /** Process id of the program; by default that of Node.js. */
  readonly pid?: number;
}

/** Another process tried to become the audit daemon (`AUDIT_REPLACE`); the kernel refused it. */
export interface AuditRival {
  /** Discriminates events. */
  readonly type: "rival";
  /** Its process id. */
  readonly pid: number;
}

/** Anything that `daemon$` emits; discriminated by `type`. */
export type AuditDaemonEvent = AuditRecordEvent | AuditRival;

const OPTIONS: OptionChecks<AuditDaemonOptions> = { ...recordChecks, pid: anInteger(1, 0x7fff_ffff) };

const RUNNING = "an audit daemon is running: stop it first, or read with records$()";

function checkConsent(consent: Partial<AuditDaemonConsent> | undefined): void {
  for (const key of ["becomeAuditDaemon", "keepEveryRecord"] as const)
    if (consent?.[key] !== true)
      throw new ArgumentError(
        "daemon$",
        key,
        "is not true",
        "records$() reads records without replacing the audit daemon",
      );
}

function ownPid(): number {
  const { process } = globalThis as { process?: { pid?: number } };
  if (process?.pid !== undefined) return process.pid;
  throw new ArgumentError("daemon$", "pid", "is not known here", "pass it as an option");
}

/** A message to the kernel that sets the daemon. */
function setPid(pid: number, sequence: number): Uint8Array {
  const out = new Writer(128, true);
  const { type, flags, layout, value } = settingOf({ pid }, "become daemon");
  writeMessage(out, { type, flags: flags | NLM_F_REQUEST, sequence, layout, value });
  return out.take();
}

function refusalOf(pid: number, errno: number): KernelError {
  const hint = errno === errnoOf("EEXIST") ? RUNNING : auditHint({ errno } as KernelRefusal, "set");
  return new KernelError({ errno, hint }, summaryOf(settingOf({ pid }, "become daemon")));
}

/** Returns the layout's value at the beginning of a payload. */
function payloadAs<T>(layout: Type<T>, payload: Uint8Array): T {
  return layout.read(new DataView(payload.buffer, payload.byteOffset, payload.length), 0, payload.length);
}

/** Returns what a message other than an acknowledgement says; `undefined` for the kernel's question to this program itself. */
function eventOf(message: WholeMessage | MalformedNotification, pid: number): AuditDaemonEvent | undefined {
  if (message.type !== auditRecordType.values.replace || message.payload.length < 4) return recordIn(message);
  const rival = payloadAs(u32, message.payload);
  return rival === pid ? undefined : { type: "rival", pid: rival };
}

/** Handles what the audit daemon receives. */
function handlerOf(pid: number, listening: () => void) {
  let socket: Socket | undefined;
  let appointed = false;
  return (emit: (event: AuditDaemonEvent) => void, fail: (error: unknown) => void): StreamHandler => {
    const acknowledged = (errno: number) => {
      if (errno !== 0) return fail(refusalOf(pid, Math.abs(errno)));
      appointed = true;
      listening();
    };
    return {
      opened(open) {
        socket = open;
        socket.send(setPid(pid, 1));
      },
      datagram(datagram) {
        const message = wholeMessage(datagram);
        if (message.type === NLMSG_ERROR && message.payload.length >= 4)
          return acknowledged(-payloadAs(s32, message.payload));
        const event = eventOf(message, pid);
        if (event !== undefined) emit(event);
      },
      overrun: emit,
      failed: fail,
      // Before the socket is closed, the kernel learns that there is no daemon any more.
      closing() {
        if (appointed) socket?.send(setPid(0, 2));
      },
    };
  };
}

/** Becomes the audit daemon; see {@link Audit.daemon$}. */
export function daemon$(
  place: StreamPlace,
  consent: AuditDaemonConsent,
  options: AuditDaemonOptions,
): Observable<AuditDaemonEvent> {
  return defer(() => {
    checkConsent(consent);
    const checked = checkOptions("daemon$", options, OPTIONS);
    const { receiveBuffer, flowControl, listening = () => {}, pid = ownPid() } = checked;
    const socket = { ...place, receiveBuffer, flowControl };
    return streamOf<AuditDaemonEvent>(socket, false, handlerOf(pid, listening));
  }).pipe(inSubscriberContext());
}
