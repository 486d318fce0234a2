/* Packets that rules log and queue: counted and decoded; queued ones are accepted. */
#define _GNU_SOURCE
#include "netfilter.h"
#include <linux/netfilter.h>
#include <linux/netfilter/nfnetlink_log.h>
#include <linux/netfilter/nfnetlink_queue.h>

#define GROUP 5
#define QUEUE 3
#define BUFFER (4 << 20)

static int queue_fd;
static long lost, payload;
static uint32_t expected;
static char outbox[1 << 16];
static size_t waiting;

/* Opens a socket that loses single packets when it is full, without an error. */
static int open_socket(void) {
  int fd = open_netlink(NETLINK_NETFILTER, 0), bytes = BUFFER, yes = 1;
  setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes);
  setsockopt(fd, SOL_NETLINK, NETLINK_NO_ENOBUFS, &yes, sizeof yes);
  return fd;
}

static void count_packet(uint32_t number) {
  heard.received++;
  lost += number - expected;
  expected = number + 1;
}

static void read_logged(void *datagram, int length) {
  FOR_EACH_MESSAGE(m, datagram, length) {
    int left;
    if (m->nlmsg_type != (NFNL_SUBSYS_ULOG << 8 | NFULNL_MSG_PACKET)) continue;
    FOR_EACH_NETFILTER_ATTRIBUTE(a, m, left) {
      if (TYPE_OF(a) == NFULA_SEQ) count_packet(u32_of(a));
      if (TYPE_OF(a) == NFULA_PAYLOAD) payload += RTA_PAYLOAD(a);
    }
  }
}

static void send_verdicts(void) {
  if (waiting && send(queue_fd, outbox, waiting, 0) != (ssize_t)waiting) fail("send");
  waiting = 0;
}

static void accept_packet(uint32_t number) {
  struct nfqnl_msg_verdict_hdr verdict = {htonl(NF_ACCEPT), htonl(number)};
  struct nlmsghdr *m = begin(outbox + waiting, NFNL_SUBSYS_QUEUE, NFQNL_MSG_VERDICT, 0, AF_UNSPEC, QUEUE);
  put(m, NFQA_VERDICT_HDR, &verdict, sizeof verdict);
  waiting += m->nlmsg_len;
  if (waiting > sizeof outbox - 64) send_verdicts();
}

static void read_queued(void *datagram, int length) {
  FOR_EACH_MESSAGE(m, datagram, length) {
    int left;
    if (m->nlmsg_type != (NFNL_SUBSYS_QUEUE << 8 | NFQNL_MSG_PACKET)) continue;
    FOR_EACH_NETFILTER_ATTRIBUTE(a, m, left) {
      if (TYPE_OF(a) == NFQA_PAYLOAD) payload += RTA_PAYLOAD(a);
      if (TYPE_OF(a) != NFQA_PACKET_HDR) continue;
      uint32_t number = ntohl(((struct nfqnl_msg_packet_hdr *)RTA_DATA(a))->packet_id);
      count_packet(number);
      accept_packet(number);
    }
  }
}

static void print_packets(const char *workload) {
  printf("{\"workload\":\"%s\",\"received\":%ld,\"lost\":%ld,\"payload\":%ld,", workload, heard.received, lost, payload);
  printf("\"packets_per_s\":%.0f,\"cpu_s\":%.4f}\n", heard_per_second(), heard.cpu);
}

void nflog(void) {
  int fd = open_socket();
  uint32_t timeout = htonl(10); /* a tenth of a second */
  uint16_t flags = htons(NFULNL_CFG_F_SEQ);
  struct nfulnl_msg_config_mode mode = {.copy_mode = NFULNL_COPY_PACKET};
  struct nlmsghdr *m = begin(outbox, NFNL_SUBSYS_ULOG, NFULNL_MSG_CONFIG, NLM_F_ACK, AF_UNSPEC, GROUP);
  put(m, NFULA_CFG_CMD, &(struct nfulnl_msg_config_cmd){NFULNL_CFG_CMD_BIND}, sizeof(struct nfulnl_msg_config_cmd));
  put(m, NFULA_CFG_MODE, &mode, sizeof mode);
  put(m, NFULA_CFG_TIMEOUT, &timeout, sizeof timeout);
  put(m, NFULA_CFG_FLAGS, &flags, sizeof flags);
  ask(fd, m);
  listen_until_silence(fd, read_logged, NULL);
  print_packets("nflog");
}

void nfqueue(void) {
  struct nfqnl_msg_config_cmd bind = {.command = NFQNL_CFG_CMD_BIND};
  struct nfqnl_msg_config_params all = {.copy_mode = NFQNL_COPY_PACKET};
  struct nlmsghdr *m = begin(outbox, NFNL_SUBSYS_QUEUE, NFQNL_MSG_CONFIG, NLM_F_ACK, AF_UNSPEC, QUEUE);
  put(m, NFQA_CFG_CMD, &bind, sizeof bind);
  put(m, NFQA_CFG_PARAMS, &all, sizeof all);
  queue_fd = open_socket();
  ask(queue_fd, m);
  expected = 1;
  listen_until_silence(queue_fd, read_queued, send_verdicts);
  print_packets("nfqueue");
}
