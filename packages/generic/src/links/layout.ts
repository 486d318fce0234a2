import { attributes, type Infer, message, nest, pad, string, struct, u32 } from "@rxnetlink/core/schema";

//  The little that families of links need to know of `NETLINK_ROUTE`: which links of a kind there are.

/** `NETLINK_ROUTE`. */
export const NETLINK_ROUTE = 0;
/** Requests links. */
export const RTM_GETLINK = 18;

/** Fixed header of link messages. */
const ifinfomsg = struct("ifinfomsg", {
  head: pad(4),
  /** Index of the link. */
  index: u32,
  rest: pad(8),
});

/** What a link is (`IFLA_INFO_*`). */
const kindAttributes = attributes("linkinfo-attrs", "IFLA_INFO_", {
  /** Kind. */
  kind: [1, string],
});
/** What a link is. */
interface LinkKind extends Infer<typeof kindAttributes> {}

/** Attributes of links (`IFLA_*`), as far as they are needed. */
const linkAttributes = attributes("link-attrs", "IFLA_", {
  /** What the link is. */
  linkinfo: [18, nest<LinkKind>(kindAttributes)],
});

/** Layout of `RTM_*LINK`, as far as it is needed. */
export const linkKindMessage = message("link", ifinfomsg, linkAttributes);
/** A link, and its kind. */
export interface KindOfLink extends Infer<typeof linkKindMessage> {}
