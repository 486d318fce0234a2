// Prints the uplink chosen by uplink.ts until Ctrl-C, and records everything exchanged with the kernel. Needs no
// privileges. The file can be replayed anywhere, and opened in Wireshark.
//
//   $ node dist/testing/record-uplink.js uplink.pcapng eth0 wlan0
//   eth0

import { rtnetlink } from "@rxnetlink/route";
import { recordTo } from "@rxnetlink/testing";
import { kernelTransport } from "rxnetlink";
import { uplink$ } from "./uplink.js";

const [file = "uplink.pcapng", ...names] = process.argv.slice(2);
const nl = rtnetlink({ transport: recordTo(file, kernelTransport()) });

uplink$(nl, names).subscribe((name) => console.log(name ?? "none is up"));
