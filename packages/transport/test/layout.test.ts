import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as constants from "#src/linux/constants.js";
import { EVENT_DATA, EVENT_SIZE } from "#src/linux/epoll.js";
import { LE, POINTER } from "#src/linux/native.js";
import { CMSG, MMSGHDR, WORDS } from "#src/linux/receiver.js";
import { SOCKADDR_SIZE } from "#src/linux/sockaddr.js";
import { LINK_ADDRESS } from "#src/tap/link-address.js";

/** Our layouts, by the corresponding C expressions. */
const LAYOUT: Record<string, number> = {
  "sizeof(void *)": POINTER,
  "sizeof(size_t)": POINTER,
  "sizeof(int)": 4,
  "sizeof(struct sockaddr_nl)": SOCKADDR_SIZE,
  "offsetof(struct sockaddr_nl, nl_family)": 0,
  "offsetof(struct sockaddr_nl, nl_pid)": 4,
  "offsetof(struct sockaddr_nl, nl_groups)": 8,
  "sizeof(struct sockaddr_ll)": LINK_ADDRESS,
  "offsetof(struct sockaddr_ll, sll_protocol)": 2,
  "offsetof(struct sockaddr_ll, sll_ifindex)": 4,
  "sizeof(struct tpacket_stats)": 8,
  "offsetof(struct tpacket_stats, tp_drops)": 4,
  "sizeof(struct iovec)": 2 * POINTER,
  "offsetof(struct iovec, iov_base)": 0,
  "offsetof(struct iovec, iov_len)": POINTER,
  "sizeof(struct mmsghdr)": MMSGHDR,
  "offsetof(struct mmsghdr, msg_hdr.msg_name)": WORDS.name * POINTER,
  "offsetof(struct mmsghdr, msg_hdr.msg_namelen)": WORDS.namelen * POINTER,
  "offsetof(struct mmsghdr, msg_hdr.msg_iov)": WORDS.iov * POINTER,
  "offsetof(struct mmsghdr, msg_hdr.msg_iovlen)": WORDS.iovlen * POINTER,
  "offsetof(struct mmsghdr, msg_hdr.msg_control)": WORDS.control * POINTER,
  "offsetof(struct mmsghdr, msg_hdr.msg_controllen)": WORDS.controllen * POINTER,
  "offsetof(struct mmsghdr, msg_hdr.msg_flags)": WORDS.flags * POINTER,
  "offsetof(struct mmsghdr, msg_len)": WORDS.length * POINTER,
  "offsetof(struct cmsghdr, cmsg_len)": 0,
  "offsetof(struct cmsghdr, cmsg_level)": CMSG.level,
  "offsetof(struct cmsghdr, cmsg_type)": CMSG.type,
  "CMSG_LEN(0)": CMSG.data,
  "CMSG_SPACE(1)": CMSG.data + POINTER,
  "sizeof(struct epoll_event)": EVENT_SIZE,
  "offsetof(struct epoll_event, events)": 0,
  "offsetof(struct epoll_event, data)": EVENT_DATA,
  "__BYTE_ORDER == __LITTLE_ENDIAN": LE ? 1 : 0,
};

/** Our constants, by the names of C. */
const NUMBERS: Record<string, number> = {
  ...Object.fromEntries(Object.entries(constants).filter(([, value]) => typeof value === "number")),
  O_RDONLY_CLOEXEC: constants.O_RDONLY_CLOEXEC,
  SOCK_RAW: constants.SOCK_TYPES.raw,
  SOCK_DGRAM: constants.SOCK_TYPES.dgram,
};

const PROGRAM = `
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <endian.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/magic.h>
#include <linux/netlink.h>
#define O_RDONLY_CLOEXEC (O_RDONLY | O_CLOEXEC)
int main(void) {
${[...Object.keys(LAYOUT), ...Object.keys(NUMBERS)]
  .map((expression) => `  printf("%ld\\n", (long)(${expression}));`)
  .join("\n")}
}`;

const compiler = ["cc", "gcc", "clang"].find((name) => spawnSync(name, ["--version"]).status === 0);
if (compiler === undefined) console.log("skipped: comparing layouts with C needs a compiler");

describe.skipIf(compiler === undefined)("the C headers of this machine", () => {
  let folder: string;
  const actual = new Map<string, number>();
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rxnetlink-layout-"));
    const binary = join(folder, "layout");
    execFileSync(compiler!, ["-x", "c", "-o", binary, "-"], { input: PROGRAM });
    const numbers = execFileSync(binary, { encoding: "utf8" }).trim().split("\n").map(Number);
    [...Object.keys(LAYOUT), ...Object.keys(NUMBERS)].forEach((name, i) => {
      actual.set(name, numbers[i]!);
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("agree with our structures", () => {
    expect(Object.fromEntries(Object.keys(LAYOUT).map((name) => [name, actual.get(name)]))).toEqual(LAYOUT);
  });

  it("agree with our constants", () => {
    expect(Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, actual.get(name)]))).toEqual(NUMBERS);
  });
});
