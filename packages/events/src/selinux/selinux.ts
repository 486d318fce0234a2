import {
  Connection,
  type ConnectionOptions,
  defineObject,
  type MalformedNotification,
  type NetlinkNotification,
  type NotificationOptions,
  type OverrunNotification,
  type Transport,
} from "@rxnetlink/core";
import { aTransport, checkOptions, connectionChecks, type OptionChecks } from "@rxnetlink/core/internal";
import { nest } from "@rxnetlink/core/schema";
import { map, type Observable } from "rxjs";
import {
  type SelnlMsgPolicyload,
  type SelnlMsgSetenforce,
  selnlMsgPolicyload,
  selnlMsgSetenforce,
} from "./layout.js";
import { SELNL_MSG_POLICYLOAD, SELNL_MSG_SETENFORCE, SELNLGRP_AVC } from "./messages.js";
import { NETLINK_SELINUX } from "./protocol.js";

/** The mode of SELinux has changed: `setenforce`. */
export interface SelinuxSetenforce {
  /** Discriminates events. */
  readonly type: "setenforce";
  /** Mode from now on; a number if it is neither. */
  readonly mode: SelnlMsgSetenforce["val"];
}

/** A policy was loaded: `load_policy`. Decisions that were cached may be wrong. */
export interface SelinuxPolicyload {
  /** Discriminates events. */
  readonly type: "policyload";
  /** Number of the policy, which counts up. */
  readonly seqno: number;
}

/** The stream is complete again after an `overrun`. */
export interface SelinuxDrained {
  /** Discriminates events. */
  readonly type: "drained";
}

/** Anything that `events$` emits; discriminated by `type`. */
export type SelinuxEvent =
  | SelinuxSetenforce
  | SelinuxPolicyload
  | OverrunNotification
  | SelinuxDrained
  | MalformedNotification;

/** Messages about the mode. */
export const selinuxSetenforceObject = defineObject({
  name: "setenforce",
  layout: nest<SelnlMsgSetenforce>(selnlMsgSetenforce),
  types: { new: SELNL_MSG_SETENFORCE },
  groups: [SELNLGRP_AVC],
  verbs: ["notify"],
  filters: [],
});

/** Messages about policies. */
export const selinuxPolicyloadObject = defineObject({
  name: "policyload",
  layout: nest<SelnlMsgPolicyload>(selnlMsgPolicyload),
  types: { new: SELNL_MSG_POLICYLOAD },
  groups: [SELNLGRP_AVC],
  verbs: ["notify"],
  filters: [],
});

/** SELinux, as far as it reports changes. There are no requests. */
export interface Selinux {
  /** Underlying connection. */
  readonly connection: Connection;
  /**
   * Emits changes of the mode and loads of policies, until unsubscribed. Needs no privilege. A kernel without SELinux has no
   * such protocol: the stream errors with a `SystemError`, `EPROTONOSUPPORT`; one in which it is off reports nothing.
   *
   * @example
   * selinux().events$().subscribe((event) => {
   *   if (event.type === "setenforce") console.log(event.mode);
   * });
   */
  events$(options?: NotificationOptions): Observable<SelinuxEvent>;
}

/** Options of connections to `NETLINK_SELINUX`. */
export type SelinuxConnectionOptions = Omit<ConnectionOptions, "protocol" | "permission" | "linkIndex$">;

/** Options of {@link selinux}. */
export interface SelinuxOptions<T extends Transport = Transport> extends SelinuxConnectionOptions {
  /** Transport of notifications. */
  readonly transport: T;
}

const { protocol: _protocol, permission: _permission, linkIndex$: _linkIndex$, ...common } = connectionChecks;
const OPTIONS: OptionChecks<SelinuxOptions> = { ...common, transport: aTransport };

type Message = SelnlMsgSetenforce | SelnlMsgPolicyload;

function eventOf(notification: NetlinkNotification<Message>): SelinuxEvent {
  if (!("value" in notification)) return notification;
  const { value } = notification;
  return "val" in value
    ? { type: "setenforce", mode: value.val }
    : { type: "policyload", seqno: value.seqno };
}

/**
 * Connects to `NETLINK_SELINUX` over a transport.
 *
 * @throws ArgumentError if an option does not exist or has an unusable value.
 */
export function selinux(options: SelinuxOptions): Selinux {
  const { transport, ...rest } = checkOptions("selinux", options, OPTIONS);
  const connection = new Connection(transport, { ...rest, protocol: NETLINK_SELINUX });
  const objects = [selinuxSetenforceObject, selinuxPolicyloadObject] as never;
  return {
    connection,
    events$: (settings = {}) => connection.notifications$<Message>(objects, settings).pipe(map(eventOf)),
  };
}
