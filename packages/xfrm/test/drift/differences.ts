// Declarations that differ from the header or are missing there, with the reason.
import type { DriftRules } from "@rxnetlink/drift";

const NOT_XFRM = "of no header of xfrm";
const FLAT = "the struct inside is flat here";
const byFamily = {
  by: "family",
  formats: {
    2: "xfrm_address_t",
    10: "xfrm_address_t",
    inet: "xfrm_address_t",
    inet6: "xfrm_address_t",
  },
  because: "addresses have 16 bytes, of which an IPv4 address takes 4",
};

export const differences: Pick<DriftRules, "subsets" | "choices" | "exceptions"> = {
  // Each message has some of XFRMA_*.
  subsets: [
    "xfrm-acquire-attrs",
    "xfrm-ae-attrs",
    "xfrm-deleted-policy-attrs",
    "xfrm-deleted-state-attrs",
    "xfrm-expire-attrs",
    "xfrm-migrate-attrs",
    "xfrm-migrate-state-attrs",
    "xfrm-polexpire-attrs",
    "xfrm-policy-attrs",
    "xfrm-policy-flush",
    "xfrm-policy-id-attrs",
    "xfrm-report-attrs",
    "xfrm-spi-attrs",
    "xfrm-state-attrs",
    "xfrm-state-filter-attrs",
    "xfrm-state-id-attrs",
  ],
  choices: {
    "xfrm-deleted-state-attrs.coaddr": byFamily,
    "xfrm-deleted-state-attrs.srcaddr": byFamily,
    "xfrm-migrate-state-attrs.coaddr": byFamily,
    "xfrm-state-attrs.coaddr": byFamily,
    "xfrm-state-attrs.srcaddr": byFamily,
    "xfrm-state-id-attrs.srcaddr": byFamily,
  },
  exceptions: {
    AF_: NOT_XFRM,
    IPPROTO_: NOT_XFRM,
    UDP_ENCAP_: NOT_XFRM,
    "xfrm_aevent_id.": FLAT,
    xfrm_info: "a plain __u32 in C",
    "xfrm_user_acquire.": FLAT,
    "xfrm_user_expire.": FLAT,
    "xfrm_user_mapping.": FLAT,
    "xfrm_user_migrate_state.": FLAT,
    "xfrm_user_polexpire.": FLAT,
    "xfrm_user_sec_ctx.ctx": "the text behind the struct",
    "xfrm_user_tmpl.": FLAT,
    "xfrm_usersa_info.": FLAT,
    "xfrm_userspi_info.": FLAT,
  },
};
