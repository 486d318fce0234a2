//  Message types of NETLINK_ROUTE (linux/rtnetlink.h). A request of type RTM_NEW… adds or changes an object; the kernel
//  uses the same type to report the object in a list or a notification.

/** Adds, changes or reports a link. */
export const RTM_NEWLINK = 16;
/** Removes a link, or reports that it is gone. */
export const RTM_DELLINK = 17;
/** Requests links. */
export const RTM_GETLINK = 18;
/** Changes a link. */
export const RTM_SETLINK = 19;
/** Adds, changes or reports an IP address. */
export const RTM_NEWADDR = 20;
/** Removes an IP address, or reports that it is gone. */
export const RTM_DELADDR = 21;
/** Requests IP addresses. */
export const RTM_GETADDR = 22;
/** Adds, changes or reports a route. */
export const RTM_NEWROUTE = 24;
/** Removes a route, or reports that it is gone. */
export const RTM_DELROUTE = 25;
/** Requests routes. */
export const RTM_GETROUTE = 26;
/** Adds, changes or reports a neighbour or an entry of a forwarding table. */
export const RTM_NEWNEIGH = 28;
/** Removes a neighbour or an entry of a forwarding table, or reports that it is gone. */
export const RTM_DELNEIGH = 29;
/** Requests neighbours or entries of forwarding tables. */
export const RTM_GETNEIGH = 30;
/** Adds, changes or reports a routing policy rule. */
export const RTM_NEWRULE = 32;
/** Removes a routing policy rule, or reports that it is gone. */
export const RTM_DELRULE = 33;
/** Requests routing policy rules. */
export const RTM_GETRULE = 34;
/** Adds, changes or reports a qdisc. */
export const RTM_NEWQDISC = 36;
/** Removes a qdisc, or reports that it is gone. */
export const RTM_DELQDISC = 37;
/** Requests qdiscs. */
export const RTM_GETQDISC = 38;
/** Adds, changes or reports a traffic class. */
export const RTM_NEWTCLASS = 40;
/** Removes a traffic class, or reports that it is gone. */
export const RTM_DELTCLASS = 41;
/** Requests traffic classes. */
export const RTM_GETTCLASS = 42;
/** Adds, changes or reports a traffic filter. */
export const RTM_NEWTFILTER = 44;
/** Removes a traffic filter, or reports that it is gone. */
export const RTM_DELTFILTER = 45;
/** Requests traffic filters. */
export const RTM_GETTFILTER = 46;
/** Adds, changes or reports a shared action. */
export const RTM_NEWACTION = 48;
/** Removes a shared action, or reports that it is gone. */
export const RTM_DELACTION = 49;
/** Requests shared actions. */
export const RTM_GETACTION = 50;
/** Reports a prefix that a router announces. */
export const RTM_NEWPREFIX = 52;
/** Reports a multicast address of a link. */
export const RTM_NEWMULTICAST = 56;
/** Reports that a multicast address of a link is gone. */
export const RTM_DELMULTICAST = 57;
/** Requests multicast addresses of links. */
export const RTM_GETMULTICAST = 58;
/** Reports an anycast address of a link. */
export const RTM_NEWANYCAST = 60;
/** Reports that an anycast address of a link is gone. */
export const RTM_DELANYCAST = 61;
/** Requests anycast addresses of links. */
export const RTM_GETANYCAST = 62;
/** Adds, changes or reports a neighbour table. */
export const RTM_NEWNEIGHTBL = 64;
/** Requests neighbour tables. */
export const RTM_GETNEIGHTBL = 66;
/** Changes a neighbour table. */
export const RTM_SETNEIGHTBL = 67;
/** Reports an option of neighbour discovery. */
export const RTM_NEWNDUSEROPT = 68;
/** Adds, changes or reports a label of IPv6 addresses. */
export const RTM_NEWADDRLABEL = 72;
/** Removes a label of IPv6 addresses, or reports that it is gone. */
export const RTM_DELADDRLABEL = 73;
/** Requests labels of IPv6 addresses. */
export const RTM_GETADDRLABEL = 74;
/** Requests the data centre bridging of a link. */
export const RTM_GETDCB = 78;
/** Changes the data centre bridging of a link. */
export const RTM_SETDCB = 79;
/** Reports the routing settings of a link. */
export const RTM_NEWNETCONF = 80;
/** Reports that the routing settings of a link is gone. */
export const RTM_DELNETCONF = 81;
/** Requests the routing settings of links. */
export const RTM_GETNETCONF = 82;
/** Adds, changes or reports a multicast database entry. */
export const RTM_NEWMDB = 84;
/** Removes a multicast database entry, or reports that it is gone. */
export const RTM_DELMDB = 85;
/** Requests multicast databases. */
export const RTM_GETMDB = 86;
/** Adds, changes or reports the id of a network namespace. */
export const RTM_NEWNSID = 88;
/** Removes the id of a network namespace, or reports that it is gone. */
export const RTM_DELNSID = 89;
/** Requests ids of network namespaces. */
export const RTM_GETNSID = 90;
/** Reports statistics of a link. */
export const RTM_NEWSTATS = 92;
/** Requests statistics of links. */
export const RTM_GETSTATS = 94;
/** Changes statistics of a link. */
export const RTM_SETSTATS = 95;
/** Reports a multicast packet without a route. */
export const RTM_NEWCACHEREPORT = 96;
/** Adds, changes or reports a chain of filters. */
export const RTM_NEWCHAIN = 100;
/** Removes a chain of filters, or reports that it is gone. */
export const RTM_DELCHAIN = 101;
/** Requests chains of filters. */
export const RTM_GETCHAIN = 102;
/** Adds, changes or reports a nexthop object. */
export const RTM_NEWNEXTHOP = 104;
/** Removes a nexthop object, or reports that it is gone. */
export const RTM_DELNEXTHOP = 105;
/** Requests nexthop objects. */
export const RTM_GETNEXTHOP = 106;
/** Adds, changes or reports alternative names of a link. */
export const RTM_NEWLINKPROP = 108;
/** Removes alternative names of a link, or reports that it is gone. */
export const RTM_DELLINKPROP = 109;
/** Requests alternative names of links. */
export const RTM_GETLINKPROP = 110;
/** Adds, changes or reports a VLAN of a bridge or its port. */
export const RTM_NEWVLAN = 112;
/** Removes a VLAN of a bridge or its port, or reports that it is gone. */
export const RTM_DELVLAN = 113;
/** Requests VLANs of bridges and their ports. */
export const RTM_GETVLAN = 114;
/** Reports a bucket of a resilient nexthop group. */
export const RTM_NEWNEXTHOPBUCKET = 116;
/** Reports that a bucket of a resilient nexthop group is gone. */
export const RTM_DELNEXTHOPBUCKET = 117;
/** Requests buckets of resilient nexthop groups. */
export const RTM_GETNEXTHOPBUCKET = 118;
/** Adds, changes or reports a VNI filter entry of a vxlan. */
export const RTM_NEWTUNNEL = 120;
/** Removes a VNI filter entry of a vxlan, or reports that it is gone. */
export const RTM_DELTUNNEL = 121;
/** Requests VNI filters of vxlan devices. */
export const RTM_GETTUNNEL = 122;
