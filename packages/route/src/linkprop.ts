import { nest, type ObjectDeclaration } from "@rxnetlink/core";
import { type Link, linkMessage } from "./link.js";

/** Properties of a link, in the form of the link that has them: `{ ifname, propList: { altIfname: […] } }`. */
export interface Linkprop extends Link {}

/**
 * Messages of link properties (`RTM_*LINKPROP`): alternative names are added and removed by them; since 5.5. They
 * are listed with the link, whose notifications tell of them.
 */
export const linkpropObject: ObjectDeclaration<Linkprop> = {
  name: "linkprop",
  namedBy: ["ifname", "altIfname", "index"],
  layout: nest<Linkprop>(linkMessage),
  types: { new: 108, delete: 109 },
  groups: [],
  filters: [],
  changeFlags: 0,
};
