// One transaction of nftables in one datagram.

import {
  type AnyType,
  eachMessage,
  NLM_F_REQUEST,
  NLMSG_ERROR,
  nlmsgerr,
  Writer,
  writeMessage,
} from "@rxnetlink/core/schema";
import { Observable } from "rxjs";
import { nfgenmsg } from "#src/common/nfgenmsg.js";
import { NFNL_SUBSYS_NFTABLES, nfnlType } from "#src/common/subsystem.js";
import { NETLINK_NETFILTER } from "#src/connect.js";
import type { Kernel } from "../kernel.js";

/** A message of a transaction. */
export interface BatchMessage {
  readonly type: number;
  readonly flags: number;
  readonly layout: AnyType;
  readonly value: unknown;
}

const [BATCH_BEGIN, BATCH_END] = [0x10, 0x11];
const GETGEN = nfnlType(NFNL_SUBSYS_NFTABLES, 16);
const SUBSYSTEM = { resId: NFNL_SUBSYS_NFTABLES };
/** Sequence number of the request that follows the transaction: its reply comes after all errors. */
const FENCE = 0x7fff_ffff;

function packed(messages: readonly BatchMessage[]): Uint8Array {
  const out = new Writer(64 * 1024, true);
  const header = (type: number) => ({ type, flags: 0, layout: nfgenmsg, value: SUBSYSTEM });
  const all = [header(BATCH_BEGIN), ...messages, header(BATCH_END)];
  all.forEach((it, sequence) => {
    writeMessage(out, { ...it, flags: it.flags | NLM_F_REQUEST, sequence });
  });
  return new Uint8Array(out.view.buffer, out.view.byteOffset, out.at).slice();
}

function fence(): Uint8Array {
  const out = new Writer(64);
  writeMessage(out, { type: GETGEN, flags: NLM_F_REQUEST, sequence: FENCE, layout: nfgenmsg, value: {} });
  return new Uint8Array(out.view.buffer, out.view.byteOffset, out.at).slice();
}

/** Commits messages as one transaction; emits the errors by the position of the message once, and completes. */
export function commit$({ transport, namespace }: Kernel, messages: readonly BatchMessage[]) {
  return new Observable<ReadonlyMap<number, number>>((subscriber) => {
    const errors = new Map<number, number>();
    const options = { protocol: NETLINK_NETFILTER, namespace: namespace.ref, sendBuffer: 16 << 20 };
    const socket$ = transport.socket$(options);
    const opened = socket$.subscribe({
      next(socket) {
        socket.arrivals$.subscribe((arrival) => {
          if (arrival.type === "callFailed") return subscriber.error(arrival.error);
          if (arrival.type !== "datagram") return;
          eachMessage(arrival.view, arrival.start, arrival.end, (header, view, at, end) => {
            if (header.sequence === FENCE) {
              subscriber.next(errors);
              subscriber.complete();
            } else if (header.type === NLMSG_ERROR) {
              const { error } = nlmsgerr.read(view, at, end);
              if (error !== 0) errors.set(header.sequence - 1, -error);
            }
          });
        });
        socket.send(packed(messages));
        socket.send(fence());
      },
      error: (error) => subscriber.error(error),
    });
    return opened;
  });
}
