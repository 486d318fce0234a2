import { type WritableField, type WritableFlagsField, writable, writableFlags } from "../field/writable.js";
import type { DataType } from "../value/data-type.js";
import { type FieldOptions, type Header, packetSource } from "./packet.js";

/** Declares the fields of a header: nft's word, the offset in bits and the type. */
export interface Columns {
  /** Declares a field. */
  field<V>(name: string, offset: number, type: DataType<V>, options?: FieldOptions): WritableField<V>;
  /** Declares a field whose bits have names. */
  flags<V>(name: string, offset: number, type: DataType<V>, options?: FieldOptions): WritableFlagsField<V>;
}

/** Returns how the fields of a header are declared. */
export function columns(header: Header): Columns {
  return {
    field: (name, offset, type, options) =>
      writable(packetSource(header, name, offset, type.bits, options), type),
    flags: (name, offset, type, options) =>
      writableFlags(packetSource(header, name, offset, type.bits, options), type),
  };
}
