import { ArgumentError, type Connection, type Request } from "@rxnetlink/core";
import { aNumber, checkOptions, didYouMean, type OptionChecks } from "@rxnetlink/core/internal";
import { NLM_F_ACK } from "@rxnetlink/core/schema";
import { defer, type Observable } from "rxjs";
import type { Numbers, Spec } from "../spec.js";
import { typeOf } from "./connect.js";
import { declaredNames, normal } from "./input.js";

/** Options of a request. */
export interface RequestOptions {
  /** Additional `NLM_F_*`, such as `NLM_F_CREATE`. */
  readonly flags?: number;
  /** Time allowed until the first reply and between replies, in milliseconds; that of the connection by default. */
  readonly timeout?: number;
}

const checks: OptionChecks<RequestOptions> = { flags: aNumber, timeout: aNumber };

/** Members that errors may show: others may be secret. */
const IDENTIFIES = /(name|index|id)$/i;

/** A request to be made. */
export interface Asked {
  readonly operation: string;
  readonly value: object;
  readonly options: RequestOptions;
}

/** Returns the numbers of a request. */
export function numbersOf({ name, operations }: Spec, mode: "do" | "dump", operation: string): Numbers {
  const can = Object.keys(operations).filter((one) => operations[one]![mode] !== undefined);
  const numbers = Object.hasOwn(operations, operation) ? operations[operation]![mode] : undefined;
  if (numbers !== undefined) return numbers;
  const reason = Object.hasOwn(operations, operation)
    ? `${operation} has no ${mode}`
    : `${name} has no operation ${operation}`;
  const hint = didYouMean(operation, can) ?? `known: ${can.join(", ") || "none"}`;
  throw new ArgumentError(`${mode}$`, "operation", reason, hint);
}

function request(spec: Spec, mode: "do" | "dump", { operation, value, options }: Asked): Request<object> {
  const { request: number } = numbersOf(spec, mode, operation);
  const { layout } = spec.operations[operation]!;
  const whole = normal(layout, declaredNames(layout, value)) as object;
  const namedBy = Object.keys(whole).filter((key) => IDENTIFIES.test(key));
  return {
    ...checkOptions(`${mode}$`, options, checks),
    type: typeOf(spec, number),
    layout,
    value: whole,
    label: { object: spec.name, verb: operation, namedBy },
  };
}

/** Makes a single request; emits its replies, or the acknowledgement if there are none. */
export function do$(connection: Connection, spec: Spec, asked: Asked): Observable<object> {
  return defer((): Observable<object> => {
    const made = request(spec, "do", asked);
    if (numbersOf(spec, "do", asked.operation).reply === undefined) return connection.execute$(made);
    // There may be several replies, or none.
    return connection.request$({ ...made, flags: (made.flags ?? 0) | NLM_F_ACK });
  });
}

/** Requests a list. */
export function dump$(connection: Connection, spec: Spec, asked: Asked): Observable<object> {
  return defer(() => connection.dump$(request(spec, "dump", asked)));
}
