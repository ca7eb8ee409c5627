/** What a program that runs the bot as a part of itself needs: `import { startLectern } from 'lectern'`. */
export { type Config, ConfigError, readConfig } from './config/config.ts';
export { StartError } from './exit.ts';
export { createLog, type Logger } from './log.ts';
export { type Lectern, type StartOptions, startLectern } from './start/lectern.ts';
