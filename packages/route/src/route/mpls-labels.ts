import { DecodeError, EncodeError } from "@rxnetlink/core";
import type { Type } from "@rxnetlink/core/schema";

//  struct mpls_label, network order:   | label: 20 bits | TC: 3 | S: 1 | TTL: 8 |    S marks the last of a stack

const BOTTOM_OF_STACK = 0x100;
const MAX_LABEL = 0xf_ffff;

function parseLabels(text: string): number[] | undefined {
  if (typeof text !== "string" || !/^\d{1,7}(\/\d{1,7})*$/.test(text)) return undefined;
  const labels = text.split("/").map(Number);
  return labels.every((label) => label <= MAX_LABEL) ? labels : undefined;
}

/**
 * Stack of MPLS labels, outermost first, in the notation of `ip`: `"100/200"`. Traffic class and time to live, always 0 in
 * rtnetlink, are left out.
 */
export const mplsLabels: Type<string> = {
  name: "mpls labels",
  read(view, at, end) {
    if ((end - at) % 4 !== 0)
      throw new DecodeError(`${end - at} bytes are not a whole number of MPLS labels`);
    const labels: number[] = [];
    for (let from = at; from < end; from += 4) labels.push(view.getUint32(from) >>> 12);
    return labels.join("/");
  },
  write(out, value) {
    const labels = parseLabels(value);
    if (labels === undefined) throw new EncodeError(`${JSON.stringify(value)} are not MPLS labels`);
    const start = out.room(labels.length * 4);
    for (const [i, label] of labels.entries()) {
      const last = i === labels.length - 1 ? BOTTOM_OF_STACK : 0;
      out.view.setUint32(start + 4 * i, ((label << 12) | last) >>> 0);
    }
  },
};
