import { findCachedLibrary, saveLibrary } from '#library/cache/libraryCache.ts';
import { type KeptGroup, keepGroups } from '#library/compute/keptGroups.ts';
import type { Library } from '#library/model.ts';
import { encodeDraft } from '#library/post/draftCodec.ts';
import { KeptDraft } from '#library/post/keptDraft.ts';
import type { Draft } from '#library/post/model.ts';
import type { Assembled } from '#library/series/assemble.ts';
import {
  type KeptSeries,
  type KeptTalk,
  keepSeries,
  keepTalks,
  restoreSeries,
} from '#library/series/keptSeries.ts';
import { restoreTraits } from '#library/series/keptTraits.ts';
import { type KeptTopicLists, keepTopicLists } from '#library/topics/keptTopics.ts';
import { memory } from './cache/memory.ts';

/** The library as the next start finds it. */
export async function restarted(library: Library): Promise<Library | undefined> {
  const cache = memory();
  await saveLibrary(cache, 'key', { library, skipped: [], readAt: 0, changesAt: Infinity });
  return findCachedLibrary(cache, 'key', 0)?.library;
}

/** All that a draft says, in an object of its own. */
export const plain = (draft: Draft): Draft => {
  const { file, digest, front, title, sections, scripts, minutes, problems, broken } = draft;
  return { file, digest, front, title, sections, scripts, minutes, problems, broken };
};

/** The state of a library as the next start finds it, and the drafts in it that stand for those of before. */
export async function restartedState(
  last: Assembled,
): Promise<{ readonly state: Assembled; readonly drafts: ReadonlyMap<Draft, Draft> }> {
  const drafts = new Map<Draft, Draft>();
  for (const draft of last.arranged.drafts) {
    const encoded = encodeDraft(plain(draft));
    drafts.set(draft, new KeptDraft(draft.file, draft.digest, () => encoded));
  }
  const byFile = new Map([...drafts.values()].map((draft) => [draft.file, draft]));
  const { scan, glossary, options } = last;
  const library = await restarted(last.library);
  if (library === undefined) throw new Error('the library was not kept');
  const series: KeptSeries = JSON.parse(JSON.stringify(keepSeries(last)));
  const talks: KeptTalk[] = JSON.parse(JSON.stringify([...keepTalks(last)]));
  const { candidates, holders } = keepTopicLists(last.found);
  const lists: KeptTopicLists = JSON.parse(
    JSON.stringify({ candidates: [...candidates], holders: [...holders] }),
  );
  const draftOf = (name: string) => byFile.get(name);
  const files = last.arranged.drafts.map(({ file }) => file);
  const traitsOf = (all: readonly string[]) =>
    restoreTraits(
      (name): readonly KeptGroup[] =>
        JSON.parse(JSON.stringify([...keepGroups(last.arranged.traits[name], files)])),
      all,
    );
  const restoring = { library, scan, glossary, options, draftOf, traitsOf, pause: () => undefined };
  const state = await restoreSeries(series, talks, lists, restoring);
  if (state === undefined) throw new Error('the state was not restored');
  return { state, drafts };
}
