import {
  derived,
  enumeration,
  hex,
  type Infer,
  orDefault,
  packed,
  pad,
  type Sized,
  struct,
  u8,
  u32,
} from "@rxnetlink/core/schema";
import { xfrmAddress } from "./address.js";
import { familyOf, xfrmFamily } from "./family.js";
import { xfrmMode } from "./mode.js";
import { xfrmProto } from "./proto.js";
import { spi } from "./spi.js";

/** Who may use the states of a template (`XFRM_SHARE_*`). */
export const xfrmShare = enumeration("XFRM_SHARE_", u8, {
  /** No limit. */
  any: 0,
  /** One per session. */
  session: 1,
  /** One per user. */
  user: 2,
  /** Just once. */
  unique: 3,
});

/** Algorithms that a template accepts: all by default. */
const algorithms = hex(orDefault(u32, 0xffff_ffff));

const xfrmUserTmpl = struct("xfrm_user_tmpl", {
  /** Destination of the states: of a tunnel the far end; in transport mode that of the packet, if it is zero. */
  daddr: xfrmAddress(24),
  /** SPI of the states; 0 is any. */
  spi,
  /** Protocol of the states. */
  proto: xfrmProto,
  padding1: pad(3),
  /** Family of the addresses; by default that of the addresses, or else of the policy. */
  family: derived(
    xfrmFamily,
    ({ daddr, saddr }: { daddr?: string; saddr?: string }) => familyOf(daddr, saddr) ?? "unspec",
  ),
  padding2: pad(2),
  /** Source of the states: of a tunnel the near end. */
  saddr: xfrmAddress(-4),
  /** Id of the states' request, which ties states to the policy; 0 is any. */
  reqid: u32,
  /** Mode of the states. */
  mode: xfrmMode,
  /** Who may use the states. */
  share: xfrmShare,
  /** 1 if packets may pass without such a state, else 0. */
  optional: u8,
  padding3: pad(1),
  /** Authentication algorithms that are acceptable, a bit each; all by default. */
  aalgos: algorithms,
  /** Encryption algorithms that are acceptable, a bit each; all by default. */
  ealgos: algorithms,
  /** Compression algorithms that are acceptable, a bit each; all by default. */
  calgos: algorithms,
});
/** States that packets of a policy need (`struct xfrm_user_tmpl`). */
export interface XfrmTemplate extends Infer<typeof xfrmUserTmpl> {}

/** States that packets of a policy need, one after the other. */
export const templates = packed(xfrmUserTmpl as Sized<XfrmTemplate>);
