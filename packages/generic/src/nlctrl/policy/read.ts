import type { Connection, Policy } from "@rxnetlink/core";
import { KernelError } from "@rxnetlink/core";
import { type ByNumber, nest } from "@rxnetlink/core/schema";
import { catchError, defer, EMPTY, map, type Observable, reduce, throwError } from "rxjs";
import { CTRL_CMD_GETPOLICY } from "../commands.js";
import {
  type AttributePolicies,
  type AttributePolicy,
  type CommandCapabilities,
  FamilyCapabilities,
} from "./capabilities.js";
import { attributeType, type OperationPolicy, type Policies, policiesMessage } from "./layout.js";

const TYPES = Object.keys(attributeType.values) as (keyof typeof attributeType.values)[];

/** Policies and the commands that they are of, as far as they were reported. */
interface Reported {
  readonly policies: Map<number, Map<number, Policy>>;
  readonly commands: Map<number, OperationPolicy>;
}

const entriesOf = <T>(values: ByNumber<T> = {}) =>
  Object.entries(values).map(([number, value]) => [Number(number), value] as const);

/** Adds a message, which holds one attribute of one policy, or the policies of one command. */
function collected(reported: Reported, { policy, opPolicy }: Policies): Reported {
  for (const [index, attributes] of entriesOf(policy)) {
    const known = reported.policies.get(index) ?? new Map<number, Policy>();
    for (const [number, one] of entriesOf(attributes)) known.set(number, one);
    reported.policies.set(index, known);
  }
  for (const [command, one] of entriesOf(opPolicy)) reported.commands.set(command, one);
  return reported;
}

/** Returns the values that an attribute accepts. The full range of its type is no limit. */
function policyOf(reported: Policy, nested: AttributePolicies | undefined): AttributePolicy {
  const { minValueS, minValueU, maxValueS, maxValueU, minLength, maxLength, bitfield32Mask } = reported;
  const min = minValueS ?? minValueU;
  const max = maxValueS ?? maxValueU;
  const mask = reported.mask ?? (bitfield32Mask === undefined ? undefined : BigInt(bitfield32Mask));
  return {
    type: TYPES[reported.type ?? 0] ?? (reported.type as number),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(mask !== undefined && { mask }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(nested !== undefined && { nested }),
  };
}

/** Links nests to the policies that they name, which may contain themselves. */
function linked({ policies, commands }: Reported): FamilyCapabilities {
  const made = new Map([...policies.keys()].map((index) => [index, new Map<number, AttributePolicy>()]));
  for (const [index, attributes] of policies) {
    for (const [number, one] of attributes) {
      const nested = one.policyIdx === undefined ? undefined : made.get(one.policyIdx);
      made.get(index)!.set(number, policyOf(one, nested));
    }
  }
  const of = (index: number | undefined) =>
    index === undefined ? undefined : (made.get(index) ?? new Map());
  const capabilities = ([number, one]: [number, OperationPolicy]): [number, CommandCapabilities] => {
    const [single, dump] = [of(one.do), of(one.dump)];
    return [number, { ...(single && { do: single }), ...(dump && { dump }) }];
  };
  return new FamilyCapabilities(new Map([...commands].map(capabilities)));
}

/** Emits what the running kernel accepts in requests of a family. A family without policies has no commands there. */
export function capabilities$(controller: Connection, familyName: string): Observable<FamilyCapabilities> {
  const none = (error: unknown) =>
    error instanceof KernelError && error.code === "ENODATA" ? EMPTY : throwError(() => error);
  const part$ = controller.dump$({
    type: CTRL_CMD_GETPOLICY,
    layout: nest<Policies>(policiesMessage),
    value: { familyName },
    label: { object: "policy", verb: "list", namedBy: ["familyName"] },
  });
  return defer(() => {
    const nothing: Reported = { policies: new Map(), commands: new Map() };
    return part$.pipe(catchError(none), reduce(collected, nothing), map(linked));
  });
}
