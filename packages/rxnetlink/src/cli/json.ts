/** 64-bit integers become numbers where they are safe and strings elsewhere; bytes become hexadecimal text. */
function plain(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (value instanceof Error) return { name: value.name, message: value.message };
  return value;
}

/** One of our values as JSON. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, plain);
}
