// A kernel that is a function, for what a test may not do to a real one.

import {
  type AnyType,
  eachMessage,
  NLMSG_ERROR,
  NLMSG_HDRLEN,
  nlmsgerr,
  nlmsghdr,
  Writer,
} from "@rxnetlink/core/schema";
import { datagram, type ScriptedSocket, scriptedTransport } from "@rxnetlink/testing";
import type { Observable } from "rxjs";
import { audit } from "#src/audit/audit.js";

/** A request as the kernel sees it. */
export interface Asked {
  readonly type: number;
  readonly flags: number;
  readonly sequence: number;
  /** Reads its payload. */
  as<T>(layout: AnyType & { read(...args: never[]): T }): T;
  readonly payload: Uint8Array;
}

/** Returns a message; its header counts itself unless told otherwise, as for the records of the daemon. */
export function message(
  type: number,
  sequence: number,
  payload: Uint8Array,
  counted = NLMSG_HDRLEN,
): Uint8Array {
  const out = new Writer();
  nlmsghdr.writeFrom(out, { type, flags: 0, sequence, portId: 0, length: payload.length + counted });
  out.append(payload);
  return out.take();
}

/** Returns the bytes of a value. */
export function bytesOf(layout: AnyType, value: unknown): Uint8Array {
  const out = new Writer();
  layout.write(out, value);
  return out.take();
}

/** Returns an acknowledgement with an error, as the kernel writes it: negative for a refusal. */
export function ack({ type, sequence }: Asked, error = 0): Uint8Array {
  const request = { length: 16, type, flags: 0, sequence, portId: 0 };
  return message(NLMSG_ERROR, sequence, bytesOf(nlmsgerr, { error, request }));
}

/** A record as it is sent. */
export const text = (line: string) => new TextEncoder().encode(line);

/** Opens audit over a kernel that answers with datagrams, and remembers what it was asked. */
export function scripted(answer: (asked: Asked) => readonly Uint8Array[]) {
  const asked: Asked[] = [];
  const transport = scriptedTransport((bytes, socket) => {
    const all = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    eachMessage(all, 0, bytes.length, (header, view, at, end) => {
      const one: Asked = {
        ...header,
        payload: bytes.slice(at, end),
        as: (layout) => layout.read(view, at, end) as never,
      };
      asked.push(one);
      for (const reply of answer(one)) socket.deliver(datagram(reply));
    });
  });
  const only = (): ScriptedSocket => [...transport.sockets][0]!;
  return { audit: audit({ transport }), transport, asked, only };
}

/** What a stream has done. */
export function watch<T>(source$: Observable<T>) {
  const seen = { values: [] as T[], error: undefined as unknown, ended: false };
  const subscription = source$.subscribe({
    next: (value) => seen.values.push(value),
    error: (error) => {
      seen.error = error;
    },
    complete: () => {
      seen.ended = true;
    },
  });
  return Object.assign(seen, { unsubscribe: () => subscription.unsubscribe() });
}

/** Lets what is scheduled in this turn happen. */
export const quiet = () => new Promise((resolve) => setImmediate(resolve));
