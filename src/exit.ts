/** Exit codes of sysexits.h. */
export const EXIT = { usage: 64, unavailable: 69, software: 70, config: 78 } as const;

/** An error that the operator can fix: one clear sentence, no stack. */
export class StartError extends Error {
  override name = 'StartError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
