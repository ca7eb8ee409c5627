import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { readFolder } from '#library/read.ts';
import { drawRecap, type RecapOrder } from '#pages/recapPage.ts';
import { readControl } from '#pages/route.ts';
import { itemsOf } from '#recap/items.ts';
import { libraries } from '../pages/arbitraryLibrary.ts';
import { english, korean } from '../pages/build.ts';
import { controlsOf, customIdsOf, problemsOf } from '../pages/validate.ts';

const key = 'abcdefgh0ftu';
const order = (more: Pick<RecapOrder, 'library' | 'unit' | 'item'>): RecapOrder => ({
  position: 3,
  total: 6,
  fresh: undefined,
  mentionRoleId: undefined,
  key,
  ...more,
});

const dir = fileURLToPath(new URL('../../content', import.meta.url));
const { library } = await readFolder({ dir, siteUrl: 'https://example.com', defaultLanguage: 'ko' });

describe('the page of a recap', () => {
  for (const reader of [korean, english]) {
    it(`fits Discord and half a minute, for everything in content/, in ${reader.locale}`, () => {
      for (const unit of ['session', 'topic'] as const) {
        const items = itemsOf(library, unit, reader.language);
        assert.ok(items.length > 5);
        for (const { id } of items) {
          const drawn = drawRecap(order({ library, unit, item: id }), reader);
          assert.ok(drawn, id);
          assert.deepEqual(problemsOf(drawn.page), [], id);
          const [embed] = drawn.page.embeds;
          const text = embed?.description ?? '';
          assert.ok(text.length > 40 && text.length < 1_200, `${id}: ${text.length} characters`);
          assert.match(embed?.footer?.text ?? '', /3(\/| of )6/);
          assert.ok(drawn.name.length > 0 && drawn.name.length <= 100);
        }
      }
    });
  }

  it('carries the key of its delivery in every control, for any library', () => {
    fc.assert(
      fc.property(libraries, (some) => {
        for (const unit of ['session', 'topic'] as const) {
          for (const { id } of itemsOf(some, unit, 'ko').slice(0, 3)) {
            const drawn = drawRecap(order({ library: some, unit, item: id }), korean);
            assert.ok(drawn);
            assert.deepEqual(problemsOf(drawn.page), []);
            assert.ok(controlsOf(drawn.page).length > 0);
            for (const control of controlsOf(drawn.page)) {
              assert.equal(readControl(control)?.route.recap, key);
              assert.ok(control.includes(key));
            }
            assert.ok(customIdsOf(drawn.page).some((id) => id.includes(key)));
          }
        }
      }),
      { numRuns: 5 },
    );
  });

  it('pings the chosen role alone, and says why it comes before its turn', () => {
    const one = order({ library, unit: 'session', item: '5' });
    const drawn = drawRecap({ ...one, mentionRoleId: '77', fresh: 'new' }, korean);
    assert.equal(drawn?.page.content, '<@&77>');
    assert.match(drawn?.page.embeds[0]?.footer?.text ?? '', /^새 글 · 세션 3\/6/);
    const changed = drawRecap({ ...one, fresh: 'changed' }, english);
    assert.match(changed?.page.embeds[0]?.footer?.text ?? '', /^Updated · Session 3 of 6/);
    assert.equal(changed?.page.content, undefined);
  });

  it('is not there for what is gone', () => {
    assert.equal(drawRecap(order({ library, unit: 'session', item: 'nothing' }), korean), undefined);
    assert.equal(drawRecap(order({ library, unit: 'topic', item: 'nothing' }), korean), undefined);
  });
});

describe('itemsOf', () => {
  it('lists sessions and the topics that sections are about, in reading order, and is remembered', () => {
    const sessions = itemsOf(library, 'session', 'ko');
    assert.deepEqual(
      sessions.map(({ id }) => id),
      library.sessions.map(({ id }) => id),
    );
    assert.equal(itemsOf(library, 'session', 'ko'), sessions);
    const [korean1] = sessions;
    const [english1] = itemsOf(library, 'session', 'en');
    assert.notEqual(korean1?.hash, english1?.hash);
    const about = library.topics.filter((topic) => topic.about.length > 0);
    assert.equal(itemsOf(library, 'topic', 'ko').length, about.length);
  });
});
