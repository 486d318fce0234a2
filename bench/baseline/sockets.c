/* Sockets of TCP: opened, and listed several times. */
#define _GNU_SOURCE
#include "baseline.h"
#include <linux/inet_diag.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#define SERVERS 8
#define CLIENT_BASE 0x7f010001u /* 127.1.0.1 */
#define SERVER_BASE 0x7f000001u /* 127.0.0.1 */
#define PORT 9000
#define PORT_BASE 10000
#define SUMS 6
#define OTHERS 100 /* descriptors that are open already, at most */

/* What is kept of a socket. */
struct one {
  uint32_t src, dst, inode, uid, rmem, drops, rtt;
  uint16_t sport, dport;
  uint8_t state, shutdown, tos;
  uint64_t cookie, cgroup, bytes;
  char congestion[16];
};

static char inbox[1 << 16];

static int tcp_socket(uint32_t address, uint16_t port) {
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(address)};
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;
  if (fd < 0) fail("socket");
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(fd, (void *)&at, sizeof at) < 0) fail("bind");
  return fd;
}

/* Opens one connection, both ends of it. Keep in step with socketSums() in ../workloads/sockets.mjs. */
static void connect_one(const int *servers, long i) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(PORT)};
  to.sin_addr.s_addr = htonl(SERVER_BASE + i % SERVERS);
  int fd = tcp_socket(CLIENT_BASE + i % SERVERS, PORT_BASE + i / SERVERS);
  if (connect(fd, (void *)&to, sizeof to) < 0) fail("connect");
  if (accept(servers[i % SERVERS], NULL, NULL) < 0) fail("accept");
}

/* Waits in the background, with all that is open, until the process that holds the namespace ends. */
static int stay(int holder) {
  /* Who waits for the output of the command would wait for this process, too. */
  for (int fd = 0; fd < 3; fd++) close(fd);
  struct pollfd end = {holder, POLLIN, 0};
  return poll(&end, 1, -1) < 0;
}

/* Opens sockets, which stay open; each process has as many as it may. */
int open_sockets(long count) {
  int servers[SERVERS], holder = syscall(SYS_pidfd_open, setting("PEER_HOLDER", getppid()), 0);
  struct rlimit limit;
  if (holder < 0 || getrlimit(RLIMIT_NOFILE, &limit) < 0) fail("sockets");
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  for (int i = 0; i < SERVERS; i++) {
    servers[i] = tcp_socket(SERVER_BASE + i, PORT);
    if (listen(servers[i], 128) < 0) fail("listen");
  }
  long first = servers[SERVERS - 1] + 1, room = ((long)limit.rlim_max - OTHERS) / 2, total = count / 2;
  for (long i = 0; i < total; i++) {
    connect_one(servers, i);
    if (i % room != room - 1 && i != total - 1) continue;
    if (fork() == 0) return stay(holder);
    close_range(first, ~0U, 0);
  }
  return 0;
}

static void read_socket(struct nlmsghdr *m, struct one *out) {
  struct inet_diag_msg *body = NLMSG_DATA(m);
  int left = m->nlmsg_len - NLMSG_LENGTH(sizeof *body);
  *out = (struct one){.src = ntohl(body->id.idiag_src[0]), .dst = ntohl(body->id.idiag_dst[0])};
  out->sport = ntohs(body->id.idiag_sport), out->dport = ntohs(body->id.idiag_dport);
  out->state = body->idiag_state, out->inode = body->idiag_inode, out->uid = body->idiag_uid;
  memcpy(&out->cookie, body->id.idiag_cookie, sizeof out->cookie);
  FOR_EACH_ATTRIBUTE(a, (struct rtattr *)(body + 1), left) {
    uint32_t *words = RTA_DATA(a);
    switch (a->rta_type) {
      case INET_DIAG_SHUTDOWN: out->shutdown = *(uint8_t *)RTA_DATA(a); break;
      case INET_DIAG_TOS: out->tos = *(uint8_t *)RTA_DATA(a); break;
      case INET_DIAG_CONG: strncpy(out->congestion, RTA_DATA(a), sizeof out->congestion - 1); break;
      case INET_DIAG_SKMEMINFO: out->rmem = words[SK_MEMINFO_RMEM_ALLOC], out->drops = words[SK_MEMINFO_DROPS]; break;
      case INET_DIAG_CGROUP_ID: memcpy(&out->cgroup, RTA_DATA(a), sizeof out->cgroup); break;
      case INET_DIAG_INFO: out->rtt = ((struct tcp_info *)RTA_DATA(a))->tcpi_rtt; break;
    }
  }
}

static int ask(int fd, int extensions) {
  struct {
    struct nlmsghdr header;
    struct inet_diag_req_v2 body;
  } ask = {{sizeof ask, SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST | NLM_F_DUMP, 1, 0},
           {.sdiag_family = AF_INET, .sdiag_protocol = IPPROTO_TCP, .idiag_ext = extensions, .idiag_states = 1 << 1}};
  return send(fd, &ask, sizeof ask, 0) < 0;
}

/* Lists all sockets once and adds up their numbers. */
static size_t list_sockets(int fd, int extensions, uint64_t sums[SUMS]) {
  size_t count = 0;
  struct one one;
  if (ask(fd, extensions)) fail("send");
  for (;;) {
    int left = receive(fd, inbox, sizeof inbox);
    FOR_EACH_MESSAGE(m, inbox, left) {
      if (m->nlmsg_type == NLMSG_DONE) return count;
      read_socket(m, &one);
      count++;
      sums[0] += one.src, sums[1] += one.dst, sums[2] += one.sport, sums[3] += one.dport, sums[4] += one.state;
      sums[5] += one.rtt > 0;
    }
  }
}

/* `sockets` asks for what a list asks for by default, `sockets-info` also for the measurements. */
void sockets(const char *workload, int with_info) {
  int runs = setting("PEER_REPS", 5), fd = open_netlink(NETLINK_SOCK_DIAG, 0);
  int extensions = 1 << (INET_DIAG_CONG - 1) | 1 << (INET_DIAG_TOS - 1) | 1 << (INET_DIAG_TCLASS - 1) |
                   1 << (INET_DIAG_SKMEMINFO - 1) | 1 << (INET_DIAG_SHUTDOWN - 1);
  double *times = calloc(runs, sizeof *times);
  uint64_t sums[SUMS];
  size_t count = 0;
  if (with_info) extensions |= 1 << (INET_DIAG_INFO - 1);
  for (int i = 0; i < runs; i++) {
    memset(sums, 0, sizeof sums);
    double start = seconds();
    count = list_sockets(fd, extensions, sums);
    times[i] = seconds() - start;
  }
  printf("{\"workload\":\"%s\",\"sockets\":%zu,\"check\":\"%zu", workload, count, count);
  for (int i = 0; i < SUMS; i++) printf(":%lu", (unsigned long)sums[i]);
  printf("\",\"list_ms\":%.1f}\n", percentile(times, runs, 0.5) * 1e3);
}
