/* Shared by the files about netfilter: its header, and attributes that are written one after the other. */
#ifndef NETFILTER_H
#define NETFILTER_H

#include "baseline.h"
#include <linux/netfilter/nfnetlink.h>

#define FOR_EACH_NETFILTER_ATTRIBUTE(a, message, left) FOR_EACH_ATTRIBUTE(a, first_attribute(message, &left), left)
#define TYPE_OF(a) ((a)->rta_type & NLA_TYPE_MASK)

/* Returns the first attribute behind the header, and in `left` the length of all. */
static inline struct rtattr *first_attribute(struct nlmsghdr *message, int *left) {
  *left = message->nlmsg_len - NLMSG_SPACE(sizeof(struct nfgenmsg));
  return (void *)((char *)message + NLMSG_SPACE(sizeof(struct nfgenmsg)));
}

static inline uint32_t u32_of(struct rtattr *a) {
  uint32_t value;
  memcpy(&value, RTA_DATA(a), sizeof value);
  return ntohl(value);
}

static inline uint16_t u16_of(struct rtattr *a) {
  uint16_t value;
  memcpy(&value, RTA_DATA(a), sizeof value);
  return ntohs(value);
}

/* Begins a message; returns it. */
static inline struct nlmsghdr *begin(void *at, int subsystem, int type, int flags, int family, int resource) {
  struct nlmsghdr *message = at;
  *message = (struct nlmsghdr){NLMSG_SPACE(sizeof(struct nfgenmsg)), subsystem << 8 | type, NLM_F_REQUEST | flags, 1, 0};
  *(struct nfgenmsg *)NLMSG_DATA(message) = (struct nfgenmsg){family, NFNETLINK_V0, htons(resource)};
  return message;
}

/* Adds an attribute; returns it, so that a nest can be ended. */
static inline struct rtattr *put(struct nlmsghdr *message, int type, const void *value, size_t size) {
  struct rtattr *a = (void *)((char *)message + message->nlmsg_len);
  *a = (struct rtattr){RTA_LENGTH(size), type};
  if (size) memcpy(RTA_DATA(a), value, size);
  message->nlmsg_len += RTA_SPACE(size);
  return a;
}

static inline struct rtattr *put_nest(struct nlmsghdr *message, int type) {
  return put(message, type | NLA_F_NESTED, NULL, 0);
}

static inline void end_nest(struct nlmsghdr *message, struct rtattr *nest) {
  nest->rta_len = (char *)message + message->nlmsg_len - (char *)nest;
}

/* Sends a request and waits for its acknowledgement. */
static inline void ask(int fd, struct nlmsghdr *message) {
  if (send_batch(fd, message, message->nlmsg_len)) exit(fprintf(stderr, "refused\n"));
}

#endif
