import { be16, enumeration, type Infer, pad, struct, u16 } from "@rxnetlink/core/schema";
import { familyAddress } from "../common/address.js";

/** Encapsulations (`UDP_ENCAP_*`, `TCP_ENCAP_*`). */
const encapType = enumeration("UDP_ENCAP_", u16, {
  /** In UDP, of drafts of RFC 3948. */
  espinudpNonIke: 1,
  /** In UDP, past a NAT (RFC 3948). */
  espinudp: 2,
  /** In TCP (RFC 8229); since 5.6. */
  espintcp: 7,
});

/** Encapsulation of packets, past a NAT (`struct xfrm_encap_tmpl`). */
export const xfrmEncapTmpl = struct("xfrm_encap_tmpl", {
  /** Protocol that packets are wrapped in. */
  type: encapType,
  /** Source port. */
  sport: be16,
  /** Destination port. */
  dport: be16,
  padding: pad(2),
  /** Original address of the peer, as it sees itself; zero if it is not known. */
  oa: familyAddress,
});
/** Encapsulation of packets, past a NAT. */
export interface XfrmEncapTmpl extends Infer<typeof xfrmEncapTmpl> {}
