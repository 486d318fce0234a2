/** A few words of NETLINK_ROUTE about links, as a description. */
export const linkSpec = `
name: links
protocol: netlink-raw
protonum: 0

definitions:
  - name: ifinfomsg
    type: struct
    members:
      - { name: family, type: u8 }
      - { name: pad, type: pad, len: 1 }
      - { name: type, type: u16 }
      - { name: index, type: s32 }
      - { name: flags, type: u32, enum: link-flags }
      - { name: change, type: u32, display-hint: hex }
  - { name: link-flags, type: flags, entries: [up, broadcast, debug, loopback] }

attribute-sets:
  - name: link
    name-prefix: ifla-
    attributes:
      - { name: address, type: binary, display-hint: mac }
      - { name: ifname, value: 3, type: string, checks: { max-len: 15 } }
      - { name: mtu, type: u32 }
      - { name: link-info, value: 18, type: nest, nested-attributes: info }
      - { name: stats64, value: 23, type: binary, sub-type: u64 }
  - name: info
    attributes:
      - { name: kind, type: string }
      - { name: data, type: sub-message, sub-message: data, selector: kind }
  - name: bridge
    name-prefix: ifla-br-
    attributes:
      - { name: forward-delay, type: u32 }
      - { name: hello-time, type: u32, checks: { min: 1 } }

sub-messages:
  - name: data
    formats:
      - { value: bridge, attribute-set: bridge }

operations:
  enum-model: directional
  fixed-header: ifinfomsg
  list:
    - name: new-link
      attribute-set: link
      do: { request: { value: 16 } }
    - name: del-link
      attribute-set: link
      do: { request: { value: 17 } }
    - name: get-link
      attribute-set: link
      do: { request: { value: 18 }, reply: { value: 16 } }
      dump: { request: { value: 18 }, reply: { value: 16 } }
    - { name: new-link-ntf, value: 16, notify: get-link, mcgrp: link }

mcast-groups:
  list:
    - { name: link, value: 1 }
`;
