import type { AnyType, NameOf } from "@rxnetlink/core/schema";
import { commandOf } from "../../family/genlmsghdr.js";
import type { attributeType } from "./layout.js";

/** Values that a command accepts in one attribute. Absent members are not limited. */
export interface AttributePolicy {
  /** Wire type; see {@link attributeType}. */
  readonly type: NameOf<typeof attributeType.values>;
  /** Smallest integer. */
  readonly min?: bigint;
  /** Largest integer. */
  readonly max?: bigint;
  /** Bits that an integer or bitfield may have. */
  readonly mask?: bigint;
  /** Shortest payload, in bytes. */
  readonly minLength?: number;
  /** Longest payload, in bytes. */
  readonly maxLength?: number;
  /** Attributes that a nest accepts; a policy may contain itself. */
  readonly nested?: AttributePolicies;
}

/** Attributes that a command accepts, by number; others are refused or, by commands that are not strict, ignored. */
export type AttributePolicies = ReadonlyMap<number, AttributePolicy>;

/** Attributes that a command accepts. */
export interface CommandCapabilities {
  /** In a single request; absent if the kernel does not say. */
  readonly do?: AttributePolicies;
  /** In a request for a list; absent if the kernel does not say. */
  readonly dump?: AttributePolicies;
}

/** Parts of a request to ask about. */
export interface CapabilityQuestion {
  /** Message type of the command, such as `ETHTOOL_MSG_RINGS_SET`. */
  readonly command: number;
  /** Layout of the request. */
  readonly layout: AnyType;
  /** Path of the attribute: `"header.devName"`. */
  readonly path: string;
  /** Set to ask about requests for a list. */
  readonly dump?: boolean;
}

/** Attributes that the running kernel accepts in the requests of a family; it says nothing about replies. */
export class FamilyCapabilities {
  /** Attributes by number of the command; commands without a policy are absent. */
  readonly commands: ReadonlyMap<number, CommandCapabilities>;

  /** @internal */
  constructor(commands: ReadonlyMap<number, CommandCapabilities>) {
    this.commands = commands;
  }

  /**
   * Returns the values that the kernel accepts in an attribute; `undefined` if it does not know the attribute there, or has no
   * policy for the command.
   *
   * @example
   * capabilities.policyOf({ command: ETHTOOL_MSG_RINGS_SET, layout: ringsMessage, path: "tcpDataSplit" })?.max;
   */
  policyOf({ command, layout, path, dump = false }: CapabilityQuestion): AttributePolicy | undefined {
    const { do: single, dump: listing } = this.commands.get(commandOf(command)) ?? {};
    let policies = dump ? listing : single;
    let type: AnyType | undefined = layout;
    let policy: AttributePolicy | undefined;
    for (const key of path.split(".")) {
      policy = [...(policies ?? [])].find(([number]) => type?.attributeName?.(number) === key)?.[1];
      if (policy === undefined) return undefined;
      policies = policy.nested;
      type = type?.member?.(key);
    }
    return policy;
  }

  /** Returns true if the kernel knows an attribute in a command's requests, or has no policy for the command. */
  accepts(question: CapabilityQuestion): boolean {
    const { command, dump = false } = question;
    const known = this.commands.get(commandOf(command))?.[dump ? "dump" : "do"];
    return known === undefined || this.policyOf(question) !== undefined;
  }
}
