import { EncodeError } from "@rxnetlink/core";
import { type ExthdrExpr, exthdrFlags } from "../../expr/kinds/exthdr.js";
import { registerOf } from "../compile/compiler.js";
import type { Need, Statement } from "../compile/statement.js";
import { type Presence, presence } from "../field/presence.js";
import type { Source } from "../field/source.js";
import { placeOf } from "../field/words.js";
import { storing, type WritableField, type WritableSource, writable } from "../field/writable.js";
import type { DataType } from "../value/data-type.js";
import { boolean } from "../value/types.js";

/** An extension header, an option or a chunk: what the kernel finds by its type. */
export interface Extension {
  /** nft's words: `"tcp option maxseg"`. */
  readonly words: string;
  readonly op: NonNullable<ExthdrExpr["op"]>;
  readonly type: number;
  readonly needs: readonly Need[];
}

/** Returns the source of bits of an extension. */
function bitsSource(
  { words, op, type, needs }: Extension,
  name: string,
  offset: number,
  bits: number,
): WritableSource {
  const [first, end] = [Math.floor(offset / 8), Math.ceil((offset + bits) / 8)];
  const at = { type, offset: first, op };
  const own = name.startsWith("@") ? name : `${words} ${name}`;
  const [bytes, shift] = [end - first, end * 8 - (offset + bits)];
  return {
    ...{ words: own, place: placeOf(own), needs, bytes, shift },
    load: (c, slot, len) => c.emit("exthdr", { dreg: registerOf(slot), ...at, len }),
    store(c, given, dataType) {
      if (op !== "tcpopt") throw new EncodeError("only options of TCP can be changed");
      storing(c, given, dataType, (slot) => c.emit("exthdr", { sreg: registerOf(slot), ...at, len: bytes }));
    },
  };
}

/** Declares a field of an extension. */
export const extensionField = <V>(
  extension: Extension,
  name: string,
  offset: number,
  type: DataType<V>,
): WritableField<V> => writable(bitsSource(extension, name, offset, type.bits), type);

/** Returns the matches of extensions that a packet has or lacks. */
export function extensionPresence({ words, op, type, needs }: Extension): Presence {
  const source: Source = {
    ...{ words, place: placeOf(words), needs, bytes: boolean.bits / 8 },
    load: (c, slot, len) =>
      c.emit("exthdr", {
        dreg: registerOf(slot),
        type,
        offset: 0,
        len,
        flags: exthdrFlags.of("present"),
        op,
      }),
  };
  return presence(source);
}

/** Overwrites an extension with harmless bytes; for options of TCP, since 5.19. */
export function extensionReset({ words, op, type }: Extension): Statement {
  return {
    place: `${placeOf(words)}.reset`,
    needs: [],
    compile: (c) => c.emit("exthdr", { type, offset: 0, len: 0, flags: 0, op }),
  };
}
