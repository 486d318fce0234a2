import type { AnyType, Type } from "@rxnetlink/core/schema";
import type { Protocol } from "./source/source.js";

/** Numbers of a request and of its replies: message types, or commands of generic netlink. */
export interface Numbers {
  /** Number of the request. */
  readonly request: number;
  /** Number of the replies; absent if the kernel only acknowledges. */
  readonly reply?: number;
}

/** An operation of a family. */
export interface Operation {
  /** Layout of its messages: fixed header and attributes. */
  readonly layout: AnyType;
  /** Set if it can be requested. */
  readonly do?: Numbers;
  /** Set if it can be requested as a list. */
  readonly dump?: Numbers;
  /** Number of its notifications, if it is one. */
  readonly notification?: number;
  /** Multicast group of its notifications, if it is only one. */
  readonly group?: string;
}

/** A family, as {@link ynl} speaks to it: made by {@link loadSpec} or, with static types, by {@link typesOf}. */
export interface Spec {
  /** Name of the family. */
  readonly name: string;
  /** How its messages travel: `"netlink-raw"`, or one of generic netlink. */
  readonly protocol: Protocol;
  /** Number of the protocol of `"netlink-raw"`. */
  readonly protonum?: number;
  /** Version of a family of generic netlink. */
  readonly version?: number;
  /** Multicast groups; the numbers of those of generic netlink mean something to its connections only. */
  readonly groups: Readonly<Record<string, number>>;
  /** Operations by name. */
  readonly operations: Readonly<Record<string, Operation>>;
}

/** A value whose members are known only to the description. */
export interface DescribedValue {
  [member: string]: unknown;
}

/** A family from a description at run time. */
export interface LoadedSpec extends Spec {
  readonly operations: Readonly<Record<string, Operation & { readonly layout: Type<DescribedValue> }>>;
  /** All layouts that the description declares, by their names in camelCase. */
  readonly layouts: ReadonlyMap<string, AnyType>;
}
