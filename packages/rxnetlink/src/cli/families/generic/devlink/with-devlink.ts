import { type Devlink, devlink } from "@rxnetlink/generic/devlink";
import { type Mode, withTransport } from "../../../session.js";

/** Opens devlink for one command, and closes it afterwards. */
export function withDevlink<T>(
  mode: Mode,
  netns: string | undefined,
  action: (family: Devlink) => Promise<T>,
): Promise<T> {
  return withTransport(mode, netns, (transport, options) => action(devlink({ transport, ...options })));
}
