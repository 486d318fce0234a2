/** A ruleset of all that the tests compare: every object that common kernels have, and sets of every form. */
export const EVERYTHING = `
table inet every {
	comment "everything"
	counter c1 { comment "a counter"
		packets 7 bytes 420
	}
	quota q1 { over 10 mbytes used 5 kbytes
	}
	limit l1 { rate 400/minute burst 3 packets
	}
	limit l2 { rate over 1024 bytes/second burst 512 bytes
	}
	ct helper ftp1 { type "ftp" protocol tcp; l3proto ip
	}
	ct timeout t1 { protocol tcp; l3proto inet; policy = { established: 123, close: 4 }
	}
	ct timeout t2 { protocol udp; l3proto ip; policy = { unreplied: 15, replied: 12 }
	}
	ct expectation e1 { protocol tcp; dport 9876; timeout 1m; size 12; l3proto ip
	}
	synproxy y1 { mss 1460
		wscale 7
		timestamp sack-perm
	}
	set plain { type ipv4_addr
		comment "a set"
		elements = { 192.0.2.1 comment "one", 192.0.2.2 }
	}
	set nets { type ipv4_addr; flags interval; auto-merge
		elements = { 10.0.0.0/8, 192.0.2.5-192.0.2.9, 255.255.255.0/24, 0.0.0.0/8 }
	}
	set nets6 { type ipv6_addr; flags interval
		elements = { 2001:db8::/32, fe80::1, ::2-::9 }
	}
	set timed { type inet_service; flags timeout; timeout 2h; gc-interval 10m; size 100
		elements = { 22, 80 timeout 1h }
	}
	set dyn { type ipv4_addr; size 65535; flags dynamic,timeout; counter
		elements = { 10.1.1.1 counter packets 3 bytes 30 timeout 1h }
	}
	set pairs { type ipv4_addr . inet_service; 
		elements = { 1.2.3.4 . 80, 1.2.3.5 . 443 }
	}
	set pairsi { type ipv4_addr . inet_proto . inet_service; flags interval
		elements = { 1.2.3.0/24 . tcp . 80-90, 1.2.3.4 . udp . 53 }
	}
	set macs { type ether_addr . ipv4_addr; elements = { 00:11:22:33:44:55 . 1.1.1.1 }
	}
	set marks { type mark; elements = { 0x1, 0x100 }
	}
	set marksi { type mark; flags interval; elements = { 0x1-0x100, 0x1000 }
	}
	set marksc { type mark . inet_service; flags interval; elements = { 0x1-0x100 . 22, 0x1000 . 1-9 }
	}
	set ifs { type ifname; elements = { "eth0", "lo" }
	}
	set ifsc { type ifname . inet_service; elements = { "eth0" . 22 }
	}
	set ifsw { type ifname; flags interval; elements = { "eth*", "lo" }
	}
	set tof { typeof ip saddr . tcp dport; elements = { 1.2.3.4 . 80 }
	}
	set tlen { typeof ip length; elements = { 100, 200 }
	}
	set vl { typeof vlan id; flags interval; elements = { 5, 10-20 }
	}
	set st { type ct_state; elements = { new, established }
	}
	set pr { type inet_proto; elements = { tcp, udp, 132 }
	}
	map m1 { type ipv4_addr : mark; elements = { 1.1.1.1 : 0x5, * : 0x9 }
	}
	map m2 { type inet_service : ipv4_addr . inet_service; elements = { 80 : 10.0.0.1 . 8080 }
	}
	map m3 { type ipv4_addr : ipv4_addr; flags interval; elements = { 10.0.0.0/24 : 192.0.2.1, 10.0.1.0-10.0.1.7 : 192.0.2.2 }
	}
	map vm { type ifname : verdict; elements = { "eth0" : jump other, "lo" : accept }
	}
	map om { type ipv4_addr : counter; elements = { 1.1.1.1 : "c1" }
	}
	map mi { type inet_service : interval ipv4_addr; flags interval; elements = { 80-90 : 10.0.0.1-10.0.0.9 }
	}
	chain other { comment "jumped to"
	}
	chain in { type filter hook input priority filter + 3; policy drop;
		comment "base"
		ct state established,related accept comment "first"
		tcp dport { 22, 80, 443 } ip saddr @plain counter name "c1" accept
		tcp dport vmap { 22 : accept, 80 : jump other }
		ip saddr . ip protocol . th dport @pairsi log prefix "x " group 3
		meta mark set ip saddr map @m1
		add @dyn { ip saddr timeout 10m counter }
		iifname vmap @vm
	}
	chain nat { type nat hook prerouting priority dstnat; 
		dnat ip to tcp dport map @m2
	}
}
table netdev nd {
	chain ing { type filter hook ingress device "lo" priority -500; policy accept;
	}
	chain ing2 { type filter hook ingress devices = { d0, d1 } priority 5; policy accept;
	}
}
table arp ar {
	chain i { type filter hook input priority 0; policy accept; arp operation request counter
	}
}
table bridge br { 
	chain f { type filter hook forward priority -200; policy accept; }
}
table ip dormant1 { flags dormant
	chain f { type route hook output priority -150; policy accept; }
}
`;
