import { ArgumentError } from "@rxnetlink/core";

/** A line of a file: its section, key and value. */
export interface ConfigLine {
  readonly number: number;
  readonly key: string;
  readonly value: string;
}

/** A section of a file: `[Interface]` or `[Peer]`. */
export interface ConfigSection {
  readonly name: "interface" | "peer";
  readonly lines: ConfigLine[];
}

/** Returns the error for a line. It does not hold the line, which may be a key. */
export function lineError(number: number, reason: string, hint?: string): ArgumentError {
  return new ArgumentError("parseWireguardConfig", `line ${number}`, reason, hint);
}

/** Returns the sections of a file. Comments are left out, and keys are in lower case: their case does not matter. */
export function sectionsOf(text: string): ConfigSection[] {
  const sections: ConfigSection[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/#.*/, "").trim();
    const number = index + 1;
    if (line === "") continue;
    const name = /^\[(interface|peer)\]$/i.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined) {
      sections.push({ name: name as ConfigSection["name"], lines: [] });
      continue;
    }
    const [, key, value = ""] = /^([a-z0-9]+)\s*=\s*(.*)$/i.exec(line) ?? [];
    const section = sections.at(-1);
    if (key === undefined) throw lineError(number, "is neither [Interface], [Peer] nor Key = Value");
    if (section === undefined) throw lineError(number, "stands before [Interface] and [Peer]");
    section.lines.push({ number, key: key.toLowerCase(), value });
  }
  return sections;
}
