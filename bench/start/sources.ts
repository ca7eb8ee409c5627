// The bot as `src/main.ts` runs it where there is no bundle, or an old one.
import { run } from '../../src/start/run.ts';

await run();
