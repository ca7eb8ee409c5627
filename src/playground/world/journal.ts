import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import type { Change } from './changes.ts';
import type { ChannelState, CommandState, FileState, ThreadState } from './entities.ts';
import type { World } from './state.ts';
import { emptyThread } from './threads.ts';

/** A file without its bytes, which are saved beside the journal under the file's id. */
type FileLine = Omit<FileState, 'bytes'>;

/** A line of the journal. */
type Line =
  | { readonly is: 'origin'; readonly origin: string }
  | {
      readonly is: 'message';
      readonly message: APIMessage;
      readonly onlyFor?: string;
      readonly files: readonly FileLine[];
    }
  | { readonly is: 'gone'; readonly channelId: string; readonly messageId: string }
  | {
      readonly is: 'thread';
      readonly id: string;
      readonly parentId: string;
      readonly type: number;
      readonly name: string;
      readonly thread: ThreadState;
    }
  | { readonly is: 'channel-gone'; readonly channelId: string }
  | { readonly is: 'commands'; readonly commands: readonly CommandState[] };

/**
 * Saves the channels' contents in a folder, so that a playground resumes after being killed: messages,
 * threads, files and commands. Each change is appended as one line at once. Reads the journal of the previous run,
 * compacts it, and then appends every change; returns a function that stops.
 */
export function keepJournal(world: World, folder: string): () => void {
  mkdirSync(path.join(folder, 'files'), { recursive: true });
  const file = path.join(folder, 'journal.jsonl');
  if (existsSync(file)) restore(world, folder, readFileSync(file, 'utf8'));
  for (const id of readdirSync(path.join(folder, 'files'))) {
    if (!world.files.has(id)) rmSync(path.join(folder, 'files', id));
  }
  const compact = [...present(world)].map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileSync(`${file}.new`, compact);
  renameSync(`${file}.new`, file);
  return world.changes.subscribe((change) => {
    const line = lineOf(world, folder, change);
    if (line !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
  });
}

function lineOf(world: World, folder: string, change: Change): Line | undefined {
  switch (change.kind) {
    case 'message': {
      const { message, onlyFor, files } = change.stored;
      for (const { id, bytes } of files) {
        const place = path.join(folder, 'files', id);
        if (!existsSync(place)) writeFileSync(place, bytes);
      }
      return messageLine(message, onlyFor, files);
    }
    case 'message-gone':
      return { is: 'gone', channelId: change.channelId, messageId: change.messageId };
    case 'channel':
      return threadLine(change.channel);
    case 'channel-gone':
      return { is: 'channel-gone', channelId: change.channelId };
    case 'commands':
      return { is: 'commands', commands: [...world.commands.values()] };
    default:
      return undefined;
  }
}

function messageLine(message: APIMessage, onlyFor: string | undefined, files: readonly FileState[]): Line {
  return {
    is: 'message',
    message,
    ...(onlyFor === undefined ? {} : { onlyFor }),
    files: files.map(({ bytes: _, ...rest }) => rest),
  };
}

function threadLine({ id, parentId, type, name, thread }: ChannelState): Line | undefined {
  return thread === undefined || parentId === undefined
    ? undefined
    : { is: 'thread', id, parentId, type, name, thread };
}

/** The whole world, as lines. */
function* present(world: World): Generator<Line> {
  yield { is: 'origin', origin: world.origin };
  yield { is: 'commands', commands: [...world.commands.values()] };
  for (const channel of world.channels.values()) {
    const line = threadLine(channel);
    if (line !== undefined) yield line;
  }
  for (const channel of world.channels.values()) {
    for (const { message, onlyFor, files } of channel.messages) yield messageLine(message, onlyFor, files);
  }
}

function restore(world: World, folder: string, journal: string): void {
  const lines = journal.split('\n');
  // The last line may be truncated.
  const whole = lines.slice(0, -1);
  const origin = (parse(whole[0] ?? '') as Extract<Line, { is: 'origin' }> | undefined)?.origin;
  for (const text of whole) {
    // The port may have changed since: the files' addresses change with it.
    const moved =
      origin === undefined ? text : text.replaceAll(`${origin}/attachments/`, `${world.origin}/attachments/`);
    const line = parse(moved);
    if (line !== undefined) apply(world, folder, line);
  }
}

function parse(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}

function apply(world: World, folder: string, line: Line): void {
  switch (line.is) {
    case 'message': {
      const channel = world.channels.get(line.message.channel_id);
      if (channel === undefined) return;
      const files = line.files.flatMap((file): FileState[] => {
        const place = path.join(folder, 'files', file.id);
        return existsSync(place) ? [{ ...file, bytes: readFileSync(place) }] : [];
      });
      for (const file of files) world.files.set(file.id, file);
      world.raiseIds(line.message.id);
      const known = channel.byId.get(line.message.id);
      if (known !== undefined) {
        known.message = line.message;
        known.files = files;
        return;
      }
      const stored = { message: line.message, onlyFor: line.onlyFor, files };
      channel.messages.push(stored);
      channel.byId.set(line.message.id, stored);
      if (line.message.nonce !== undefined) {
        const at = Date.parse(line.message.timestamp);
        channel.nonces.set(String(line.message.nonce), { at, messageId: line.message.id });
      }
      return;
    }
    case 'gone': {
      const channel = world.channels.get(line.channelId);
      const index = channel?.messages.findIndex(({ message }) => message.id === line.messageId) ?? -1;
      if (channel === undefined || index === -1) return;
      channel.messages.splice(index, 1);
      channel.byId.delete(line.messageId);
      return;
    }
    case 'thread': {
      const parent = world.channels.get(line.parentId);
      const known = world.channels.get(line.id);
      if (parent === undefined) return;
      world.channels.set(line.id, {
        ...emptyThread(parent, { id: line.id, type: line.type, name: line.name, thread: line.thread }),
        ...(known && { messages: known.messages, byId: known.byId, nonces: known.nonces }),
      });
      return;
    }
    case 'channel-gone':
      world.channels.delete(line.channelId);
      return;
    case 'commands':
      world.commands.clear();
      for (const state of line.commands) world.commands.set(state.command.id, state);
      return;
    case 'origin':
      return;
  }
}
