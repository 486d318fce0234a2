/* The baseline: raw system calls and hand-written parsing. Prints its result as JSON. */
#define _GNU_SOURCE
#include "baseline.h"

#define MAX_DUMPS 100
#define BATCH 128

static char inbox[65536];
static char outbox[1 << 16];

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
  printf("],\"routes_per_s\":%.0f}\n", count / percentile(times, runs, 0.5));
}

static int is_loopback(int left) {
  struct nlmsghdr *m = (void *)inbox;
  if (!NLMSG_OK(m, left) || m->nlmsg_type != RTM_NEWLINK) return 0;
  int rest = IFLA_PAYLOAD(m);
  FOR_EACH_ATTRIBUTE(a, IFLA_RTA(NLMSG_DATA(m)), rest)
    if (a->rta_type == IFLA_IFNAME) return strcmp(RTA_DATA(a), "lo") == 0;
  return 0;
}

/* Asks for the link 1 and returns the microseconds that it took. */
static double round_trip(int fd, uint32_t seq) {
  struct {
    struct nlmsghdr header;
    struct ifinfomsg body;
  } ask = {{sizeof ask, RTM_GETLINK, NLM_F_REQUEST, seq, 0}, {.ifi_index = 1}};
  double start = seconds();
  if (send(fd, &ask, sizeof ask, 0) < 0) fail("send");
  int right = is_loopback(receive(fd, inbox, sizeof inbox));
  double micros = (seconds() - start) * 1e6;
  if (!right) exit(fprintf(stderr, "wrong reply\n"));
  return micros;
}

/* One request after the other: PEER_RTT of them, after `unmeasured` others. */
static void rtt(const char *workload, int unmeasured) {
  double start = seconds(), first = 0;
  int count = setting("PEER_RTT", 5000), fd = open_route_socket(0), early = count < 1000 ? count : 1000;
  double *micros = malloc(count * sizeof *micros);
  for (int i = -unmeasured; i < count; i++) {
    double took = round_trip(fd, i + unmeasured + 1);
    if (!first) first = (seconds() - start) * 1e3;
    if (i >= 0) micros[i] = took;
  }
  printf("{\"workload\":\"%s\",\"requests\":%d,\"first_ms\":%.3f,", workload, count, first);
  printf("\"early_p50_us\":%.2f,\"early_p99_us\":%.2f,", percentile(micros, early, 0.5), percentile(micros, early, 0.99));
  printf("\"p50_us\":%.2f,\"p90_us\":%.2f,\"p99_us\":%.2f}\n", percentile(micros, count, 0.5),
         percentile(micros, count, 0.9), percentile(micros, count, 0.99));
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
    if (last) refused += send_batch(fd, outbox, length), length = 0;
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
  if (!strcmp(what, "rtt")) return rtt(what, 0), 0;
  if (!strcmp(what, "warm")) return rtt(what, setting("PEER_WARM", 20000)), 0;
  if (!strcmp(what, "insert")) return insert(), 0;
  if (!strcmp(what, "events")) return events(), 0;
  if (!strcmp(what, "latency")) return latency(), 0;
  if (!strcmp(what, "nflog")) return nflog(), 0;
  if (!strcmp(what, "nfqueue")) return nfqueue(), 0;
  if (!strcmp(what, "conntrack")) return conntrack(), 0;
  if (!strcmp(what, "processes")) return processes(), 0;
  if (!strcmp(what, "sockets") && count == 2) return sockets(what, 0), 0;
  if (!strcmp(what, "sockets-info")) return sockets(what, 1), 0;
  if (!strcmp(what, "startup")) return startup(), 0;
  if (!strcmp(what, "count")) return count_inserted();
  if (!strcmp(what, "spin")) return spin();
  if (count > 2 && !strcmp(what, "load")) return load_routes(atol(words[2]));
  if (count > 2 && !strcmp(what, "flows")) return make_flows(atol(words[2]));
  if (count > 2 && !strcmp(what, "sockets")) return open_sockets(atol(words[2]));
  if (count > 2 && !strcmp(what, "storm")) return storm(atof(words[2]));
  if (count > 2 && !strcmp(what, "flood")) return flood(atof(words[2]));
  if (count > 2 && !strcmp(what, "forks")) return forks(atof(words[2]));
  if (count > 3 && !strcmp(what, "run")) return run_measured(words + 2);
  fprintf(stderr, "usage: baseline dump|stream|rtt|warm|insert|events|latency|startup|nflog|nfqueue|conntrack|processes,\n"
                  "       sockets|sockets-info,\n"
                  "       as in docs/performance.md; baseline load ROUTES | flows CONNECTIONS | sockets COUNT | count | storm SECONDS |\n"
                  "       flood SECONDS | forks SECONDS | spin | run REPORT COMMAND...\n");
  return 2;
}
