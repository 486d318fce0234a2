import { datagram } from "@rxnetlink/testing";
import { BehaviorSubject, Subject } from "rxjs";
import { vi } from "vitest";
import type { PendingRequest } from "#src/connection/request.js";
import { RequestSocket } from "#src/connection/requests/request-socket.js";
import { SentSequences } from "#src/connection/sent-sequences.js";
import type { SocketContext } from "#src/connection/socket-context.js";
import { newStatistics } from "#src/connection/statistics.js";
import { Publisher } from "#src/probe/publisher.js";
import type { Arrival, Socket } from "#src/transport.js";
import { ITEM_GET, itemMessage, join, type ReceivedRequest, requestsIn } from "./kernel.js";

/** Port id of the socket. */
export const PORT = 1000;

/** What a connection shares with its sockets. */
export const aContext = (): SocketContext => ({
  statistics: newStatistics(),
  publisher: new Publisher(undefined, { protocol: 0 }),
  sent: new SentSequences(),
  permission: "message",
});

/** A request socket whose kernel is the test. */
export function setUp() {
  const arrivals$ = new Subject<Arrival>();
  const sent: ReceivedRequest[][] = [];
  const socket = {
    portId: PORT,
    arrivals$,
    send: (bytes: Uint8Array) => sent.push(requestsIn(bytes, PORT)),
    join: () => 0,
    leave: () => 0,
    pause() {},
    keepAlive: vi.fn<(yes: boolean) => void>(),
  } satisfies Socket;
  const context = aContext();
  const { statistics } = context;
  const requests = new RequestSocket(new BehaviorSubject(socket), context);
  const deliver = (...messages: Uint8Array[]) => arrivals$.next(datagram(join(messages)));
  return { socket, sent, statistics, requests, arrivals$, deliver };
}

/** A request that records its replies and outcome. */
export function pendingRequest(changes: Partial<PendingRequest> = {}) {
  const log: unknown[] = [];
  return {
    type: ITEM_GET,
    flags: 1,
    layout: itemMessage,
    value: { id: 1 },
    completesOn: "acknowledgement" as const,
    timeout: 0,
    reply: (_, view, at, end) => void log.push(itemMessage.read(view, at, end)),
    complete: (ack) => void log.push(ack),
    fail: (error) => void log.push(error),
    ...changes,
    log,
  } satisfies PendingRequest & { log: unknown[] };
}

/** The receiver of a reply. */
export const to = (sequence: number) => ({ sequence, portId: PORT });
/** The log of a request that was applied without replies. */
export const COMPLETED = [{}];
