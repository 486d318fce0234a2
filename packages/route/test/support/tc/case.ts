// Test cases of traffic control, and the objects that they are about.

import type { NetlinkNotification } from "@rxnetlink/core";
import type { Observable } from "rxjs";

export type Json = Record<string, unknown>;

/** Object of traffic control with settings by kind. */
export type Kinded = { kind?: string; options?: unknown };

/** One object as tc creates it, and as we do. */
export interface Case<T extends Kinded, O = NonNullable<T["options"]>> {
  /** Words of tc, from the kind on; absent when tc (iproute2 6.1) does not support it. */
  readonly tc?: string;
  /** Name of the case, when tc does not support it. */
  readonly name?: string;
  /** Settings that we send; when absent, those decoded from what tc created. */
  readonly options?: O;
  /** Other members that we send. */
  readonly extra?: Partial<T>;
  /** Settings that must be decoded. */
  readonly expected?: object;
  /** Returns the settings as tc prints them in JSON. */
  print?(options: O, value: T): Json;
  /** Change that follows, and the settings that must then be decoded. */
  readonly change?: {
    readonly options: O;
    readonly extra?: Partial<T>;
    readonly expected?: object;
    /** Settings of the replacement that follows; the original ones when absent. */
    readonly restored?: O;
    /** First kernel that supports the change; an older one reports that the object exists. */
    readonly since?: string;
  };
  /** Returns the reason why this kernel cannot do it, from what tc created: kernels ignore some options silently. */
  missing?(value: T): string | undefined;
  /** Set when the kernel does not return the object on its own. */
  readonly ungettable?: boolean;
  /** Set when the kernel reports a new object without its settings. */
  readonly reportedEmpty?: boolean;
  /** First kernel that supports it, when an older one would ignore it silently. */
  readonly since?: string;
}

/** Kind of object under test: the verbs and the words of tc for it. */
export interface Subject<T extends Kinded> {
  /** Verbs. */
  readonly object: {
    list$(match: Partial<T>): Observable<T>;
    get$(key: Partial<T>): Observable<T>;
    add$(value: Partial<T>): Observable<unknown>;
    change$(value: Partial<T>): Observable<unknown>;
    replace$(value: Partial<T>): Observable<unknown>;
    delete$(key: Partial<T>): Observable<unknown>;
    notifications$(options: { listening(): void }): Observable<NetlinkNotification<T>>;
  };
  /** Words of tc before the kind: `qdisc add dev v0 root handle 1:`. */
  readonly add: string;
  /** Command that prints the object. */
  readonly show: string;
  /** Command that deletes the object, whatever its kind. */
  readonly clear: string;
  /** Members of every request. */
  readonly place: Partial<T>;
  /** Selects the object among the listed ones. */
  select(rows: readonly T[]): T | undefined;
  /** Returns the key of the object. */
  key(value: T): Partial<T>;
  /** Members that the kernel chooses, not always alike. */
  readonly varying?: readonly string[];
  /** Returns the decoded members that are sent in addition to the settings. */
  requestMembers?(value: T): Partial<T>;
}
