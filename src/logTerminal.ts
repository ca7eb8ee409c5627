import type { DestinationStream } from 'pino';
import pretty from 'pino-pretty';

/** Readable lines for a person at a terminal. */
export const terminalOutput = (): DestinationStream =>
  pretty({
    sync: true,
    colorize: true,
    singleLine: true,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname',
  });
