import type {
  FlowControl,
  MalformedNotification,
  NamespaceRef,
  OverrunNotification,
  Transport,
} from "@rxnetlink/core";
import {
  aFunction,
  anInteger,
  anObjectWith,
  checkOptions,
  inSubscriberContext,
  type OptionChecks,
} from "@rxnetlink/core/internal";
import { defer, type Observable } from "rxjs";
import type { AuditRecord } from "../record/record.js";
import { recordIn, wholeMessage } from "./datagram.js";
import { streamOf } from "./socket.js";

/** Options of streams of records. */
export interface AuditRecordOptions {
  /** Receive buffer of the socket, in bytes; 4 MiB by default. */
  readonly receiveBuffer?: number;
  /** Stops reading while it is paused; records that then find no room are lost, which an `overrun` reports. */
  readonly flowControl?: FlowControl;
  /** Called when nothing can be missed any more. */
  readonly listening?: () => void;
}

/** Anything that a stream of records emits; discriminated by `type`. */
export type AuditRecordEvent = AuditRecord | OverrunNotification | MalformedNotification;

/** Checks of {@link AuditRecordOptions}. */
export const recordChecks: OptionChecks<AuditRecordOptions> = {
  receiveBuffer: anInteger(0, 0x7fff_ffff),
  flowControl: anObjectWith("pause", "resume"),
  listening: aFunction,
};

/** Where streams open their sockets. */
export interface StreamPlace {
  readonly transport: Transport;
  readonly namespace: NamespaceRef | undefined;
}

/** Emits the records that the kernel multicasts; see {@link Audit.records$}. */
export function records$(place: StreamPlace, options: AuditRecordOptions): Observable<AuditRecordEvent> {
  return defer(() => {
    const { receiveBuffer, flowControl, listening } = checkOptions("records$", options, recordChecks);
    const socket = { ...place, receiveBuffer, flowControl };
    return streamOf<AuditRecordEvent>(socket, true, (emit, fail) => ({
      opened: () => listening?.(),
      datagram: (datagram) => emit(recordIn(wholeMessage(datagram))),
      overrun: emit,
      failed: fail,
    }));
  }).pipe(inSubscriberContext());
}
