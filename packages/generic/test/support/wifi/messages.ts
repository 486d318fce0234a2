import { genlType } from "#src/family/genlmsghdr.js";
import { wifiCommand } from "#src/nl80211/message/command.js";
import { wifiMessage } from "#src/nl80211/message/message.js";

/** The messages of nl80211, which all have one layout. */
export const wifiMessages = {
  types: Object.fromEntries(
    Object.entries(wifiCommand.values).map(([name, number]) => [name, genlType(number)]),
  ),
  layout: wifiMessage,
};
