// Prints the devices of some subsystems, USB and disks unless others are named, and then those that come and go, until Ctrl-C.
//
//   $ node dist/events/watch-devices.js
//   block /devices/pci0000:00/0000:00:05.0/virtio2/block/vda /dev/vda
//   2 devices
//   + usb /devices/pci0000:00/0000:00:14.0/usb1/1-2 /dev/bus/usb/001/006 0781/5591/100
//   + block /devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/host1/target1:0:0/1:0:0:0/block/sda /dev/sda
//   - block /devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/host1/target1:0:0/1:0:0:0/block/sda /dev/sda

import { type SysfsDevice, uevents } from "rxnetlink/uevent";

const subsystem = process.argv.length > 2 ? process.argv.slice(2) : ["usb", "block"];

/** Returns a device in words: where it is, its node below `/dev`, and what product it is, if it is of USB. */
function inWords({ devpath, subsystem, devname, variables }: SysfsDevice): string {
  const node = devname === undefined ? [] : [`/dev/${devname}`];
  return [subsystem, devpath, ...node, ...(variables.PRODUCT === undefined ? [] : [variables.PRODUCT])].join(
    " ",
  );
}

let complete = false;

uevents()
  .watchDevices$({ subsystem })
  .subscribe((event) => {
    if (event.type === "added") console.log(`${complete ? "+ " : ""}${inWords(event.current)}`);
    else if (event.type === "removed") console.log(`- ${inWords(event.previous)}`);
    else if (event.type === "synced") {
      complete = true;
      console.log(`${event.size} devices`);
    } else if (event.type === "resync") console.log(`events were lost: ${event.changes} changes found`);
  });
