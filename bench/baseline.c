/* The baseline: raw system calls and hand-written parsing. Prints its result as JSON. */
#define _GNU_SOURCE
#include "baseline.h"
#include <fcntl.h>
#include <poll.h>

#define MAX_DUMPS 100
#define BATCH 128
#define SLOTS 64

static char inbox[65536];
static char outbox[1 << 16];

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Reads the main table once: into *kept, which grows, or, if kept is null, only into sums. */
static size_t read_table(int fd, struct route **kept, uint64_t sums[5]) {
  size_t count = 0, room = 0;
  struct route one, *list = NULL;
  ask_for_dump(fd, RTM_GETROUTE, AF_INET);
  for (;;) {
    int left = receive(fd, inbox, sizeof inbox);
    FOR_EACH_MESSAGE(m, inbox, left) {
      if (m->nlmsg_type == NLMSG_DONE) {
        if (kept) *kept = list;
        return count;
      }
      if (m->nlmsg_type != RTM_NEWROUTE) continue;
      if (kept && count == room) list = realloc(list, (room = room ? room * 2 : 1024) * sizeof *list);
      struct route *to = kept ? &list[count] : &one;
      read_route(m, to);
      if (to->table != RT_TABLE_MAIN) continue;
      count++;
      if (kept) continue;
      sums[0] += to->dst_len, sums[1] += to->oif, sums[2] += to->priority;
      sums[3] += to->dst != 0, sums[4] += to->gateway != 0;
    }
  }
}

static void dump(int keep) {
  int runs = setting("PEER_REPS", 5), fd = open_route_socket(0);
  double times[MAX_DUMPS];
  size_t count = 0;
  struct route *list = NULL;
  uint64_t sums[7] = {0};
  if (runs > MAX_DUMPS) runs = MAX_DUMPS;
  for (int i = 0; i < runs; i++) {
    free(list);
    list = NULL;
    memset(sums, 0, sizeof sums);
    double start = seconds();
    count = read_table(fd, keep ? &list : NULL, sums);
    times[i] = seconds() - start;
  }
  for (size_t i = 0; keep && i < count; i++) {
    sums[0] += list[i].dst, sums[1] += list[i].dst_len, sums[2] += list[i].gateway, sums[3] += list[i].oif;
    sums[4] += list[i].table, sums[5] += list[i].protocol, sums[6] += list[i].priority;
  }
  printf("{\"workload\":\"%s\",\"routes\":%zu,\"check\":\"%zu", keep ? "dump" : "stream", count, count);
  for (int i = 0; i < (keep ? 7 : 5); i++) printf(":%lu", (unsigned long)sums[i]);
  printf("\",\"times_s\":[");
  for (int i = 0; i < runs; i++) printf("%s%.6f", i ? "," : "", times[i]);
  qsort(times, runs, sizeof *times, ascending);
  printf("],\"routes_per_s\":%.0f}\n", count / times[runs / 2]);
}

static int is_loopback(int left) {
  struct nlmsghdr *m = (void *)inbox;
  if (!NLMSG_OK(m, left) || m->nlmsg_type != RTM_NEWLINK) return 0;
  int rest = IFLA_PAYLOAD(m);
  FOR_EACH_ATTRIBUTE(a, IFLA_RTA(NLMSG_DATA(m)), rest)
    if (a->rta_type == IFLA_IFNAME) return strcmp(RTA_DATA(a), "lo") == 0;
  return 0;
}

static void rtt(void) {
  int count = setting("PEER_RTT", 5000), fd = open_route_socket(0);
  double *micros = malloc(count * sizeof *micros);
  for (int i = 0; i < count; i++) {
    struct {
      struct nlmsghdr header;
      struct ifinfomsg body;
    } ask = {{sizeof ask, RTM_GETLINK, NLM_F_REQUEST, i + 1, 0}, {.ifi_index = 1}};
    double start = seconds();
    if (send(fd, &ask, sizeof ask, 0) < 0) fail("send");
    int right = is_loopback(receive(fd, inbox, sizeof inbox));
    micros[i] = (seconds() - start) * 1e6;
    if (!right) exit(fprintf(stderr, "wrong reply\n"));
  }
  qsort(micros, count, sizeof *micros, ascending);
  printf("{\"workload\":\"rtt\",\"requests\":%d,\"p50_us\":%.2f,\"p99_us\":%.2f}\n", count, micros[count / 2],
         micros[(int)(count * 0.99)]);
}

/* Adds or deletes all routes, many per send with an ACK for the last; returns how many were refused. */
static long change_all(int fd, int type, long count) {
  struct route route = {.dst_len = 32, .gateway = gateway_setting(), .oif = setting("PEER_OIF", 0),
                        .protocol = RTPROT_STATIC};
  int create = type == RTM_NEWROUTE ? NLM_F_CREATE | NLM_F_EXCL : 0;
  long refused = 0;
  size_t length = 0;
  for (long i = 0; i < count; i++) {
    int last = i % BATCH == BATCH - 1 || i == count - 1;
    route.dst = INSERT_BASE + i;
    length += write_route(outbox + length, (struct request){type, create | (last ? NLM_F_ACK : 0), i + 1}, &route);
    if (last) refused += send_batch(fd, outbox, length, i + 1), length = 0;
  }
  return refused;
}

