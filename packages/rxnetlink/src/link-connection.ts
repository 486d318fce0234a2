//  What looks up the names of links: loading the whole door of routing for it would load all of its objects.
export { connect } from "@rxnetlink/route";
