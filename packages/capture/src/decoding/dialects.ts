import { viewOf } from "@rxnetlink/core/schema";
import type { CapturedRefusal } from "./captured-message.js";
import { type Family, type FamilyOpener, familiesOf, protocolName } from "./family.js";
import type { MessageKind, ReadKind } from "./message-kinds.js";

const NETLINK_KOBJECT_UEVENT = 15;
const NETLINK_GENERIC = 16;
/** Number of the controller of generic netlink, the one family whose number is fixed (`GENL_ID_CTRL`). */
const CONTROLLER = 16;

/** What a message of the controller says of a family. */
interface Numbered {
  readonly familyId?: number;
  readonly familyName?: string;
}

/** The families of a capture. Those of generic netlink have other numbers in each kernel, which the capture itself tells. */
export class Dialects {
  readonly #families: readonly Family[];
  /** Families of generic netlink by number. */
  readonly #names = new Map<number, string>([[CONTROLLER, "nlctrl"]]);

  constructor(openers: readonly FamilyOpener[]) {
    this.#families = familiesOf(openers);
  }

  /** True for a protocol whose datagrams are no messages. */
  isRaw(protocol: number): boolean {
    return protocol === NETLINK_KOBJECT_UEVENT;
  }

  /** Returns the name of the family of a message for people. */
  nameOf(protocol: number, type: number): string {
    if (protocol !== NETLINK_GENERIC || type < CONTROLLER) return protocolName(protocol);
    return this.#names.get(type) ?? `generic ${type}`;
  }

  /** Reads a message about an object; returns `undefined` if its family or its type was not declared. */
  read({
    packet,
    header,
    payload,
    byteOrder,
    role,
  }: Omit<CapturedRefusal, "type" | "errno" | "code">): ReadKind | undefined {
    const name = packet.protocol === NETLINK_GENERIC ? this.#names.get(header.type) : undefined;
    const family = this.#families.find((one) => one.protocol === packet.protocol && one.name === name);
    if (family === undefined || payload.length === 0) return undefined;
    const view = viewOf(payload, byteOrder);
    const type = family.typeOf(header.type, view, 0);
    return family.kinds.read(type, role === "request", view, 0, payload.length);
  }

  /** Learns the number of a family from what the controller says. */
  learn(protocol: number, { definition, action }: MessageKind, value: object): void {
    if (protocol !== NETLINK_GENERIC || definition.name !== "family" || action === "get") return;
    const { familyId, familyName } = value as Numbered;
    if (familyId !== undefined && familyName !== undefined) this.#names.set(familyId, familyName);
  }
}
