/* The listener of the baseline: counts and decodes the events of a storm, or takes the time they were on the way. */
#include "baseline.h"

/* The microseconds that each event took, where they are wanted. */
static struct {
  double *of;
  size_t room;
} late;

static int is_of_storm(struct nlmsghdr *event) {
  struct route route;
  if (event->nlmsg_type != RTM_NEWROUTE && event->nlmsg_type != RTM_DELROUTE) return 0;
  read_route(event, &route);
  return route.dst >> 16 == STORM_BASE >> 16;
}

static void count_events(void *datagram, int left) {
  FOR_EACH_MESSAGE(m, datagram, left) heard.received += is_of_storm(m);
}

static void time_events(void *datagram, int left) {
  FOR_EACH_MESSAGE(m, datagram, left) {
    if (!is_of_storm(m)) continue;
    size_t at = heard.received++;
    if (at >= late.room) late.of = realloc(late.of, (late.room = at * 2 + 1024) * sizeof *late.of);
    late.of[at] = stamp() - m->nlmsg_seq;
  }
}

void events(void) {
  listen_until_silence(open_route_socket(RTMGRP_IPV4_ROUTE), count_events, NULL);
  printf("{\"workload\":\"events\",\"received\":%ld,\"span_s\":%.4f,\"events_per_s\":%.0f,", heard.received,
         heard.last - heard.first, heard_per_second());
  printf("\"enobufs\":%ld,\"cpu_s\":%.4f}\n", heard.enobufs, heard.cpu);
}

void latency(void) {
  listen_until_silence(open_route_socket(RTMGRP_IPV4_ROUTE), time_events, NULL);
  printf("{\"workload\":\"latency\",\"received\":%ld,\"p50_us\":%.0f,\"p99_us\":%.0f,\"cpu_s\":%.6f}\n", heard.received,
         percentile(late.of, heard.received, 0.5), percentile(late.of, heard.received, 0.99), heard.cpu);
}
