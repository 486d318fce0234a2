import {
  attributes,
  be32,
  choice,
  enumeration,
  type Infer,
  message,
  nest,
  s32be,
  string,
  subMessage,
} from "@rxnetlink/core/schema";
import { nfgenmsg, nfproto } from "../common/nfgenmsg.js";
