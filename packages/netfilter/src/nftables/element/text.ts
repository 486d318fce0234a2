import { intervalText, keyTexts, numbersOf, type Stored, verdictText } from "../build/text/literal.js";
import type { Reader } from "../build/text/reader.js";
import { statementText } from "../build/text/statements.js";
import { durationText } from "../build/value/time.js";
import type { Expression } from "../expr/expression.js";
import { formatExpression } from "../expr/text.js";
import type { RawElement } from "./layout.js";

/** What the text of elements depends on. */
export interface ElementForm {
  readonly flags: number;
  readonly key: readonly Stored[];
  /** Absent from sets and verdict maps. */
  readonly data: readonly Stored[] | undefined;
  /** True if data are intervals: two values, one after the other. */
  readonly dataIntervals: boolean;
  /** Type of keys in nft's words. */
  readonly keyType: string;
  readonly reader: Reader;
}

/** Returns a statement of an element or of a set. */
export const partText = (reader: Reader, expression: Expression): string =>
  statementText(reader, expression) ?? formatExpression(expression);

/** Returns what a map holds for a key; `undefined` for sets. */
function heldText(
  { data, dataIntervals }: ElementForm,
  { data: held, objref }: RawElement,
): string | undefined {
  if (objref !== undefined) return JSON.stringify(objref);
  if (held?.verdict !== undefined) return verdictText(held.verdict);
  if (held?.value === undefined || data === undefined) return undefined;
  const half = dataIntervals ? held.value.length / 2 : 0;
  const from = numbersOf(held.value.subarray(0, half || held.value.length), data, dataIntervals);
  const to = half === 0 ? from : numbersOf(held.value.subarray(half), data, true);
  return data.map(({ type }, index) => intervalText(type, from[index]!, to[index]!)).join(" . ");
}

function elementText(form: ElementForm, key: string, element: RawElement): string {
  const {
    timeout = 0n,
    expiration = 0n,
    userdata,
    expr,
    expressions = expr === undefined ? [] : [expr],
  } = element;
  const words = [
    key,
    ...expressions.map((one) => partText(form.reader, one)),
    timeout > 0n && `timeout ${durationText(timeout)}`,
    expiration > 0n && `expires ${durationText(expiration)}`,
    userdata?.comment !== undefined && `comment "${userdata.comment}"`,
  ];
  const held = heldText(form, element);
  return `${words.filter(Boolean).join(" ")}${held === undefined ? "" : ` : ${held}`}`;
}

/** Number of elements that nft prints on a line, by the type of keys; one of others. */
const PER_LINE: Readonly<Record<string, number>> = {
  ...{ ipv4_addr: 2, ct_state: 2, ct_status: 2, ct_dir: 2, pkt_type: 2 },
  ...{ arp_op: 5, inet_proto: 5, inet_service: 5, tcp_flag: 5, mark: 5, iface_index: 5, nf_proto: 5 },
  ...{ classid: 5, uid: 5, gid: 5, dccp_pkttype: 5, integer: 5 },
  ...{ ct_event: Number.POSITIVE_INFINITY, cgroupsv2: Number.POSITIVE_INFINITY },
};

/** Space below the first element of a list. */
const INDENT = "\t\t\t     ";

/** Returns the list of elements as nft prints it, over several lines; without lines if there are none. */
export function elementLines(form: ElementForm, elements: readonly RawElement[]): string[] {
  const texts = keyTexts({ elements, flags: form.flags }, form.key).map(({ text, element }) =>
    elementText(form, text, element),
  );
  if (texts.length === 0) return [];
  const perLine = PER_LINE[form.keyType] ?? 1;
  const all = texts.map((text, index) => {
    if (index === 0) return text;
    return index % perLine === 0 ? `,\n${INDENT}${text}` : `, ${text}`;
  });
  return [`elements = { ${all.join("")} }`];
}
