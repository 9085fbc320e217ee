// The one list of all screens: how to come to each, and what becomes of it step by step.
//
// A screen has a `name` and `states`: each a name and what leads to it, one after the other on one loaded page. Where
// many screens differ in their words alone, all but the first are `alike`: the light visit of `make test` leaves them out,
// the matrix does not. A new view gets its lines where its like stand, in `screens/`; nothing else has to know of it.
import "./screens/guide.js";
import "./screens/practice.js";
import "./screens/elsewhere.js";

export { screens } from "./screens/screen.js";
