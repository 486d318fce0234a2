import { readFileSync } from "node:fs";

/** Returns names of services by `port/protocol`, as `/etc/services` has them. */
function serviceNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  try {
    for (const [, name, port] of readFileSync("/etc/services", "utf8").matchAll(/^([^\s#]+)\s+(\d+\/\w+)/gm))
      if (!names.has(port!)) names.set(port!, name!);
  } catch {
    // Then ports stay numbers.
  }
  return names;
}

/** Formats ports of a protocol; 0 stands for any. */
export type PortText = (port: number, protocol: string) => string;

/** Returns a function that formats ports, as names of services unless asked for numbers. */
export function portTexts(numeric: boolean): PortText {
  const names = numeric ? new Map<string, string>() : serviceNames();
  return (port, protocol) => (port === 0 ? "*" : (names.get(`${port}/${protocol}`) ?? String(port)));
}

/** Formats an address, with the link that the socket is bound to. */
export function addressText(address: string, link: number): string {
  const bound = link === 0 ? "" : `%${link}`;
  return address.includes(":") ? `[${address}]${bound}` : `${address}${bound}`;
}
