import {
  derived,
  enumeration,
  type Infer,
  orDefault,
  string,
  struct,
  type Type,
  u8,
  u16,
} from "@rxnetlink/core/schema";

/** Module that knows the security context (`XFRM_SC_ALG_*`). */
const secCtxAlg = enumeration("XFRM_SC_ALG_", u8, { reserved: 0, selinux: 1 });
/** Domain of interpretation of a security context (`XFRM_SC_DOI_*`). */
const secCtxDoi = enumeration("XFRM_SC_DOI_", u8, { reserved: 0, lsm: 1 });

/** Number of `XFRMA_SEC_CTX`, which the struct repeats. */
const XFRMA_SEC_CTX = 8;
/** Bytes before the text. */
const HEAD = 8;

/** Returns the length of a text, which is ASCII, with the NUL at its end, as SELinux counts it. */
const lengthOf = (text = "") => text.length + 1;

const xfrmUserSecCtx = struct("xfrm_user_sec_ctx", {
  /** Length of the struct in bytes; derived from the text. */
  len: derived(u16, ({ ctx }: { ctx?: string }) => HEAD + lengthOf(ctx)),
  /** `XFRMA_SEC_CTX`, 8. */
  exttype: orDefault(u16, XFRMA_SEC_CTX),
  /** Module that knows the text. */
  alg: orDefault(secCtxAlg, "selinux"),
  /** Domain of interpretation. */
  doi: orDefault(secCtxDoi, "lsm"),
  /** Length of the text in bytes, with its NUL; derived. */
  ctxLen: derived(u16, ({ ctx }: { ctx?: string }) => lengthOf(ctx)),
  /** The text, such as `"system_u:object_r:ipsec_spd_t:s0"`. */
  ctx: string,
});
/** A security context, of SELinux as a rule (`struct xfrm_user_sec_ctx`). */
export interface XfrmSecCtx extends Infer<typeof xfrmUserSecCtx> {}

/** A security context. */
export const secCtx: Type<XfrmSecCtx> = xfrmUserSecCtx;
