import { derived, hex, type Infer, packed, struct, u32 } from "@rxnetlink/core/schema";

/** Counters against replay of at most 32 packets (`struct xfrm_replay_state`). */
export const xfrmReplayState = struct("xfrm_replay_state", {
  /** Number of the last packet sent. */
  oseq: u32,
  /** Highest number received. */
  seq: u32,
  /** Numbers received of the last 32, a bit each. */
  bitmap: hex(u32),
});
/** Counters against replay of at most 32 packets. */
export interface XfrmReplayState extends Infer<typeof xfrmReplayState> {}

const BITS = 32;
/** Returns the number of words of a bitmap for a window. */
const wordsFor = (window = 0) => Math.ceil(window / BITS);

interface Window {
  readonly replayWindow: number;
  readonly bmp: number[];
}

/** Counters against replay with 64 bits and a window of any size (`struct xfrm_replay_state_esn`). */
export const xfrmReplayStateEsn = struct("xfrm_replay_state_esn", {
  /** Number of words of the bitmap; by default as many as there are, or as the window needs. */
  bmpLen: derived(u32, ({ bmp, replayWindow }: Partial<Window>) => bmp?.length ?? wordsFor(replayWindow)),
  /** Low half of the number of the last packet sent. */
  oseq: u32,
  /** Low half of the highest number received. */
  seq: u32,
  /** High half of the number of the last packet sent. */
  oseqHi: u32,
  /** High half of the highest number received. */
  seqHi: u32,
  /** Size of the window, in packets. Incoming states with extended numbers need one. */
  replayWindow: u32,
  /** Numbers received in the window, a bit each; by default none. */
  bmp: derived(packed(u32), ({ replayWindow }: Partial<Window>) =>
    new Array<number>(wordsFor(replayWindow)).fill(0),
  ),
});
/** Counters against replay with 64 bits and a window of any size. */
export interface XfrmReplayStateEsn extends Infer<typeof xfrmReplayStateEsn> {}
