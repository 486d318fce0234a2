import { defineObject, type ObjectOf, pick } from "@rxnetlink/core";
import { attributes, type Infer, message, nest, type Struct, string } from "@rxnetlink/core/schema";
import { RTM_DELLINKPROP, RTM_NEWLINKPROP } from "../common/rtm.js";
import { type Ifinfomsg, ifinfomsg } from "./layout.js";
import { type LinkPropList, propListAttributes } from "./nests.js";

/** Attributes of link property messages (`IFLA_*`). */
export const linkpropAttributes = attributes("link-attrs", "IFLA_", {
  /** Name of the link: `"eth0"`; `index` identifies it as well. */
  ifname: [3, string],
  /** Names to add or remove. */
  propList: [52, nest<LinkPropList>(propListAttributes)],
  /** Alternative name that identifies the link. */
  altIfname: [53, string],
});

const header: Struct<Ifinfomsg> = ifinfomsg;

/** Layout of `RTM_NEWLINKPROP` and `RTM_DELLINKPROP`. */
export const linkpropMessage = message("linkprop", header, linkpropAttributes);
/** Properties of a link: `{ ifname, propList: { altIfname: […] } }`; a listed link is accepted as well. */
export interface Linkprop extends Infer<typeof linkpropMessage> {}

/** Returns the key and the properties of a value, which may be a listed link. */
function propertiesOf(value: Partial<Linkprop>): Partial<Linkprop> {
  return linkpropMessage.isListed!(value) ? pick(value, "index", "propList") : value;
}

/**
 * Link property messages (`RTM_*LINKPROP`), which add and remove alternative names; since 5.5. Lists and notifications of
 * the object `link` report the names.
 */
export const linkpropObject = defineObject({
  name: "linkprop",
  layout: nest<Linkprop>(linkpropMessage),
  types: { new: RTM_NEWLINKPROP, delete: RTM_DELLINKPROP },
  groups: [],
  verbs: ["add", "delete"],
  filters: [],
  complete: propertiesOf,
});
/** Verbs of link properties. */
export interface Linkprops extends ObjectOf<typeof linkpropObject> {}
