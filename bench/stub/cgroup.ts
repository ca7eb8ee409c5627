import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A group of processes that may take so much memory together, page cache included. */
export interface Cgroup {
  /** A process joins by writing its id there. */
  readonly processes: string;
  /** How often the limit was met, after which the kernel takes back page cache, or ends a process. */
  readonly met: () => number;
  readonly remove: () => void;
}

/** The hierarchies of version 2 and of version 1. */
const PLACES = [
  {
    root: '/sys/fs/cgroup',
    there: 'cgroup.controllers',
    limit: 'memory.max',
    swap: 'memory.swap.max',
    off: '0',
  },
  { root: '/sys/fs/cgroup/memory', there: 'memory.limit_in_bytes', limit: 'memory.limit_in_bytes' },
] as const;

/** Makes a group with a limit, in bytes; undefined where this machine or its rights do not allow it. */
export const memoryGroup = (bytes: number): Cgroup | undefined => {
  for (const place of PLACES) {
    if (!existsSync(path.join(place.root, place.there))) continue;
    const folder = path.join(place.root, `lectern-bench-${process.pid}`);
    try {
      mkdirSync(folder);
      writeFileSync(path.join(folder, place.limit), String(bytes));
      if ('swap' in place && existsSync(path.join(folder, place.swap)))
        writeFileSync(path.join(folder, place.swap), place.off);
    } catch {
      continue;
    }
    const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
    return {
      processes: path.join(folder, 'cgroup.procs'),
      met: () =>
        'swap' in place
          ? Number(/^max (\d+)/m.exec(read('memory.events'))?.[1])
          : Number(read('memory.failcnt')),
      remove: () => rmdirSync(folder),
    };
  }
  return undefined;
};
