import type { AttributePolicies, AttributePolicy, FamilyCapabilities } from "@rxnetlink/generic";

/** True if an integer may have any value of its type. */
function isUnlimited({ type, min, max }: AttributePolicy): boolean {
  const [, sign, bits] = /^([us])(\d+)$/.exec(String(type)) ?? [];
  if (bits === undefined) return min === undefined && max === undefined;
  const count = 1n << BigInt(bits);
  const [least, most] = sign === "u" ? [0n, count - 1n] : [-count / 2n, count / 2n - 1n];
  return (min ?? least) === least && (max ?? most) === most;
}

/** Formats what an attribute accepts, without what is in it. */
function limitsText(policy: AttributePolicy): string {
  const { type, min, max, mask, minLength, maxLength } = policy;
  const range = isUnlimited(policy) ? "" : ` ${min ?? ""}..${max ?? ""}`;
  const bits = mask === undefined ? "" : ` bits 0x${mask.toString(16)}`;
  const length =
    minLength === undefined && maxLength === undefined
      ? ""
      : minLength === maxLength
        ? ` ${minLength} bytes`
        : ` ${minLength ?? 0}..${maxLength ?? ""} bytes`;
  return `${type}${range}${bits}${length}`;
}

/** Returns a line for each attribute, those in nests indented; a nest that contains itself is not repeated. */
function* attributeLines(
  policies: AttributePolicies,
  indent: string,
  around: readonly AttributePolicies[] = [],
): Generator<string> {
  for (const [number, policy] of policies) {
    const { nested } = policy;
    const repeats = nested !== undefined && [...around, policies].includes(nested);
    yield `${indent}${number}: ${limitsText(policy)}${repeats ? ", as the nest around it" : ""}`;
    if (nested !== undefined && !repeats) yield* attributeLines(nested, `${indent}  `, [...around, policies]);
  }
}

/** Returns lines with what each command accepts. */
export function policyLines({ commands }: FamilyCapabilities): string[] {
  return [...commands].flatMap(([command, { do: single, dump }]) => {
    const same = single !== undefined && single === dump;
    const parts: [string, AttributePolicies | undefined][] = same
      ? [["do, dump", single]]
      : [
          ["do", single],
          ["dump", dump],
        ];
    return parts.flatMap(([name, policies]) =>
      policies === undefined ? [] : [`command ${command} ${name}`, ...attributeLines(policies, "  ")],
    );
  });
}

type JsonPolicy = Readonly<Record<string, unknown>>;

function attributesJson(policies: AttributePolicies, around: readonly AttributePolicies[] = []): JsonPolicy {
  const entries = [...policies].map(([number, { nested, ...limits }]) => {
    const plain = Object.entries(limits).map(([key, value]) => [
      key,
      typeof value === "bigint" ? String(value) : value,
    ]);
    const inside = [...around, policies];
    const below =
      nested === undefined
        ? {}
        : inside.includes(nested)
          ? { recursive: inside.length - inside.indexOf(nested) }
          : { nested: attributesJson(nested, inside) };
    return [number, { ...Object.fromEntries(plain), ...below }];
  });
  return Object.fromEntries(entries);
}

/** Returns what each command accepts as JSON; `recursive` counts the nests up to the one that is repeated. */
export function policyJson({ commands }: FamilyCapabilities): JsonPolicy {
  const entries = [...commands].map(([command, { do: single, dump }]) => [
    command,
    { ...(single && { do: attributesJson(single) }), ...(dump && { dump: attributesJson(dump) }) },
  ]);
  return Object.fromEntries(entries);
}
