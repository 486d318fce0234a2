import { aBoolean, aFunction, anInteger, type OptionChecks, oneOf } from "@rxnetlink/core/internal";

/** Options of `dropped$`. */
export interface DroppedOptions {
  /** Way to report drops: each packet, which is the default, or numbers of them about each second. */
  readonly mode?: "packet" | "summary";
  /** False to leave out what the kernel drops. */
  readonly software?: boolean;
  /** True to report what devices drop too, as far as their traps of devlink say so. */
  readonly hardware?: boolean;
  /** Bytes of each packet that are reported; all by default. */
  readonly truncLen?: number;
  /** Packets that may wait to be reported, of each processor; 1000 by default. */
  readonly queueLen?: number;
  /** Size of the receive buffer in bytes; 4 MiB by default. */
  readonly receiveBuffer?: number;
  /** Called when the monitor has started: from then on drops are reported. */
  readonly listening?: () => void;
}

/** Checks of {@link DroppedOptions}. */
export const droppedChecks: OptionChecks<DroppedOptions> = {
  mode: oneOf("packet", "summary"),
  software: aBoolean,
  hardware: aBoolean,
  truncLen: anInteger(0, 0xffff_ffff),
  queueLen: anInteger(0, 0xffff_ffff),
  receiveBuffer: anInteger(0, 0x7fff_ffff),
  listening: aFunction,
};
