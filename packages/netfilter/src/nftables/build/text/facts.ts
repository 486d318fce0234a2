import type { Expression } from "../../expr/expression.js";
import type { ExthdrExpr } from "../../expr/kinds/exthdr.js";
import { type FibExpr, fibFlags } from "../../expr/kinds/fib.js";
import type { NumgenExpr } from "../../expr/kinds/numgen.js";
import { type OsfExpr, osfFlags } from "../../expr/kinds/osf.js";
import type { XfrmExpr } from "../../expr/kinds/xfrm.js";
import { IP, IP6 } from "../compile/protocol.js";
import type { Need } from "../compile/statement.js";
import { type Part, partOf } from "../field/bits.js";
import { Field } from "../field/field.js";
import { fib } from "../field/kinds/fib.js";
import { numgen, symhash } from "../field/kinds/generator.js";
import { ipsec, osf, simple, socket } from "../field/kinds/kernel.js";
import { tcp } from "../header/kinds/tcp.js";
import { CHUNKS } from "../header/options/sctp.js";
import { boolean } from "../value/types.js";
import type { Catalog } from "./catalog.js";

/** Returns a part that says if something is there. */
const presencePart = (words: string, bits: number, needs: readonly Need[] = []): Part => {
  const type = { ...boolean, bits };
  return partOf({ ...simple(words, type, () => {}), needs }, type);
};

const partsOf = (...fields: unknown[]): Part[] =>
  fields.flatMap((field) => (field instanceof Field ? [field.part] : []));

function fibParts({ result, flags = 0 }: FibExpr): Part[] {
  const names = fibFlags.names(flags).filter((name) => name !== "present");
  if (fibFlags.has(flags, "present")) return [presencePart(`fib ${names.join(" . ")} oif`, 32)];
  const all = fib(...names);
  return partsOf(result === "addrtype" ? all.type : result === "oif" ? all.oif : all.oifname);
}

function xfrmParts({ dir, spnum = 0, key }: XfrmExpr): Part[] {
  const all = ipsec(dir === "out" ? "out" : "in", spnum);
  const by = {
    reqid: all.reqid,
    spi: all.spi,
    saddrIp4: all.ip.saddr,
    daddrIp4: all.ip.daddr,
    saddrIp6: all.ip6.saddr,
    daddrIp6: all.ip6.daddr,
  };
  return partsOf((by as Readonly<Record<string, unknown>>)[String(key)]);
}

function osfParts({ ttl = 0, flags = 0 }: OsfExpr): Part[] {
  const version = osfFlags.has(flags, "version");
  return partsOf(ttl === 0 ? osf({ version }) : osf({ ttl: ttl === 1 ? "loose" : "skip", version }));
}

const numgenPart = ({ type, modulus = 0, offset = 0 }: NumgenExpr) =>
  partsOf(numgen(type === "random" ? "random" : "inc", { mod: modulus, offset }));

/** Names of extensions without fields. */
const BARE: Readonly<Record<number, string>> = { 0: "eol", 1: "nop" };

/** Returns nft's words for an extension by one of its fields: `"tcp option maxseg"`. */
export function extensionWords({ op, type = 0 }: ExthdrExpr, catalog: Catalog): string | undefined {
  if (op === "sctp")
    return Object.entries(CHUNKS).flatMap(([name, number]) =>
      number === type ? [`sctp chunk ${name}`] : [],
    )[0];
  if (op === "dccp") return `dccp option ${type}`;
  const second = {
    dreg: 1,
    type,
    offset: op === "ipv6" ? 0 : 1,
    len: 1,
    flags: 0,
    ...(op !== undefined && { op }),
  };
  const words = catalog.loaded({ name: "exthdr", data: { exthdr: second } })[0]?.source.words;
  const own = words?.split(" ").slice(0, -1).join(" ");
  if (own !== undefined) return op === "ipv6" ? `exthdr ${own}` : own;
  return op === "tcpopt" ? `tcp option ${BARE[type] ?? type}` : undefined;
}

function extensionParts(exthdr: ExthdrExpr, catalog: Catalog): Part[] {
  const { op, type = 0, offset = 0, len = 0, flags = 0 } = exthdr;
  if (flags !== 0) {
    const words = extensionWords(exthdr, catalog);
    return words === undefined
      ? []
      : [
          presencePart(
            words,
            8,
            op === "ipv6" ? [{ protocol: IP6 }] : op === "ipv4" ? [{ protocol: IP }] : [],
          ),
        ];
  }
  if (op !== "tcpopt") return [];
  const blocks = [1, 2, 3].flatMap((index) =>
    partsOf(tcp.option.sack.block(index).left, tcp.option.sack.block(index).right),
  );
  const [, SACK] = [0, 5];
  const at = (offset - 2) / 4;
  if (type === SACK && len === 4 && blocks[at - 2] !== undefined) return [blocks[at - 2]!];
  const raw = tcp.option.raw(type, offset * 8, len * 8).part;
  return [{ ...raw, source: { ...raw.source, words: `tcp option ${raw.source.words}` } }];
}

/** Returns the fields that an expression may load, other than those of headers. */
export function factsOf(expression: Expression, catalog: Catalog): readonly Part[] {
  const known = catalog.loaded(expression);
  if (known.length > 0) return known;
  const { fib: route, xfrm, osf: system, numgen: number, hash, socket: own, exthdr } = expression.data ?? {};
  if (route !== undefined) return fibParts(route);
  if (xfrm !== undefined) return xfrmParts(xfrm);
  if (system !== undefined) return osfParts(system);
  if (number !== undefined) return numgenPart(number);
  if (hash?.type === "sym") return partsOf(symhash({ mod: hash.modulus ?? 0, offset: hash.offset ?? 0 }));
  if (own?.key === "cgroupv2") return partsOf(socket.cgroupv2(own.level ?? 0));
  return exthdr === undefined ? [] : extensionParts(exthdr, catalog);
}
