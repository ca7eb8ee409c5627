import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchFanOut } from './fanOut.ts';
import { benchPlanning } from './planning.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
try {
  await benchPlanning(folder);
  await benchFanOut(folder);
} finally {
  await rm(folder, { recursive: true });
}
