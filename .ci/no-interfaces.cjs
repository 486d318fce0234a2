// npm asks for the interfaces when it starts, which waits for ever where rtnetlink does not answer.
require("node:os").networkInterfaces = () => ({});
