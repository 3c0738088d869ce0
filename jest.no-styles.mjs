/** Stands in for style sheets in tests: rules import from the web libraries, which bring theirs. */
export default {};
