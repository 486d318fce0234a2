import {
  attributes,
  type Infer,
  message,
  nest,
  type ObjectDefinition,
  pick,
  type Struct,
  string,
} from "@rxnetlink/core";
import { RTM_DELLINKPROP, RTM_NEWLINKPROP } from "../common/rtm.js";
import { type Ifinfomsg, ifinfomsg } from "./layout.js";
import { type LinkPropList, propListAttributes } from "./nests.js";

/** The attributes of messages of link properties (`IFLA_*`). */
export const linkpropAttributes = attributes("link-attrs", "IFLA_", {
  /** Name of the link: `"eth0"`; it may be given by `index` too. */
  ifname: [3, string],
  /** The names to add or to remove. */
  propList: [52, nest<LinkPropList>(propListAttributes)],
  /** A further name to find the link by. */
  altIfname: [53, string],
});

const header: Struct<Ifinfomsg> = ifinfomsg;

/** The layout of `RTM_NEWLINKPROP` and `RTM_DELLINKPROP`. */
export const linkpropMessage = message("linkprop", header, linkpropAttributes);
/** Properties of a link: `{ ifname, propList: { altIfname: […] } }`; a link that was listed is one too. */
export interface Linkprop extends Infer<typeof linkpropMessage> {}

/** What names the link, and its properties, of a value that may be a whole link. */
function propertiesOf(value: Partial<Linkprop>): Partial<Linkprop> {
  return linkpropMessage.isListed!(value) ? pick(value, "index", "propList") : value;
}

/**
 * Messages of link properties (`RTM_*LINKPROP`): alternative names are added and removed by them; since 5.5. They
 * are listed with the link, whose notifications tell of them.
 */
export const linkpropObject: ObjectDefinition<Linkprop> = {
  name: "linkprop",
  layout: nest<Linkprop>(linkpropMessage),
  types: { new: RTM_NEWLINKPROP, delete: RTM_DELLINKPROP },
  groups: [],
  filters: [],
  changeFlags: 0,
  prepare: propertiesOf,
};
