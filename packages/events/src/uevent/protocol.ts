/** `NETLINK_KOBJECT_UEVENT`. */
export const NETLINK_KOBJECT_UEVENT = 15;

/** Group in which the kernel sends. */
export const UEVENT_GROUP_KERNEL = 1;
/** Group in which udev sends what it has made of the kernel's events. */
export const UEVENT_GROUP_UDEV = 2;
