/** A description of a family that does not exist, with every feature that descriptions have. */
export const smallSpec = `
name: small
protocol: genetlink-legacy
doc: Shows */ everything @once.
version: 3

definitions:
  - { name: most, type: const, value: 9, name-prefix: small- }
  - name: colour
    type: enum
    value-start: 1
    doc: A colour.
    entries: [dark-red, { name: green, value: 5, doc: As grass. }, blue]
  - name: switch
    type: flags
    entries: [power, { name: fan-2, value: 4 }]
  - name: wide
    type: flags
    entries: [low, { name: high, value: 40 }]
  - name: point
    type: struct
    members:
      - { name: x, type: s16, byte-order: big-endian }
      - { name: gap, type: pad, len: 2 }
      - { name: y, type: u32, display-hint: hex }
  - name: shape
    type: struct
    doc: A shape.
    members:
      - { name: origin, type: binary, struct: point }
      - { name: hardware, type: binary, len: 6, display-hint: mac }
      - { name: address, type: binary, len: 16, display-hint: ipv6 }
      - { name: words, type: binary, len: 8, sub-type: u16 }
      - { name: raw, type: binary, len: 2 }
      - { name: label, type: string, len: 8 }
      - { name: colour, type: u8, enum: colour }
      - { name: switches, type: u8, enum: switch, doc: What is on. }
  - name: head
    type: struct
    members:
      - { name: index, type: u32 }
      - { name: pad, type: u32 }

attribute-sets:
  - name: item
    name-prefix: small-a-
    doc: An item.
    attributes:
      - { name: unspec, type: unused, value: 0 }
      - { name: pad, type: pad }
      - { name: name, type: string, checks: { max-len: 5 } }
      - { name: on, type: flag }
      - { name: count, type: u8, checks: { min: 1, max: small-most } }
      - { name: size, type: uint, checks: { max: u32-max } }
      - { name: change, type: sint }
      - { name: level, type: uint, enum: colour }
      - { name: many, type: u64, enum: switch }
      - { name: most, type: u64, enum: wide }
      - { name: port, type: u16, byte-order: big-endian }
      - { name: offset, type: s64, byte-order: big-endian }
      - { name: mask, type: u32, display-hint: hex }
      - { name: peer, type: u32, byte-order: big-endian, display-hint: ipv4 }
      - { name: address, type: binary, display-hint: ipv4-or-v6 }
      - { name: hardware, type: binary, display-hint: mac }
      - { name: id, type: binary, display-hint: uuid }
      - { name: key, type: binary, display-hint: hex, checks: { exact-len: 4 } }
      - { name: blob, type: binary, checks: { min-len: 1 } }
      - { name: numbers, type: binary, sub-type: s32 }
      - { name: shape, type: binary, struct: shape, value: 40 }
      - { name: shapes, type: binary, struct: point, multi-attr: true }
      - { name: colours, type: u32, enum: colour, enum-as-flags: true }
      - { name: bits, type: bitfield32 }
      - { name: named-bits, type: bitfield32, enum: switch }
      - { name: tags, type: string, multi-attr: true }
      - { name: children, type: indexed-array, sub-type: nest, nested-attributes: item }
      - { name: codes, type: indexed-array, sub-type: u32, enum: colour }
      - { name: targets, type: indexed-array, sub-type: binary, display-hint: ipv6 }
      - { name: table, type: nest-type-value, type-value: [row, column], nested-attributes: part }
      - { name: stat, type: u64, type-value: [id] }
      - { name: kind, type: string }
      - { name: data, type: sub-message, sub-message: kinds, selector: kind }
      - { name: parts, type: nest, nested-attributes: part }
  - name: part
    subset-of: item
    attributes:
      - { name: name, checks: { max-len: 2 } }
      - { name: count }
      - { name: level, enum: switch }
      - { name: data }
  - name: circle
    attributes:
      - { name: radius, type: u32 }
      - { name: inside, type: nest, nested-attributes: circle }
      - { name: index, type: u8 }

sub-messages:
  - name: kinds
    formats:
      - { value: circle, attribute-set: circle }
      - { value: [square, oblong], fixed-header: point }
      - { value: ring, fixed-header: head, attribute-set: circle }
      - { value: none }

operations:
  enum-model: directional
  list:
    - name: get
      doc: Returns an item.
      attribute-set: item
      flags: [admin-perm]
      dont-validate: [strict]
      do: { request: { value: 2, attributes: [name] }, reply: { attributes: [name, count] } }
      dump: { reply: { attributes: [name] } }
    - { name: get-ntf, notify: get, mcgrp: changes }
    - name: set
      attribute-set: item
      do: { request: { attributes: [name] } }
    - name: alarm
      attribute-set: part
      event: { attributes: [count] }
      mcgrp: alarms
    - name: list
      attribute-set: circle
      fixed-header: head
      dump: { request: { value: 9 }, reply: { value: 7 } }

mcast-groups:
  list:
    - name: changes
    - name: alarms
`;
