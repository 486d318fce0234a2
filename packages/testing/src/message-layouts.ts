import type { MessageTypes } from "@rxnetlink/core";
import {
  type AnyType,
  message,
  NLMSG_DONE,
  NLMSG_ERROR,
  nlmsgerr,
  nlmsgerrAttributes,
  s32,
  struct,
} from "@rxnetlink/core/schema";

/** Returns the layout of messages of a type. */
export type LayoutOf = (type: number) => AnyType;

/** Layout of `NLMSG_ERROR` with `NETLINK_CAP_ACK`: without the payload of the request. */
export const errorLayout = message("nlmsgerr", nlmsgerr, nlmsgerrAttributes);
/** Layout of `NLMSG_DONE`: the errno of a dump and, after an error, the extended ACK. */
export const doneLayout = message("done", struct("done", { error: s32 }), nlmsgerrAttributes);

/** Returns a look-up of layouts by message type for these objects, `NLMSG_ERROR` and `NLMSG_DONE`. */
export function layoutsOf(
  ...objects: { readonly types: MessageTypes; readonly layout: AnyType }[]
): LayoutOf {
  const known = new Map<number, AnyType>([
    [NLMSG_ERROR, errorLayout],
    [NLMSG_DONE, doneLayout],
    ...objects.flatMap(({ types, layout }) =>
      Object.values(types as Record<string, number>).map((type): [number, AnyType] => [type, layout]),
    ),
  ]);
  return (type) => {
    const layout = known.get(type);
    if (layout === undefined) throw new RangeError(`no layout for messages of type ${type}`);
    return layout;
  };
}
