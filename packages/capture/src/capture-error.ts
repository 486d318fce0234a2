import { NetlinkError } from "@rxnetlink/core";

/** Formats that are read. */
export type CaptureFormat = "pcap" | "pcapng" | "hex" | "strace";

/** A capture cannot be read, or not further. */
export class CaptureError extends NetlinkError {
  constructor(
    /** The format that it was read as; absent if its bytes resemble none. */
    readonly format: CaptureFormat | undefined,
    /** The place: a byte of a pcap or pcapng file, a line of a text; both count from 0 and 1, as editors do. */
    readonly at: number,
    /** The fault, without the place. */
    readonly reason: string,
    /** Suggested remedy; absent if none is known. */
    readonly hint?: string,
    options?: { cause?: unknown },
  ) {
    const isText = format === "hex" || format === "strace";
    const place = format === undefined ? "" : `${format}, ${isText ? "line" : "byte"} ${at}: `;
    super(`${place}${reason}${hint === undefined ? "" : ` (${hint})`}`, options);
  }
}
