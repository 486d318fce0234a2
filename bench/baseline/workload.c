/* The surroundings of a measured program: a big table, a count, storms of events and of packets, a busy core, a stopwatch. */
#define _GNU_SOURCE
#include "baseline.h"
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define BATCH 256

extern char **environ;
static char outbox[1 << 16];

/* Fills the main table; every field differs somewhere. Keep in step with routeOf() in namespace-setup.mjs. */
int load_routes(long count) {
  int fd = open_route_socket(0), oif = setting("PEER_OIF", 0);
  uint32_t gateway = gateway_setting();
  uint8_t protocols[] = {RTPROT_STATIC, RTPROT_BGP, RTPROT_OSPF};
  long refused = 0;
  size_t length = 0;
  for (long i = 0; i < count; i++) {
    int last = i % BATCH == BATCH - 1 || i == count - 1;
    struct route route = {.dst = TABLE_BASE + i * 256, .dst_len = 24, .gateway = gateway + i % 4, .oif = oif,
                          .protocol = protocols[i % 3], .priority = 100 + i % 5};
    int flags = NLM_F_CREATE | NLM_F_EXCL | (last ? NLM_F_ACK : 0);
    length += write_route(outbox + length, (struct request){RTM_NEWROUTE, flags, i + 1}, &route);
    if (last) refused += send_batch(fd, outbox, length), length = 0;
  }
  if (refused) fprintf(stderr, "load: %ld routes refused\n", refused);
  return refused != 0;
}

/* Prints how many routes of `insert` are in the kernel. */
int count_inserted(void) {
  static char inbox[65536];
  int fd = open_route_socket(0), oif = setting("PEER_OIF", 0);
  long found = 0;
  ask_for_dump(fd, RTM_GETROUTE, AF_INET);
  for (;;) {
    int left = receive(fd, inbox, sizeof inbox);
    FOR_EACH_MESSAGE(m, inbox, left) {
      struct route route;
      if (m->nlmsg_type == NLMSG_DONE) {
        printf("%ld\n", found);
        return 0;
      }
      read_route(m, &route);
      found += route.table == RT_TABLE_MAIN && route.dst_len == 32 && route.oif == oif &&
               route.gateway == gateway_setting() && route.dst >> 18 == INSERT_BASE >> 18;
    }
  }
}

static void sleep_until(double when) {
  struct timespec t = {when, (when - (time_t)when) * 1e9};
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL);
}

/* Adds and deletes the same routes for a while: PEER_EVENT_RATE changes a second in bursts of PEER_BURST, or as fast
   as possible in batches of BATCH. */
int storm(double duration) {
  int fd = open_route_socket(0);
  long rate = setting("PEER_EVENT_RATE", 0), caused = 0, refused = 0;
  int batch = rate ? setting("PEER_BURST", 16) : BATCH;
  struct route route = {.dst_len = 32, .gateway = gateway_setting(), .oif = setting("PEER_OIF", 0),
                        .protocol = RTPROT_STATIC};
  double start = seconds();
  for (int deleting = 0; deleting || seconds() - start < duration; deleting = !deleting) {
    struct request ask = {deleting ? RTM_DELROUTE : RTM_NEWROUTE, deleting ? 0 : NLM_F_CREATE | NLM_F_EXCL, stamp()};
    size_t length = 0;
    for (int i = 0; i < batch; i++) {
      if (i == batch - 1) ask.flags |= NLM_F_ACK;
      route.dst = STORM_BASE + i;
      length += write_route(outbox + length, ask, &route);
    }
    int errors = send_batch(fd, outbox, length);
    caused += batch - errors, refused += errors;
    if (rate) sleep_until(start + (double)caused / rate);
  }
  printf("{\"caused\":%ld,\"refused\":%ld,\"write_s\":%.3f}\n", caused, refused, seconds() - start);
  return 0;
}

/* Sends small datagrams to the port 9 of this host as fast as it can; nobody reads them there. */
int flood(double duration) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int from = socket(AF_INET, SOCK_DGRAM, 0), sink = socket(AF_INET, SOCK_DGRAM, 0);
  struct iovec text = {"sixteen bytes..", 16};
  struct mmsghdr batch[64];
  long caused = 0;
  if (bind(sink, (void *)&to, sizeof to) < 0 || connect(from, (void *)&to, sizeof to) < 0) fail("flood");
  for (int i = 0; i < 64; i++) batch[i].msg_hdr = (struct msghdr){.msg_iov = &text, .msg_iovlen = 1};
  double start = seconds();
  while (seconds() - start < duration) {
    int sent = sendmmsg(from, batch, 64, 0);
    if (sent < 0) fail("sendmmsg");
    caused += sent;
  }
  printf("{\"caused\":%ld,\"write_s\":%.3f}\n", caused, seconds() - start);
  return 0;
}

/* Keeps a core busy until it is killed. */
int spin(void) {
  for (volatile unsigned long turns = 0;; turns++) continue;
}

static double timeval(struct timeval t) { return t.tv_sec + t.tv_usec * 1e-6; }

/* REPORT COMMAND...: runs a command and writes its cost to a file. */
int run_measured(char **words) {
  struct rusage used;
  int status;
  pid_t child;
  double start = seconds();
  if ((errno = posix_spawnp(&child, words[1], NULL, NULL, words + 1, environ))) fail(words[1]);
  while (wait4(child, &status, 0, &used) < 0)
    if (errno != EINTR) fail("wait4");
  double wall = seconds() - start;
  FILE *report = fopen(words[0], "w");
  if (!report) fail(words[0]);
  fprintf(report, "{\"wall_s\":%.6f,\"cpu_s\":%.6f,\"max_rss_kb\":%ld,\"signal\":%d}\n", wall,
          timeval(used.ru_utime) + timeval(used.ru_stime), used.ru_maxrss, WIFSIGNALED(status) ? WTERMSIG(status) : 0);
  fclose(report);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
