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

/** The layout of the payload of a message of that type. */
export type LayoutOf = (type: number) => AnyType;

/** `NLMSG_ERROR` as `NETLINK_CAP_ACK` makes it: without the payload of the request. */
export const errorLayout = message("nlmsgerr", nlmsgerr, nlmsgerrAttributes);
/** `NLMSG_DONE` with the errno of a dump, and after an error the extended ack. */
export const doneLayout = message("done", struct("done", { error: s32 }), nlmsgerrAttributes);

/** Finds layouts by the message types of these objects, and those of `NLMSG_ERROR` and `NLMSG_DONE`. */
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
