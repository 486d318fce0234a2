/* Tracked connections: made, and listed several times. */
#define _GNU_SOURCE
#include "netfilter.h"
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <netinet/in.h>

#define BATCH 128
#define SOURCES 0x0a010000u /* 10.1.0.0 */
#define SERVERS 0x0a000001u /* 10.0.0.1 */
#define SUMS 6

struct tuple {
  uint32_t src, dst;
  uint16_t sport, dport;
  uint8_t protocol;
};

struct flow {
  struct tuple original, reply;
  uint32_t mark, status, timeout, id, use;
};

static char inbox[1 << 16], outbox[1 << 16];

static void put_tuple(struct nlmsghdr *m, int type, const struct tuple *tuple) {
  uint32_t src = htonl(tuple->src), dst = htonl(tuple->dst);
  uint16_t sport = htons(tuple->sport), dport = htons(tuple->dport);
  struct rtattr *all = put_nest(m, type), *ip = put_nest(m, CTA_TUPLE_IP);
  put(m, CTA_IP_V4_SRC, &src, sizeof src);
  put(m, CTA_IP_V4_DST, &dst, sizeof dst);
  end_nest(m, ip);
  struct rtattr *proto = put_nest(m, CTA_TUPLE_PROTO);
  put(m, CTA_PROTO_NUM, &tuple->protocol, sizeof tuple->protocol);
  put(m, CTA_PROTO_SRC_PORT, &sport, sizeof sport);
  put(m, CTA_PROTO_DST_PORT, &dport, sizeof dport);
  end_nest(m, proto);
  end_nest(m, all);
}

/* Makes connections that stay for a day. Keep in step with flowOf() in ../workloads/netfilter.mjs. */
int make_flows(long count) {
  int fd = open_netlink(NETLINK_NETFILTER, 0);
  uint32_t timeout = htonl(86400);
  long refused = 0;
  size_t length = 0;
  for (long i = 0; i < count; i++) {
    int last = i % BATCH == BATCH - 1 || i == count - 1, flags = NLM_F_CREATE | NLM_F_EXCL | (last ? NLM_F_ACK : 0);
    struct nlmsghdr *m = begin(outbox + length, NFNL_SUBSYS_CTNETLINK, IPCTNL_MSG_CT_NEW, flags, AF_INET, 0);
    struct tuple there = {SOURCES + i, SERVERS + i % 4, 1024 + i % 60000, 53 + i % 5, IPPROTO_UDP};
    struct tuple back = {there.dst, there.src, there.dport, there.sport, IPPROTO_UDP};
    uint32_t mark = htonl(1 + i % 7);
    put_tuple(m, CTA_TUPLE_ORIG, &there);
    put_tuple(m, CTA_TUPLE_REPLY, &back);
    put(m, CTA_TIMEOUT, &timeout, sizeof timeout);
    put(m, CTA_MARK, &mark, sizeof mark);
    length += m->nlmsg_len;
    if (last) refused += send_batch(fd, outbox, length), length = 0;
  }
  if (refused) fprintf(stderr, "flows: %ld connections refused\n", refused);
  return refused != 0;
}

static void read_tuple(struct rtattr *nest, struct tuple *out) {
  int left = RTA_PAYLOAD(nest);
  FOR_EACH_ATTRIBUTE(part, RTA_DATA(nest), left) {
    int rest = RTA_PAYLOAD(part), is_ip = TYPE_OF(part) == CTA_TUPLE_IP;
    FOR_EACH_ATTRIBUTE(a, RTA_DATA(part), rest) {
      int type = TYPE_OF(a);
      if (is_ip && type == CTA_IP_V4_SRC) out->src = u32_of(a);
      if (is_ip && type == CTA_IP_V4_DST) out->dst = u32_of(a);
      if (!is_ip && type == CTA_PROTO_NUM) out->protocol = *(uint8_t *)RTA_DATA(a);
      if (!is_ip && type == CTA_PROTO_SRC_PORT) out->sport = u16_of(a);
      if (!is_ip && type == CTA_PROTO_DST_PORT) out->dport = u16_of(a);
    }
  }
}

static void read_flow(struct nlmsghdr *m, struct flow *out) {
  int left;
  *out = (struct flow){0};
  FOR_EACH_NETFILTER_ATTRIBUTE(a, m, left) switch (TYPE_OF(a)) {
    case CTA_TUPLE_ORIG: read_tuple(a, &out->original); break;
    case CTA_TUPLE_REPLY: read_tuple(a, &out->reply); break;
    case CTA_STATUS: out->status = u32_of(a); break;
    case CTA_TIMEOUT: out->timeout = u32_of(a); break;
    case CTA_MARK: out->mark = u32_of(a); break;
    case CTA_USE: out->use = u32_of(a); break;
    case CTA_ID: out->id = u32_of(a); break;
  }
}

/* Lists all connections once into *list. */
static size_t list_flows(int fd, struct flow **list) {
  size_t count = 0, room = 0;
  struct nlmsghdr *ask = begin(outbox, NFNL_SUBSYS_CTNETLINK, IPCTNL_MSG_CT_GET, NLM_F_DUMP, AF_INET, 0);
  if (send(fd, ask, ask->nlmsg_len, 0) < 0) fail("send");
  for (;;) {
    int left = receive(fd, inbox, sizeof inbox);
    FOR_EACH_MESSAGE(m, inbox, left) {
      if (m->nlmsg_type == NLMSG_DONE) return count;
      if (count == room) *list = realloc(*list, (room = room ? room * 2 : 1024) * sizeof **list);
      read_flow(m, &(*list)[count++]);
    }
  }
}

void conntrack(void) {
  int runs = setting("PEER_REPS", 5), fd = open_netlink(NETLINK_NETFILTER, 0);
  double *times = calloc(runs, sizeof *times);
  uint64_t sums[SUMS] = {0};
  struct flow *list = NULL;
  size_t count = 0;
  for (int i = 0; i < runs; i++) {
    free(list);
    list = NULL;
    double start = seconds();
    count = list_flows(fd, &list);
    times[i] = seconds() - start;
  }
  for (size_t i = 0; i < count; i++) {
    sums[0] += list[i].original.src, sums[1] += list[i].original.dst, sums[2] += list[i].original.sport;
    sums[3] += list[i].original.dport, sums[4] += list[i].reply.dst, sums[5] += list[i].mark;
  }
  printf("{\"workload\":\"conntrack\",\"flows\":%zu,\"check\":\"%zu", count, count);
  for (int i = 0; i < SUMS; i++) printf(":%lu", (unsigned long)sums[i]);
  printf("\",\"flows_per_s\":%.0f}\n", count / percentile(times, runs, 0.5));
}
