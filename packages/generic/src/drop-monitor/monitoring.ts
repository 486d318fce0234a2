import { type Connection, KernelError, type MessageSet, type Session } from "@rxnetlink/core";
import { nest } from "@rxnetlink/core/schema";
import {
  catchError,
  concat,
  defer,
  EMPTY,
  ignoreElements,
  merge,
  mergeMap,
  Observable,
  tap,
  throwError,
} from "rxjs";
import {
  NET_DM_CMD_ALERT,
  NET_DM_CMD_CONFIG,
  NET_DM_CMD_PACKET_ALERT,
  NET_DM_CMD_START,
  NET_DM_CMD_STOP,
} from "./commands.js";
import { type DroppedEvent, droppedEvent } from "./events.js";
import { dropMonitorGroups } from "./family.js";
import { type DropAlert, type DropConfig, dropAlertMessage, dropConfigMessage } from "./layout.js";
import type { DroppedOptions } from "./options.js";

const RECEIVE_BUFFER = 4 * 1024 * 1024;
const OTHERS = "another program monitors drops, or one that ended did: dropMonitor.stop$() stops it";

const alerts: MessageSet<DropAlert> = {
  name: "dropAlert",
  layout: nest<DropAlert>(dropAlertMessage),
  types: { new: NET_DM_CMD_PACKET_ALERT, delete: NET_DM_CMD_ALERT },
  groups: [dropMonitorGroups.events],
};

const layout = nest<DropConfig>(dropConfigMessage);

/** Returns a request that configures, starts or stops the monitor. */
const monitorRequest = (type: number, verb: string, value: DropConfig) => ({
  type,
  layout,
  value,
  label: {
    object: "dropMonitor",
    verb,
    namedBy: [],
    hint: ({ errno }: { errno: number }) => (errno === 16 || errno === 11 ? OTHERS : undefined),
  },
});

type Settings = Omit<DroppedOptions, "listening">;

const configOf = ({ mode = "packet", truncLen, queueLen }: Settings): DropConfig => ({
  alertMode: mode,
  ...(truncLen !== undefined && { truncLen }),
  ...(queueLen !== undefined && { queueLen }),
});

const dropsOf = ({ software = true, hardware = false }: Settings): DropConfig => ({
  ...(software && { swDrops: true }),
  ...(hardware && { hwDrops: true }),
});

/** Reports drops of the modes that the kernel has two kinds of messages for. */
function eventsOf(session: Session<DropAlert>): Observable<DroppedEvent> {
  return new Observable((subscriber) =>
    session.notifications$.subscribe({
      next(notification) {
        const event = droppedEvent(notification, notification.type === "delete");
        if (event !== undefined) subscriber.next(event);
      },
      complete: () => subscriber.complete(),
    }),
  );
}

/** The monitor, as one session runs it. */
class Running {
  readonly #session: Session<DropAlert>;
  readonly #drops: DropConfig;
  #isOurs = false;

  constructor(session: Session<DropAlert>, settings: Settings) {
    this.#session = session;
    this.#drops = dropsOf(settings);
    // The kernel does not stop it by itself when the socket is closed.
    session.notifications$.subscribe({ complete: () => this.#stop() });
  }

  /** Configures and starts the monitor. */
  start$(settings: Settings): Observable<never> {
    const request = (type: number, verb: string, value: DropConfig) =>
      defer(() => this.#session.execute$(monitorRequest(type, verb, value)));
    const started$ = defer(() => {
      this.#isOurs = true;
      return request(NET_DM_CMD_START, "start", this.#drops);
    });
    return concat(request(NET_DM_CMD_CONFIG, "configure", configOf(settings)), started$).pipe(
      ignoreElements(),
      catchError((error: unknown) => {
        // It is another's, who goes on.
        this.#isOurs = false;
        return throwError(() => error);
      }),
    );
  }

  #stop(): void {
    if (this.#isOurs) this.#session.send(monitorRequest(NET_DM_CMD_STOP, "stop", this.#drops));
  }
}

/** Configures and starts the monitor while subscribed to, and emits what it reports. */
export function monitored$(
  connection: Connection,
  settings: Settings,
  started: () => void,
): Observable<DroppedEvent> {
  const { receiveBuffer = RECEIVE_BUFFER } = settings;
  return connection
    .session$([alerts], { groups: alerts.groups, receiveBuffer })
    .pipe(
      mergeMap((session) =>
        merge(
          eventsOf(session),
          new Running(session, settings).start$(settings).pipe(tap({ complete: started })),
        ),
      ),
    );
}

/** Stops the monitor, whoever started it; that it does not run is no error. */
export function stopped$(connection: Connection): Observable<void> {
  const stop$ = (drops: DropConfig) =>
    defer(() => connection.execute$(monitorRequest(NET_DM_CMD_STOP, "stop", drops))).pipe(
      catchError((error: unknown) =>
        error instanceof KernelError && error.errno === 11 ? EMPTY : throwError(() => error),
      ),
    );
  return concat(stop$({ swDrops: true }), stop$({ hwDrops: true })).pipe(ignoreElements());
}
