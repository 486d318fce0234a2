import { hex, type Infer, orDefault, type Sized, struct, u32 } from "@rxnetlink/core/schema";

const xfrmMark = struct("xfrm_mark", {
  /** Bits that packets need. */
  v: hex(u32),
  /** Bits that count; all by default. */
  m: hex(orDefault(u32, 0xffff_ffff)),
});
/** A mark that packets need, `mark & m == v` (`struct xfrm_mark`). It is part of the identity of states and policies. */
export interface XfrmMark extends Infer<typeof xfrmMark> {}

/** A mark that packets need. */
export const markStruct = xfrmMark as Sized<XfrmMark>;
