import { parentPort } from 'node:worker_threads';
import type { ParseAnswer, ParseTask } from './parse.ts';
import { type ParsedPost, type PostFile, readPost } from './post/readPost.ts';

function readAll(files: readonly PostFile[], done: Int32Array): ParsedPost[] {
  return files.map((file) => {
    const parsed = readPost(file);
    Atomics.add(done, 0, 1);
    return parsed;
  });
}

async function answerTo(task: ParseTask): Promise<ParseAnswer> {
  if (task.kind === 'posts') return { posts: readAll(task.files, task.done), glossary: undefined };
  const { encodeGlossary } = await import('./topics/glossary.ts');
  return { posts: [], glossary: encodeGlossary(task.bytes) };
}

/** The worker thread of `parse.ts`: reads files and answers with what they say, encoded. */
parentPort?.on('message', async (task: ParseTask) => {
  const answer = await answerTo(task);
  const buffers = answer.posts.flatMap((post) => (post.kind === 'draft' ? [post.encoded.buffer] : []));
  parentPort?.postMessage(answer, answer.glossary ? [answer.glossary.buffer] : buffers);
});
