/** Exit codes, as sysexits.h has them. */
export const EXIT = { usage: 64, unavailable: 69, software: 70, config: 78 } as const;

/** Something that whoever runs the process has to put right: one clear sentence, no stack. */
export class StartError extends Error {
  override name = 'StartError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
