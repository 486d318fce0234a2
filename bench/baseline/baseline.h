/* Shared by all files here: a clock, percentiles, settings from the environment, a raw socket, route messages. */
#ifndef BASELINE_H
#define BASELINE_H

#include <arpa/inet.h>
#include <errno.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define TABLE_BASE 0x10000000u  /* 16.0.0.0: the /24 routes of the big table */
#define INSERT_BASE 0xac100000u /* 172.16.0.0: the /32 routes that `insert` adds */
#define STORM_BASE 0xac140000u  /* 172.20.0.0: the /32 routes of the storm */

#define FOR_EACH_MESSAGE(m, buffer, left) \
  for (struct nlmsghdr *m = (void *)(buffer); NLMSG_OK(m, left); m = NLMSG_NEXT(m, left))
#define FOR_EACH_ATTRIBUTE(a, first, left) \
  for (struct rtattr *a = (first); RTA_OK(a, left); a = RTA_NEXT(a, left))

struct request {
  int type, flags;
  uint32_t seq;
};

struct route {
  uint32_t dst, gateway, priority, table; /* addresses in host order, 0 where absent */
  int oif;
  uint8_t dst_len, protocol;
};

static inline void fail(const char *what) {
  perror(what);
  exit(1);
}

static inline double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

/* Stamps a request with the time: its sequence number, which the kernel repeats in the event that it causes. */
static inline uint32_t stamp(void) { return (uint64_t)(seconds() * 1e6); }

static inline int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Returns a percentile of values, which it sorts. */
static inline double percentile(double *values, size_t count, double share) {
  size_t at = count * share;
  qsort(values, count, sizeof *values, ascending);
  return count ? values[at < count ? at : count - 1] : 0;
}

static inline long setting(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text && *text ? atol(text) : otherwise;
}

static inline uint32_t gateway_setting(void) {
  const char *text = getenv("PEER_GW");
  return ntohl(inet_addr(text ? text : "10.200.0.2"));
}

static inline int open_netlink(int protocol, uint32_t groups) {
  struct sockaddr_nl self = {.nl_family = AF_NETLINK, .nl_groups = groups};
  int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol);
  if (fd < 0 || bind(fd, (void *)&self, sizeof self) < 0) fail("netlink socket");
  return fd;
}

static inline int open_route_socket(uint32_t groups) { return open_netlink(NETLINK_ROUTE, groups); }

static inline int receive(int fd, void *buffer, size_t size) {
  ssize_t length;
  while ((length = recv(fd, buffer, size, 0)) < 0)
    if (errno != EINTR) fail("recv");
  return length;
}

static inline void ask_for_dump(int fd, int type, int family) {
  struct {
    struct nlmsghdr header;
    union {
      struct rtmsg route;
      struct ifinfomsg link;
    } body;
  } ask = {.body.route.rtm_family = family};
  size_t body = type == RTM_GETLINK ? sizeof ask.body.link : sizeof ask.body.route;
  ask.header = (struct nlmsghdr){NLMSG_LENGTH(body), type, NLM_F_REQUEST | NLM_F_DUMP, 1, 0};
  if (send(fd, &ask, ask.header.nlmsg_len, 0) < 0) fail("send");
}

static inline void read_route(struct nlmsghdr *message, struct route *out) {
  struct rtmsg *body = NLMSG_DATA(message);
  int left = RTM_PAYLOAD(message);
  *out = (struct route){.dst_len = body->rtm_dst_len, .protocol = body->rtm_protocol, .table = body->rtm_table};
  FOR_EACH_ATTRIBUTE(a, RTM_RTA(body), left) {
    uint32_t value;
    if (RTA_PAYLOAD(a) != sizeof value) continue;
    memcpy(&value, RTA_DATA(a), sizeof value);
    switch (a->rta_type) {
      case RTA_DST: out->dst = ntohl(value); break;
      case RTA_GATEWAY: out->gateway = ntohl(value); break;
      case RTA_OIF: out->oif = value; break;
      case RTA_TABLE: out->table = value; break;
      case RTA_PRIORITY: out->priority = value; break;
    }
  }
}

static inline void put_u32(struct nlmsghdr *message, int type, uint32_t value) {
  struct rtattr *a = (void *)((char *)message + message->nlmsg_len);
  a->rta_type = type;
  a->rta_len = RTA_LENGTH(sizeof value);
  memcpy(RTA_DATA(a), &value, sizeof value);
  message->nlmsg_len += RTA_SPACE(sizeof value);
}

/* Writes a request for a route; returns its length. */
static inline size_t write_route(void *at, struct request ask, const struct route *route) {
  struct nlmsghdr *message = at;
  *message = (struct nlmsghdr){NLMSG_LENGTH(sizeof(struct rtmsg)), ask.type, NLM_F_REQUEST | ask.flags, ask.seq, 0};
  *(struct rtmsg *)NLMSG_DATA(message) = (struct rtmsg){
      .rtm_family = AF_INET,
      .rtm_dst_len = route->dst_len,
      .rtm_table = RT_TABLE_MAIN,
      .rtm_protocol = route->protocol,
      .rtm_scope = RT_SCOPE_UNIVERSE,
      .rtm_type = RTN_UNICAST,
  };
  put_u32(message, RTA_DST, htonl(route->dst));
  put_u32(message, RTA_GATEWAY, htonl(route->gateway));
  put_u32(message, RTA_OIF, route->oif);
  if (route->priority) put_u32(message, RTA_PRIORITY, route->priority);
  return message->nlmsg_len;
}

/* Sends a batch whose last message asks for an ACK; returns how many of its messages the kernel refused. */
static inline int send_batch(int fd, const void *batch, size_t length) {
  static char replies[65536];
  int refused = 0;
  if (send(fd, batch, length, 0) != (ssize_t)length) fail("send");
  for (;;) {
    int left = receive(fd, replies, sizeof replies);
    FOR_EACH_MESSAGE(m, replies, left) {
      struct nlmsgerr *reply = NLMSG_DATA(m);
      if (m->nlmsg_type != NLMSG_ERROR) continue;
      if (reply->error) refused++;
      if (reply->msg.nlmsg_flags & NLM_F_ACK) return refused;
    }
  }
}

/* listen.c: what a listener has heard until there was silence. */
extern struct heard {
  long received, enobufs;
  double first, last, cpu;
} heard;
/* Passes each datagram to `read`, and calls `done`, unless it is null, after those that were received together. */
void listen_until_silence(int fd, void (*read)(void *datagram, int length), void (*done)(void));
double heard_per_second(void);

/* Called by the command line in baseline.c: events.c */
void events(void);
void latency(void);

/* packets.c */
void nflog(void);
void nfqueue(void);

/* processes.c */
void processes(void);
int forks(double duration);

/* flows.c */
void conntrack(void);
int make_flows(long count);

/* sockets.c */
void sockets(const char *workload, int with_info);
int open_sockets(long count);

/* workload.c */
int load_routes(long count);
int count_inserted(void);
int storm(double duration);
int flood(double duration);
int run_measured(char **command);
int spin(void);

#endif
