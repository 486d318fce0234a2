//  What commands load of routing when they need more than links, addresses and routes: loading the door would load all of it.
export { rtnetlink } from "@rxnetlink/route";
