/** Sets of every type that nft can declare, and chains and rules of forms that the other ruleset lacks. */
export const EVERY_TYPE = `
table inet x {
	set a { type ipv4_addr; flags interval; elements = { 1.1.1.1, 2.2.2.0/24, 3.3.3.3-4.4.4.4, 5.5.5.5 comment "x", 6.6.6.6, 7.7.7.7, 8.8.8.8, 9.9.9.9 } }
	set b { type inet_service; flags constant; elements = { 1,2,3,4,5,6,7,8,9 } }
	set c { type ipv6_addr; elements = { 2001:db8::1, 2001:db8::2, 2001:db8::3, 2001:db8::4 } }
	set d { type ipv4_addr; policy memory; size 5; counter; elements = { 1.1.1.1 counter packets 5 bytes 6 , 1.1.1.2} }
	set e { type ipv4_addr; counter; quota 5 bytes; }
	set f { type ether_addr . ifname . mark; elements = { 00:11:22:33:44:55 . "x" . 5, 00:11:22:33:44:55 . "xyz" . 5 } }
	set g { type inet_service; timeout 1d2h3m4s500ms; flags timeout; elements = { 1 timeout 5m comment "c", 2 expires 100s} }
	set h { typeof meta mark; flags interval; elements = { 1-5, 77} }
	set dd { typeof ip dscp; elements = { cs1, 5} }
	set i { type icmp_type; elements = { echo-request, 77 } }
	set j { type icmpv6_type . icmp_code . dscp; }
	set k { type time; elements = { 5s } }
	set m { type tcp_flag; elements = { syn, syn|ack } }
	set n { type ct_status; elements = { assured } }
	set o { type pkt_type . uid . gid . devgroup . realm ; }
	set p { type iface_index; elements = { lo } }
	set q { type ether_type; elements = { ip, arp , 0x1234} }
	set r { type boolean; elements = { exists } }
	set t { type ct_state . ct_dir . nf_proto ; }
	set u { type uid; flags interval; elements = { 5-10 } }
	map vv { type inet_service . ipv4_addr : verdict; flags interval; counter; elements = { 22-23 . 10.0.0.0/8 counter : accept, 1 . 1.1.1.1 comment "z" : drop } }
	map ww { typeof ip saddr : meta mark; elements = { 1.1.1.1 : 5 } }
	map xx { type ipv4_addr : quota; }
	map yy { type ipv4_addr : inet_service; flags timeout; elements = { 1.1.1.1 timeout 5s : 22, * : 23 } }
	chain a { type filter hook input priority mangle - 5; }
	chain b { type nat hook prerouting priority dstnat + 20; }
	chain c { type filter hook forward priority 17; }
	chain d { type filter hook output priority raw; policy drop; meta l4proto { tcp, udp } ct state vmap { new : accept, established : drop } iif lo oif d0
 }
	chain e { type nat hook postrouting priority srcnat; }
	chain f { type filter hook ingress device lo priority filter; }
	chain g { type filter hook input priority filter; comment "z"; counter; ip saddr @a drop comment "hu" 
	tcp dport 5 jump { accept; } 
	}
}
`;
