/** Starts a timer and returns a function that cancels it. */
export type StartTimer = (milliseconds: number, callback: () => void) => () => void;
