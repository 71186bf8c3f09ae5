/** The command was used wrongly: exit code 2. */
export class Misuse extends Error {}

/** The input has problems, which the message lists: exit code 1. */
export class InputProblem extends Error {}
