/* Receives datagrams, many at a time, until there is silence. */
#define _GNU_SOURCE
#include "baseline.h"
#include <fcntl.h>
#include <poll.h>

#define SLOTS 64

static char slots[SLOTS][8192];
static struct iovec vectors[SLOTS];
static struct mmsghdr headers[SLOTS];

struct heard heard;

void listen_until_silence(int fd, void (*read)(void *datagram, int length), void (*done)(void)) {
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
      for (int i = 0; i < datagrams; i++) read(slots[i], headers[i].msg_len);
      if (done) done();
      heard.last = seconds();
      if (!heard.first) heard.first = heard.last;
    } else if (errno == EAGAIN)
      poll(&(struct pollfd){fd, POLLIN, 0}, 1, 100);
    else if (errno == ENOBUFS)
      heard.enobufs++;
    else
      fail("recvmmsg");
  }
  heard.cpu = (double)(clock() - cpu) / CLOCKS_PER_SEC;
}

double heard_per_second(void) { return heard.last > heard.first ? heard.received / (heard.last - heard.first) : 0; }
