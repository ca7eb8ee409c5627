import { ask } from './ask.ts';
import { findInSessions } from './findInSessions.ts';
import { gaps } from './gaps.ts';
import { help } from './help.ts';
import type { Command } from './model.ts';
import { recap } from './recap.ts';
import { save } from './save.ts';
import { session } from './session.ts';
import { topic } from './topic.ts';

/** All commands, in the order of the help page. */
export const commands: readonly Command[] = [session, topic, ask, help, recap, findInSessions, save];

/** The commands of a bot that keeps what is asked, or does not. */
export const commandsFor = (feedback: boolean): readonly Command[] =>
  feedback ? [...commands, gaps] : commands;
