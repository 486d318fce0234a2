/** Bytes in a line. */
const WIDTH = 16;

const hex = (value: number, digits = 2) => value.toString(16).padStart(digits, "0");
const printable = (byte: number) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".");

/** Formats bytes in the columns of `hexdump -C`. */
export function hexdump(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += WIDTH) {
    const line = Array.from(bytes.subarray(at, at + WIDTH));
    const halves = [line.slice(0, WIDTH / 2), line.slice(WIDTH / 2)];
    const [left, right] = halves.map((half) =>
      half
        .map((byte) => hex(byte))
        .join(" ")
        .padEnd(23),
    );
    lines.push(`${hex(at, 8)}  ${left}  ${right}  |${line.map(printable).join("")}|`);
  }
  return lines;
}
