import type { Part } from "../build/field/bits.js";
import type { Stored } from "../build/text/literal.js";
import { Reader, shortWords } from "../build/text/reader.js";
import { dataTypeBy } from "../build/value/by-name.js";
import { type DataType, integer } from "../build/value/data-type.js";
import { durationText } from "../build/value/time.js";
import type { RawElement } from "../element/layout.js";
import { type ElementForm, elementLines, partText } from "../element/text.js";
import type { Expression } from "../expr/expression.js";
import { objectWords } from "../object/words.js";
import type { TextContext } from "../ruleset/text-context.js";
import { dataFieldsOf, hasDataIntervals, type KeyField, keyFieldsOf } from "./key-layout.js";
import { type NftSet, setFlags } from "./layout.js";

/** Returns how values are stored, field by field. */
function storedAs(
  types: string,
  fields: readonly KeyField[],
  parts: readonly Part[] | undefined,
  order: unknown,
  { linkName }: TextContext,
): Stored[] {
  const names = types.split(".").map((name) => name.trim());
  const plain = (size: number) => integer(size * 8, order === "hostEndian" ? "host" : "network");
  return fields.map(({ size }, index) => {
    const type = (parts?.[index]?.type ?? dataTypeBy(names[index]!) ?? plain(size)) as DataType<never>;
    return { type: { ...withNames(type, linkName), bits: size * 8 }, bytes: size, shift: 0n };
  });
}

/** Returns a type that prints links by their names, if these are known. */
function withNames(type: DataType<never>, linkName: TextContext["linkName"]): DataType<never> {
  return new Reader("inet", [], linkName).typed(type);
}

/** Returns the names of fields, or of their types. */
const typeText = (types: string, parts: readonly Part[] | undefined): string =>
  parts?.map(({ source }) => shortWords(source.words)).join(" . ") ?? types;

function typeLine(set: NftSet, keys: readonly Part[] | undefined, data: readonly Part[] | undefined): string {
  const { keyType = "", dataType, objType } = set;
  const known =
    keys !== undefined && (data !== undefined || dataType === undefined || dataType === "verdict");
  const interval = hasDataIntervals(set) ? "interval " : "";
  const held =
    objType !== undefined
      ? objectWords(objType)
      : dataType && `${interval}${typeText(dataType, known ? data : undefined)}`;
  const key = typeText(keyType, known ? keys : undefined);
  return `${known ? "typeof" : "type"} ${key}${held === undefined ? "" : ` : ${held}`}`;
}

const FLAGS = [
  ["constant", "constant"],
  ["eval", "dynamic"],
  ["interval", "interval"],
  ["timeout", "timeout"],
] as const;

/** Returns the line of flags; a default timeout says that there are timeouts. */
function flagsLine({ flags = 0, timeout = 0n }: NftSet): string | undefined {
  const set = FLAGS.filter(([name]) => setFlags.has(flags, name)).map(([, word]) => word);
  const shown = timeout > 0n && set.length === 1 && set[0] === "timeout" ? [] : set;
  return shown.length === 0 ? undefined : `flags ${shown.join(",")}`;
}

/** Returns an expression of all elements as it begins. */
function stateless(expression: Expression): Expression {
  const { quota } = expression.data ?? {};
  return quota === undefined ? expression : { ...expression, data: { quota: { ...quota, consumed: 0n } } };
}

const declaredText = (reader: Reader, expression: Expression): string => {
  const text = partText(reader, stateless(expression));
  return /^(counter|last) /.exec(text)?.[1] ?? text;
};

function settingLines(set: NftSet): (string | undefined | false)[] {
  const { flags = 0, policy, desc, timeout = 0n, gcInterval = 0, userdata } = set;
  const variable = !setFlags.has(flags, "constant");
  return [
    variable && policy === "memory" && "policy memory",
    variable && (desc?.size ?? 0) > 0 && `size ${desc!.size}`,
    flagsLine(set),
    userdata?.mergeElements === 1 && "auto-merge",
    timeout > 0n && `timeout ${durationText(timeout)}`,
    gcInterval > 0 && `gc-interval ${durationText(BigInt(gcInterval))}`,
    userdata?.comment !== undefined && `comment "${userdata.comment}"`,
  ];
}

/** Returns the lines of a set or map, as nft prints them in its braces. */
export function setLines(set: NftSet, elements: readonly RawElement[], context: TextContext): string[] {
  const {
    keyType = "",
    dataType,
    flags = 0,
    userdata,
    expr,
    expressions = expr === undefined ? [] : [expr],
  } = set;
  const keys = context.typeofs.fieldsOf(userdata?.keyTypeof);
  const held = context.typeofs.fieldsOf(userdata?.dataTypeof);
  const interval = setFlags.has(flags, "interval");
  const dataFields = dataFieldsOf(set);
  const reader = new Reader("inet", [], context.linkName, context.catalog);
  const form: ElementForm = {
    ...{ flags, keyType, reader, dataIntervals: hasDataIntervals(set) },
    key: storedAs(keyType, keyFieldsOf(set, interval), keys, userdata?.keyByteorder, context),
    data: dataFields && storedAs(dataType ?? "", dataFields, held, userdata?.dataByteorder, context),
  };
  const declared = expressions.map((one) => declaredText(reader, one)).join(" ");
  const lines = [typeLine(set, keys, held), ...settingLines(set), declared, ...elementLines(form, elements)];
  return lines.filter((line) => typeof line === "string" && line !== "") as string[];
}
