import path from 'node:path';
import { inject } from 'vitest';
import { readConfig } from '../../../src/config/config.ts';
import { startLectern } from '../../../src/start/lectern.ts';
import { logLines, logTo } from '../../e2e/logLines.ts';
import { copyContent, dataFolder } from '../../e2e/world.ts';

/** The whole bot on its playground, as `npm start` opens it, with posts that a test may change. */
export interface Running {
  /** The page. */
  readonly url: string;
  /** The content folder. */
  readonly content: string;
  close(): Promise<void>;
}

/** Starts the bot in this process, on a port and in a folder of its own. */
export async function startRunning(): Promise<Running> {
  const { folder, remove } = await dataFolder();
  const content = await copyContent(folder);
  const lectern = await startLectern({
    log: logTo(logLines()),
    onEnd: () => {},
    webRoot: inject('webRoot'),
    config: readConfig({
      CONTENT_DIR: content,
      DATABASE_URL: path.join(folder, 'lectern.sqlite'),
      PORT: '0',
    }),
  });
  if (lectern.link === undefined) throw new Error('There is no playground without a link');
  return {
    url: lectern.link,
    content,
    close: async () => {
      await lectern.close();
      await remove();
    },
  };
}
