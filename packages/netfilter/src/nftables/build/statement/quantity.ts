import { EncodeError } from "@rxnetlink/core";

const UNITS = { bytes: 1n, kbytes: 1024n, mbytes: 1024n ** 2n, gbytes: 1024n ** 3n } as const;

/** Reads an amount of data, `"25 mbytes"`, into bytes; a number is in bytes. */
export function parseBytes(text: string | number | bigint): bigint {
  if (typeof text !== "string") return BigInt(text);
  const parts = /^\s*(\d+)\s*(bytes|kbytes|mbytes|gbytes)\s*$/.exec(text);
  if (parts === null) throw new EncodeError(`"${text}" is no amount of data, such as "25 mbytes"`);
  return BigInt(parts[1]!) * UNITS[parts[2] as keyof typeof UNITS];
}

/** Returns an amount of data in the largest unit that divides it. */
export function bytesText(bytes: bigint): string {
  for (const unit of ["mbytes", "kbytes"] as const)
    if (bytes !== 0n && bytes % UNITS[unit] === 0n) return `${bytes / UNITS[unit]} ${unit}`;
  return `${bytes} bytes`;
}

/** Seconds of the units of a rate. */
export const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 } as const;

/** A rate of packets or bytes. */
export interface Rate {
  readonly rate: bigint;
  /** Seconds that it counts for. */
  readonly unit: bigint;
  readonly type: "pkts" | "pktBytes";
}

/** Reads a rate: `"10/second"`, `"1 mbytes/second"`. */
export function parseRate(text: string): Rate {
  const parts = /^\s*(.+?)\s*\/\s*(second|minute|hour|day|week)\s*$/.exec(text);
  if (parts === null) throw new EncodeError(`"${text}" is no rate, such as "10/second" or "1 mbytes/second"`);
  const [, amount, unit] = parts as unknown as [string, string, keyof typeof SECONDS];
  const packets = /^\d+$/.test(amount);
  const rate = packets ? BigInt(amount) : parseBytes(amount);
  if (rate === 0n) throw new EncodeError("the rate must not be 0");
  return { rate, unit: BigInt(SECONDS[unit]), type: packets ? "pkts" : "pktBytes" };
}
