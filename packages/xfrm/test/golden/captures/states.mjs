import { capturesOf } from "../../../../../tools/capture.mjs";
import { NETLINK_XFRM, xfrmAeObject, xfrmStateObject } from "../../../dist/index.js";
import { goldenMessages } from "../../../dist-test/test/support/messages.js";

const common = { protocol: NETLINK_XFRM, layoutOf: goldenMessages.layoutOf };
const { reply, row, notification } = capturesOf(common);

const ENDS = "src 192.0.2.1 dst 192.0.2.2";
const key = (bytes) => `0x${"0123456789abcdef".repeat(4).slice(0, 2 * bytes)}`;
const GCM = `aead 'rfc4106(gcm(aes))' ${key(20)} 128`;
const CBC = `enc 'cbc(aes)' ${key(16)} auth-trunc 'hmac(sha256)' ${key(32)} 128`;
const add = (rest, ends = ENDS, proto = "esp") => `ip xfrm state add ${ends} proto ${proto} ${rest}`;
const ID = { daddr: "192.0.2.2", spi: 0x1000, proto: "esp", family: "inet" };
const any = () => true;
const state = (name, command) => row(xfrmStateObject, name, [command], {}, any);
const report = (name, type, group, before, run) =>
  notification({ name: "xfrm", types: { new: type }, groups: [group] }, name, before, run, "new");

export const captures = [
  state("gcm", add(`spi 0x1000 reqid 7 mode tunnel ${GCM}`)),
  state(
    "cbc",
    add(
      `spi 0x1000 mode transport ${CBC} replay-window 32 flag noecn flag decap-dscp sel src 10.0.0.1 dst 10.0.0.2 proto tcp dport 80`,
    ),
  ),
  state("esn", add(`spi 0x1000 mode tunnel ${GCM} replay-window 128 flag esn`)),
  state("auth", add(`spi 0x1000 mode tunnel auth 'hmac(sha1)' ${key(20)}`, ENDS, "ah")),
  state("comp", add(`spi 0x1000 mode tunnel comp deflate`, ENDS, "comp")),
  state("natt", add(`spi 0x1000 mode tunnel ${GCM} encap espinudp 4500 4501 0.0.0.0`)),
  state("ipv6", add(`spi 0x1000 mode tunnel ${GCM}`, "src 2001:db8:: dst 2001:db8:ff::")),
  state(
    "marks",
    add(
      `spi 0x1000 mode tunnel ${GCM} mark 5 mask 0xff if_id 0x42 output-mark 0x7 mask 0xf extra-flag dont-encap-dscp tfcpad 100`,
    ),
  ),
  state(
    "limits",
    add(
      `spi 0x1000 mode tunnel ${GCM} limit byte-soft 1000 limit byte-hard 2000 limit packet-hard 50 limit time-soft 50 limit time-hard 60`,
    ),
  ),
  state("null", add(`spi 0x1000 mode tunnel enc 'ecb(cipher_null)' '' auth 'digest_null' ''`)),
  report(
    "state-updated",
    26,
    3,
    [add(`spi 0x1000 mode tunnel ${GCM}`)],
    add(`spi 0x1000 mode tunnel ${GCM} limit time-hard 90`).replace("add", "update"),
  ),
  report("state-removed", 17, 3, [add(`spi 0x1000 mode tunnel ${GCM}`)], "ip xfrm state deleteall"),
  report("state-soft", 24, 2, [], add(`spi 0x1000 mode tunnel ${GCM} limit time-soft 1 limit time-hard 60`)),
  reply(xfrmAeObject, "counters", [add(`spi 0x1000 mode tunnel ${GCM}`)], { ...ID, flags: 9 }),
];
