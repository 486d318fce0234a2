import { type Ack, Connection, type ConnectionOptions, type Transport } from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { defer, type Observable } from "rxjs";
import { type AuditFeatureVerbs, featureOf } from "./control/feature/feature.js";
import { type AuditSigInfo, signalInfo$ } from "./control/signal.js";
import { type AuditStatuses, statusOf } from "./control/status/status.js";
import { makeEquivalent$, trim$ } from "./control/tree.js";
import { type AuditTtyVerbs, ttyOf } from "./control/tty/tty.js";
import { type AuditUserOptions, user$ } from "./control/user.js";
import { type AuditAssemblyOptions, assembleAuditEvents, assemblyChecks } from "./event/assemble.js";
import type { AuditStreamEvent } from "./event/event.js";
import { NETLINK_AUDIT } from "./protocol.js";
import { type AuditRules, rulesOf } from "./rule/rule.js";
import {
  type AuditDaemonConsent,
  type AuditDaemonEvent,
  type AuditDaemonOptions,
  daemon$,
} from "./stream/daemon.js";
import { type AuditRecordEvent, type AuditRecordOptions, recordChecks, records$ } from "./stream/records.js";

/** Options of {@link Audit.events$}. */
export interface AuditEventOptions extends AuditRecordOptions, AuditAssemblyOptions {}

/**
 * The audit system of the machine. It is not of a namespace: only programs in the initial user and PID namespaces have it.
 * Control needs `CAP_AUDIT_CONTROL`.
 */
export interface Audit {
  /** Underlying connection for control, for messages without a verb. */
  readonly connection: Connection;
  /** State: whether it records, limits, and what was lost. */
  readonly status: AuditStatuses;
  /** Features. */
  readonly feature: AuditFeatureVerbs;
  /** Recording of what this program and its children type at terminals. */
  readonly tty: AuditTtyVerbs;
  /** Rules: which events are recorded. */
  readonly rule: AuditRules;
  /**
   * Emits the records, beside the audit daemon, until unsubscribed. Each subscription has its own socket. Needs
   * `CAP_AUDIT_READ`; since 3.16. The kernel does not wait for readers: what finds no room is lost, and an `overrun` is
   * emitted.
   *
   * Errors with a `SystemError`, `EPERM` without the right.
   *
   * @example
   * audit.records$().subscribe((record) => {
   *   if (record.type === "userLogin") console.log(record.fields.msg?.acct, record.fields.msg?.res);
   * });
   */
  records$(options?: AuditRecordOptions): Observable<AuditRecordEvent>;
  /**
   * Emits events, each with all its records: {@link records$} through {@link assembleAuditEvents}.
   *
   * @example
   * audit.events$().subscribe((event) => {
   *   if (event.type === "event") console.log(auditRecordIn(event, "syscall")?.fields.exe, auditArguments(event));
   * });
   */
  events$(options?: AuditEventOptions): Observable<AuditStreamEvent>;
  /**
   * Becomes the audit daemon until unsubscribed: the kernel then waits for this program to read, and stops writing records to its
   * own log. No other daemon can run meanwhile, and what the program does not store is stored nowhere.
   *
   * Errors with a `KernelError`: `EEXIST` while an audit daemon runs; with an `ArgumentError` without consent.
   *
   * @param consent - Both members must be true.
   */
  daemon$(consent: AuditDaemonConsent, options?: AuditDaemonOptions): Observable<AuditDaemonEvent>;
  /**
   * Has the kernel write a message of this program as a record. Needs `CAP_AUDIT_WRITE`. While audit is off, the kernel accepts
   * it and writes nothing.
   *
   * @param message - Fields: `op=unlock acct="alice" res=success`; see {@link encodeAuditValue}. At most 8559 bytes.
   */
  user$(message: string, options?: AuditUserOptions): Observable<Ack>;
  /** Emits who sent the last signal to the audit daemon. */
  signalInfo$(): Observable<AuditSigInfo>;
  /** Removes what is no longer mounted from the trees that rules watch: `auditctl -t`. */
  trim$(): Observable<Ack>;
  /**
   * Has what is mounted at a path watched by the rules for another, under which it lies: `auditctl -q`.
   *
   * @param path - Where it is mounted.
   * @param like - Watched path.
   */
  makeEquivalent$(path: string, like: string): Observable<Ack>;
}

/** Options of connections to `NETLINK_AUDIT`. */
export type AuditConnectionOptions = Omit<ConnectionOptions, "protocol" | "permission" | "linkIndex$">;

/** Options of {@link audit}. */
export interface AuditOptions<T extends Transport = Transport> extends AuditConnectionOptions {
  /** Transport of requests and records. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, linkIndex$: _linkIndex$, ...common } = connectionChecks;
const OPTIONS: OptionChecks<AuditOptions> = { ...common, transport: aTransport };

/** Returns the options that some checks are about. */
function only<O extends object>(options: O, checks: OptionChecks<O>): O {
  return Object.fromEntries(Object.entries(options).filter(([key]) => Object.hasOwn(checks, key))) as O;
}

/** Returns the streams of records over a transport. */
function streamsOf(transport: Transport, namespace: AuditOptions["namespace"]) {
  const place = { transport, namespace };
  const events$ = (options: AuditEventOptions = {}) =>
    defer(() => {
      const checked = checkOptions("events$", options, { ...recordChecks, ...assemblyChecks });
      return records$(place, only<AuditRecordOptions>(checked, recordChecks)).pipe(
        assembleAuditEvents(only<AuditAssemblyOptions>(checked, assemblyChecks)),
      );
    });
  return {
    events$,
    records$: (options: AuditRecordOptions = {}) => records$(place, options),
    daemon$: (consent: AuditDaemonConsent, options: AuditDaemonOptions = {}) =>
      daemon$(place, consent, options),
  };
}

/**
 * Connects to `NETLINK_AUDIT` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function audit(options: AuditOptions): Audit {
  const { transport, ...rest } = checkOptions("audit", options, OPTIONS);
  const connection = new Connection(transport, { ...rest, protocol: NETLINK_AUDIT });
  return {
    connection,
    status: statusOf(connection),
    feature: featureOf(connection),
    tty: ttyOf(connection),
    rule: rulesOf(connection),
    ...streamsOf(transport, rest.namespace),
    user$: (message, settings = {}) => user$(connection, message, settings),
    signalInfo$: () => signalInfo$(connection),
    trim$: () => trim$(connection),
    makeEquivalent$: (path, like) => makeEquivalent$(connection, path, like),
  };
}
