import { EncodeError } from "@rxnetlink/core";
import { byteOrderOf } from "@rxnetlink/core/internal";
import { bytes, refine, type Type } from "@rxnetlink/core/schema";

/** Number of labels. */
const LABELS = 128;
const SIZE = LABELS / 8;

/** The kernel keeps labels in words of 64 bits and sends those of its memory: on a big-endian host, their bytes are reversed. */
const byteOf = (label: number, view: DataView) => (label >> 3) ^ (byteOrderOf(view) === "little" ? 0 : 7);

const raw = bytes(SIZE);

/** Numbers of the labels that are set (`CTA_LABELS`). */
export const labels: Type<number[]> = refine(raw, {
  name: "labels",
  parse: (text) => text.split(",").filter(Boolean).map(Number),
  toJson: (value) => value,
  fromJson: (json) => json as number[],
  read(view, at, end, scope) {
    const bits = raw.read(view, at, end, scope);
    return Array.from({ length: LABELS }, (_, label) => label).filter(
      (label) => ((bits[byteOf(label, view)] ?? 0) >> (label & 7)) & 1,
    );
  },
  write(out, value, scope) {
    if (!Array.isArray(value)) throw new EncodeError("is not an array of numbers of labels");
    const bits = new Uint8Array(SIZE);
    for (const [index, label] of value.entries()) {
      if (!Number.isInteger(label) || label < 0 || label >= LABELS)
        throw new EncodeError(`${String(label)} is not the number of a label, 0 to ${LABELS - 1}`).at(
          `[${index}]`,
        );
      bits[byteOf(label, out.view)]! |= 1 << (label & 7);
    }
    raw.write(out, bits, scope);
  },
});