static void insert(void) {
  int fd = open_route_socket(0), bytes = 4 << 20;
  long count = setting("PEER_INSERT", 20000);
  const char *check = getenv("PEER_CHECK");
  setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, &bytes, sizeof bytes);
  setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes);
  double start = seconds();
  long add_errors = change_all(fd, RTM_NEWROUTE, count);
  double add_s = seconds() - start;
  if (check && system(check)) fprintf(stderr, "PEER_CHECK failed\n");
  start = seconds();
  long del_errors = change_all(fd, RTM_DELROUTE, count);
  double del_s = seconds() - start;
  printf("{\"workload\":\"insert\",\"added\":%ld,\"add_errors\":%ld,\"adds_per_s\":%.0f,", count - add_errors,
         add_errors, count / add_s);
  printf("\"deleted\":%ld,\"del_errors\":%ld,\"dels_per_s\":%.0f,", count - del_errors, del_errors, count / del_s);
  printf("\"method\":\"%d messages in a send, an ACK for the last, errors read\"}\n", BATCH);
}

static char slots[SLOTS][4096];
static struct iovec vectors[SLOTS];
static struct mmsghdr headers[SLOTS];

/* Decodes the datagrams of one recvmmsg; returns how many events of the storm they held. */
static long read_events(int datagrams) {
  long events = 0;
  struct route route;
  for (int i = 0; i < datagrams; i++) {
    int left = headers[i].msg_len;
    FOR_EACH_MESSAGE(m, slots[i], left) {
      if (m->nlmsg_type != RTM_NEWROUTE && m->nlmsg_type != RTM_DELROUTE) continue;
      read_route(m, &route);
      events += route.dst >> 16 == STORM_BASE >> 16;
    }
  }
  return events;
}

static void events(void) {
  int fd = open_route_socket(RTMGRP_IPV4_ROUTE);
  double silence = setting("PEER_SILENCE_MS", 1500) / 1e3, start = seconds(), first = 0, last = 0;
  clock_t cpu = clock();
  long received = 0, enobufs = 0;
  const char *ready = getenv("PEER_READY");
  for (int i = 0; i < SLOTS; i++) {
    vectors[i] = (struct iovec){slots[i], sizeof slots[i]};
    headers[i].msg_hdr = (struct msghdr){.msg_iov = &vectors[i], .msg_iovlen = 1};
  }
  if (ready) close(open(ready, O_CREAT | O_WRONLY, 0644));
  while (last ? seconds() - last < silence : seconds() - start < 15) {
    int datagrams = recvmmsg(fd, headers, SLOTS, MSG_DONTWAIT, NULL);
    if (datagrams > 0) {
      received += read_events(datagrams);
      last = seconds();
      if (!first) first = last;
    } else if (errno == EAGAIN)
      poll(&(struct pollfd){fd, POLLIN, 0}, 1, 100);
    else if (errno == ENOBUFS)
      enobufs++;
    else
      fail("recvmmsg");
  }
  double span = last - first;
  printf("{\"workload\":\"events\",\"received\":%ld,\"span_s\":%.4f,\"events_per_s\":%.0f,", received, span,
         span > 0 ? received / span : 0);
  printf("\"enobufs\":%ld,\"cpu_s\":%.4f}\n", enobufs, (double)(clock() - cpu) / CLOCKS_PER_SEC);
}

static void startup(void) {
  int fd = open_route_socket(0);
  const char *before = "[";
  ask_for_dump(fd, RTM_GETLINK, AF_UNSPEC);
  for (;;) {
    int left = receive(fd, inbox, sizeof inbox);
    FOR_EACH_MESSAGE(m, inbox, left) {
      if (m->nlmsg_type == NLMSG_DONE) {
        printf("]\n");
        return;
      }
      int rest = IFLA_PAYLOAD(m);
      FOR_EACH_ATTRIBUTE(a, IFLA_RTA(NLMSG_DATA(m)), rest) {
        if (a->rta_type != IFLA_IFNAME) continue;
        printf("%s{\"ifname\":\"%s\"}", before, (char *)RTA_DATA(a));
        before = ",";
      }
    }
  }
}

int main(int count, char **words) {
  const char *what = count > 1 ? words[1] : "";
  if (!strcmp(what, "dump")) return dump(1), 0;
  if (!strcmp(what, "stream")) return dump(0), 0;
  if (!strcmp(what, "rtt")) return rtt(), 0;
  if (!strcmp(what, "insert")) return insert(), 0;
  if (!strcmp(what, "events")) return events(), 0;
  if (!strcmp(what, "startup")) return startup(), 0;
  if (!strcmp(what, "count")) return count_inserted();
  if (count > 2 && !strcmp(what, "load")) return load_routes(atol(words[2]));
  if (count > 2 && !strcmp(what, "storm")) return storm(atof(words[2]));
  if (count > 3 && !strcmp(what, "run")) return run_measured(words + 2);
  fprintf(stderr, "usage: baseline dump|stream|rtt|insert|events|startup, as in docs/performance.md;\n"
                  "       baseline load ROUTES | count | storm SECONDS | run REPORT COMMAND...\n");
  return 2;
}
