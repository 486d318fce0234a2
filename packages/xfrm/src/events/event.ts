import type { DrainedNotification, MalformedNotification, OverrunNotification } from "@rxnetlink/core";
import type { XfrmDefault } from "../default/default.js";
import type { XfrmMigrate, XfrmMigrateState } from "../migrate/layout.js";
import type { XfrmExpiredPolicy } from "../policy/expire.js";
import type { XfrmPolicyFlush } from "../policy/flush.js";
import type { XfrmPolicy } from "../policy/layout.js";
import type { XfrmAe } from "../state/ae.js";
import type { XfrmExpiredState } from "../state/expire.js";
import type { XfrmStateFlush } from "../state/flush.js";
import type { XfrmState } from "../state/layout.js";
import type { XfrmAcquire } from "./acquire.js";
import type { Answering } from "./answer.js";
import type { XfrmMapping, XfrmReport } from "./reports.js";

/** What happened to a state or a policy. */
export type XfrmChange = "new" | "update" | "delete";

/** A packet needs a state that does not exist. */
export interface XfrmAcquireEvent extends XfrmAcquire, Answering {
  /** Discriminates events. */
  readonly type: "acquire";
}

/** The lifetime of a state ended. */
export interface XfrmExpireEvent {
  /** Discriminates events. */
  readonly type: "expire";
  /** True if the kernel has removed the state; false if it will soon, so that another has to be made. */
  readonly hard: boolean;
  /** The state. */
  readonly state: XfrmExpiredState;
}

/** The lifetime of a policy ended. */
export interface XfrmPolicyExpireEvent {
  /** Discriminates events. */
  readonly type: "policyExpire";
  /** True if the kernel has removed the policy. */
  readonly hard: boolean;
  /** The policy. */
  readonly policy: XfrmExpiredPolicy;
}

/** A state was created, changed or removed. */
export interface XfrmStateEvent {
  /** Discriminates events. */
  readonly type: "state";
  /** What happened. */
  readonly change: XfrmChange;
  /** The state. */
  readonly state: XfrmState;
}

/** A policy was created, replaced or removed. */
export interface XfrmPolicyEvent {
  /** Discriminates events. */
  readonly type: "policy";
  /** What happened. */
  readonly change: XfrmChange;
  /** The policy. */
  readonly policy: XfrmPolicy;
}

/** All states were removed, or those of a protocol. */
export interface XfrmStateFlushEvent extends XfrmStateFlush {
  /** Discriminates events. */
  readonly type: "stateFlush";
}

/** All policies of a table were removed. */
export interface XfrmPolicyFlushEvent extends XfrmPolicyFlush {
  /** Discriminates events. */
  readonly type: "policyFlush";
}

/** What happens to packets without a policy was set. */
export interface XfrmDefaultEvent extends XfrmDefault {
  /** Discriminates events. */
  readonly type: "default";
}

/** Counters of a state reached a threshold, or were set. */
export interface XfrmAeEvent extends XfrmAe {
  /** Discriminates events. */
  readonly type: "ae";
}

/** A peer behind a NAT has another address or port. */
export interface XfrmMappingEvent extends XfrmMapping {
  /** Discriminates events. */
  readonly type: "mapping";
}

/** A packet violated a policy of Mobile IPv6. */
export interface XfrmReportEvent extends XfrmReport {
  /** Discriminates events. */
  readonly type: "report";
}

/** A policy and its states moved to other addresses. */
export interface XfrmMigrateEvent extends XfrmMigrate {
  /** Discriminates events. */
  readonly type: "migrate";
}

/** A state moved to other addresses; since 7.2. */
export interface XfrmMigrateStateEvent extends XfrmMigrateState {
  /** Discriminates events. */
  readonly type: "migrateState";
}

/** Where a stream has gaps: events were lost, or one could not be decoded. */
export type XfrmGap = OverrunNotification | DrainedNotification | MalformedNotification;

/** Any event; discriminated by `type`. */
export type XfrmEvent =
  | XfrmAcquireEvent
  | XfrmExpireEvent
  | XfrmPolicyExpireEvent
  | XfrmStateEvent
  | XfrmPolicyEvent
  | XfrmStateFlushEvent
  | XfrmPolicyFlushEvent
  | XfrmDefaultEvent
  | XfrmAeEvent
  | XfrmMappingEvent
  | XfrmReportEvent
  | XfrmMigrateEvent
  | XfrmMigrateStateEvent
  | XfrmGap;
