/* The listener of the baseline: counts and decodes the events of a storm, or takes the time they were on the way. */
#define _GNU_SOURCE
#include "baseline.h"
#include <fcntl.h>
#include <poll.h>

#define SLOTS 64

static char slots[SLOTS][4096];
static struct iovec vectors[SLOTS];
static struct mmsghdr headers[SLOTS];

/* All that was heard; `late` are the microseconds that each event took, where they are wanted. */
static struct {
  long received, enobufs;
  double first, last, *late;
  size_t room;
} heard;

static void keep_latency(const struct nlmsghdr *event) {
  size_t at = heard.received - 1;
  if (at >= heard.room) heard.late = realloc(heard.late, (heard.room = at * 2 + 1024) * sizeof *heard.late);
  heard.late[at] = stamp() - event->nlmsg_seq;
}

/* Decodes the datagrams of one recvmmsg. */
static void read_events(int datagrams, int timed) {
  struct route route;
  for (int i = 0; i < datagrams; i++) {
    int left = headers[i].msg_len;
    FOR_EACH_MESSAGE(m, slots[i], left) {
      if (m->nlmsg_type != RTM_NEWROUTE && m->nlmsg_type != RTM_DELROUTE) continue;
      read_route(m, &route);
      if (route.dst >> 16 != STORM_BASE >> 16) continue;
      heard.received++;
      if (timed) keep_latency(m);
    }
  }
}

/* Listens until there is silence; returns the CPU time in seconds. */
static double listen_until_silence(int timed) {
  int fd = open_route_socket(RTMGRP_IPV4_ROUTE);
  double silence = setting("PEER_SILENCE_MS", 1500) / 1e3, start = seconds();
  clock_t cpu = clock();
  const char *ready = getenv("PEER_READY");
  for (int i = 0; i < SLOTS; i++) {
    vectors[i] = (struct iovec){slots[i], sizeof slots[i]};
    headers[i].msg_hdr = (struct msghdr){.msg_iov = &vectors[i], .msg_iovlen = 1};
  }
  if (ready) close(open(ready, O_CREAT | O_WRONLY, 0644));
  while (heard.last ? seconds() - heard.last < silence : seconds() - start < 15) {
    int datagrams = recvmmsg(fd, headers, SLOTS, MSG_DONTWAIT, NULL);
    if (datagrams > 0) {
      read_events(datagrams, timed);
      heard.last = seconds();
      if (!heard.first) heard.first = heard.last;
    } else if (errno == EAGAIN)
      poll(&(struct pollfd){fd, POLLIN, 0}, 1, 100);
    else if (errno == ENOBUFS)
      heard.enobufs++;
    else
      fail("recvmmsg");
  }
  return (double)(clock() - cpu) / CLOCKS_PER_SEC;
}

void events(void) {
  double cpu = listen_until_silence(0), span = heard.last - heard.first;
  printf("{\"workload\":\"events\",\"received\":%ld,\"span_s\":%.4f,\"events_per_s\":%.0f,", heard.received, span,
         span > 0 ? heard.received / span : 0);
  printf("\"enobufs\":%ld,\"cpu_s\":%.4f}\n", heard.enobufs, cpu);
}

void latency(void) {
  double cpu = listen_until_silence(1);
  printf("{\"workload\":\"latency\",\"received\":%ld,\"p50_us\":%.0f,\"p99_us\":%.0f,\"cpu_s\":%.6f}\n", heard.received,
         percentile(heard.late, heard.received, 0.5), percentile(heard.late, heard.received, 0.99), cpu);
}
