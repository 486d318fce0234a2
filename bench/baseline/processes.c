/* Process events under a storm of processes: counted and decoded. */
#define _GNU_SOURCE
#include "baseline.h"
#include <linux/cn_proc.h>
#include <linux/connector.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#define BUFFER (4 << 20)
#define MAX_PROCESSORS 1024
/* The name by which listeners know who makes the storm. */
#define NAME "bench-storm"

static int32_t parent = -1;
static long lost;
static uint32_t expected[MAX_PROCESSORS];
static char seen[MAX_PROCESSORS];

/* The event is not aligned in its message. */
static void read_event(void *datagram, int length) {
  FOR_EACH_MESSAGE(m, datagram, length) {
    struct cn_msg *msg = NLMSG_DATA(m);
    struct proc_event event;
    memcpy(&event, msg->data, sizeof event);
    uint32_t cpu = event.cpu % MAX_PROCESSORS;
    if (seen[cpu]) lost += msg->seq - expected[cpu];
    seen[cpu] = 1, expected[cpu] = msg->seq + 1;
    if (event.what == PROC_EVENT_COMM && !strcmp(event.event_data.comm.comm, NAME))
      parent = event.event_data.comm.process_tgid;
    if ((event.what == PROC_EVENT_FORK && event.event_data.fork.parent_tgid == parent) ||
        (event.what == PROC_EVENT_EXIT && event.event_data.exit.parent_tgid == parent))
      heard.received++;
  }
}

/* Asks for all process events, or for none any longer. */
static void request(int fd, enum proc_cn_mcast_op op) {
  struct {
    struct nlmsghdr header;
    struct cn_msg msg;
    uint32_t op;
  } __attribute__((packed)) ask = {{sizeof ask, NLMSG_DONE, 0, 0, 0}, {{CN_IDX_PROC, CN_VAL_PROC}, .len = 4}, op};
  if (send(fd, &ask, sizeof ask, 0) < 0) fail("send");
}

void processes(void) {
  int fd = open_netlink(NETLINK_CONNECTOR, CN_IDX_PROC), bytes = BUFFER, yes = 1;
  setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes);
  setsockopt(fd, SOL_NETLINK, NETLINK_NO_ENOBUFS, &yes, sizeof yes);
  request(fd, PROC_CN_MCAST_LISTEN);
  listen_until_silence(fd, read_event, NULL);
  request(fd, PROC_CN_MCAST_IGNORE);
  printf("{\"workload\":\"processes\",\"received\":%ld,\"lost\":%ld,\"events_per_s\":%.0f,\"cpu_s\":%.4f}\n",
         heard.received, lost, heard_per_second(), heard.cpu);
}

/* Creates processes that end at once, one after the other; each causes two events. */
int forks(double duration) {
  long caused = 0;
  prctl(PR_SET_NAME, NAME);
  double start = seconds();
  while (seconds() - start < duration) {
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) _exit(0);
    waitpid(child, NULL, 0);
    caused += 2;
  }
  printf("{\"caused\":%ld,\"write_s\":%.3f}\n", caused, seconds() - start);
  return 0;
}
