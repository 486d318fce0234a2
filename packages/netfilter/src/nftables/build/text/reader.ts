import type { AnonymousSet, Family } from "../compile/compiled.js";
import { ARP, ETHER, IP, IP6, NETWORKS, type Protocol, VLAN } from "../compile/protocol.js";
import type { Need, Subject } from "../compile/statement.js";
import type { Part } from "../field/bits.js";
import { paddedSize } from "../value/bytes.js";
import type { DataType } from "../value/data-type.js";
import { Catalog, slotOf } from "./catalog.js";
import { changedText, type LoadedField, type Operand, type Selected, select } from "./operand.js";

/** A part of the text. */
export interface Item {
  readonly text: string;
  /** What it matches for the sake of later fields, which then say so by themselves. */
  readonly certain?: {
    readonly subject: Subject | "iiftype";
    readonly value: number;
    readonly meta: boolean;
  };
  /** True if it does more than match. */
  readonly acts?: boolean;
}

const FIXED: Partial<Record<Family, Protocol>> = { ip: IP, ipv4: IP, ip6: IP6, ipv6: IP6, arp: ARP };
const NFPROTO: Readonly<Record<number, Protocol>> = { 2: IP, 10: IP6 };
const ARPHRD_ETHER = 1;

/** Follows a rule: what its registers hold, what is certain about the packet, and the text so far. */
export class Reader {
  readonly registers = new Map<number, Operand>();
  readonly items: Item[] = [];
  network: Protocol | undefined;
  transport: number | undefined;
  vlan = false;
  /** Types of ICMP that the packet may have; absent if any. */
  icmpTypes: readonly number[] | undefined;

  constructor(
    readonly family: Family,
    readonly sets: readonly AnonymousSet[],
    readonly linkName: (index: number) => string | undefined,
    readonly catalog = new Catalog(),
  ) {
    this.network = FIXED[family];
  }

  add(text: string, acts = true): void {
    this.items.push({ text, acts });
    this.registers.clear();
  }

  load(register: number | undefined, operand: Operand): void {
    if (register !== undefined) this.registers.set(slotOf(register), operand);
  }

  operand(register: number | undefined): Operand | undefined {
    return register === undefined ? undefined : this.registers.get(slotOf(register));
  }

  field(register: number | undefined): LoadedField | undefined {
    const operand = this.operand(register);
    return operand?.type === "field" ? operand : undefined;
  }

  /** Returns the fields that follow each other in registers, as a key. */
  key(register: number | undefined): LoadedField[] {
    const out: LoadedField[] = [];
    let slot = slotOf(register ?? 1);
    for (;;) {
      const operand = this.registers.get(slot);
      if (operand?.type !== "field") return out;
      out.push(operand);
      slot += paddedSize(operand.bytes) / 4;
    }
  }

  /** Clears the registers of a key, in whose place there is now what a map holds. */
  forget(register: number | undefined, fields: readonly LoadedField[]): void {
    let slot = slotOf(register ?? 1);
    for (const { bytes } of fields) {
      this.registers.delete(slot);
      slot += paddedSize(bytes) / 4;
    }
  }

  /** Returns a type that prints the index of a link as its name, if that is known. */
  typed(type: DataType<never>): DataType<never> {
    if (type.name !== "iface_index") return type;
    const name = (index: bigint) => this.linkName(Number(index));
    return {
      ...type,
      print: (index) => (name(index) === undefined ? String(index) : JSON.stringify(name(index))),
    };
  }

  /** Chooses the field by its mask. */
  select(field: LoadedField): Selected | undefined {
    const selected = select(field);
    if (selected === undefined) return undefined;
    const { part, steps } = selected;
    return { part: { ...part, type: this.typed(part.type) }, steps };
  }

  /** Returns the words of a field with its changes, and removes the matches that it makes superfluous. */
  words(field: LoadedField): { words: string; part: Part; changed: boolean } | undefined {
    const selected = this.select(field);
    if (selected === undefined) return undefined;
    const { part, steps } = selected;
    this.imply(part.source.needs);
    return {
      words: changedText(shortWords(part.source.words), steps, part.type),
      part,
      changed: steps.length > 0,
    };
  }

  /** Removes matches that later fields imply. */
  imply(needs: readonly Need[]): void {
    for (const { protocol, types } of needs) {
      if (types?.length === 1) this.#drop((subject, value) => subject === "icmptype" && value === types[0]);
      if (protocol.layer === "transport")
        this.#drop(
          (subject, value, own) =>
            subject === "l4proto" && value === protocol.number && (own || FIXED[this.family] !== undefined),
        );
      if (protocol.above?.layer === "network") this.#dropNetwork(protocol.above);
      if (protocol.layer === "network") this.#dropNetwork(protocol);
      if (protocol === VLAN) this.#drop((subject, value) => subject === "ethertype" && value === VLAN.number);
      if (protocol === ETHER || protocol === VLAN)
        this.#drop((subject, value) => subject === "iiftype" && value === ARPHRD_ETHER);
    }
  }

  #dropNetwork(protocol: Protocol): void {
    this.#drop((subject, value) => {
      if (subject === "nfproto") return this.family === "inet" && NFPROTO[value] === protocol;
      const byType = subject === "protocol" || subject === "ethertype" || subject === "vlantype";
      return byType && value === protocol.number && !(subject === "protocol" && this.family === "inet");
    });
  }

  #drop(implied: (subject: Subject | "iiftype", value: number, meta: boolean) => boolean): void {
    for (let at = this.items.length - 1; at >= 0; at--) {
      const { certain, acts } = this.items[at]!;
      if (acts) return;
      if (certain !== undefined && implied(certain.subject, certain.value, certain.meta))
        return void this.items.splice(at, 1);
    }
  }

  /** Records what a match made certain, and adds its text. */
  match(text: string, part?: Part, value?: bigint): void {
    this.registers.clear();
    const subject = part?.source.words === "meta iiftype" ? "iiftype" : part?.source.subject;
    if (subject === undefined || value === undefined) return void this.items.push({ text });
    const number = Number(value);
    this.#learn(subject, number);
    this.items.push({
      text,
      certain: { subject, value: number, meta: part?.source.words.startsWith("meta ") ?? false },
    });
  }

  #learn(subject: Subject | "iiftype", value: number): void {
    if (subject === "l4proto") this.transport = value;
    else if (subject === "icmptype") this.icmpTypes = [value];
    else if (subject === "ethertype" && value === VLAN.number) this.vlan = true;
    else if (FIXED[this.family] !== undefined) return;
    else if (subject === "nfproto") this.network = NFPROTO[value];
    else if (subject !== "iiftype")
      this.network = NETWORKS.find(({ number }) => number === value) ?? this.network;
  }

  /** Returns true if a field is of a protocol that the packet has. */
  readonly knows = ({ source }: Part): boolean => {
    const [need] = source.needs;
    if (need === undefined) return this.transport === undefined;
    const { layer, number } = need.protocol;
    const types =
      need.types === undefined || this.icmpTypes?.every((type) => need.types!.includes(type)) === true;
    if (layer === "transport") return this.transport === number && types;
    if (layer === "network") return this.network === need.protocol;
    return need.protocol === VLAN ? this.vlan : true;
  };
}

/** Metadata that nft prints without `meta`. */
const SHORT = /^meta (iif|oif|iifname|oifname|iifgroup|oifgroup)$/;
export const shortWords = (words: string): string => words.replace(SHORT, "$1");
