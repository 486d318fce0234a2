import { enumeration, type Infer, message, pad, readOnly, struct, u8 } from "@rxnetlink/core/schema";
import { wifiCommand } from "../message/command.js";
import { nl80211Attributes, type WifiMessage } from "../message/message.js";

/** Commands, as the header of messages holds them. */
const commandInHeader = enumeration("NL80211_CMD_", u8, wifiCommand.values);

/** The event is the command of its message. */
const wifiEventHeader = struct("genlmsghdr", {
  /** The event: `"newScanResults"`, `"connect"` … */
  event: readOnly(commandInHeader),
  genlmsghdr: pad(3),
});

/** Layout of events. */
export const wifiEventMessage = message("wifi-event", wifiEventHeader, nl80211Attributes);
/** An event with whatever members it has. */
export interface WifiAnyEvent extends WifiMessage, Infer<typeof wifiEventMessage> {}
