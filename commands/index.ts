import { ask } from './ask.ts';
import { findInSessions } from './findInSessions.ts';
import { help } from './help.ts';
import type { Command } from './model.ts';
import { recap } from './recap.ts';
import { save } from './save.ts';
import { session } from './session.ts';
import { topic } from './topic.ts';

/** All commands, in the order of the help page. */
export const commands: readonly Command[] = [session, topic, ask, help, recap, findInSessions, save];
