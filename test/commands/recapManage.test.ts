import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Place } from '#commands/model.ts';
import { recap } from '#commands/recap.ts';
import {
  channel,
  context,
  controlOf,
  controlsOf,
  discord,
  guild,
  press,
  readerOf,
  requestOf,
  run,
  store,
  textOf,
  time,
  titleOf,
  useRecapContext,
  type Who,
} from './recapContext.ts';

useRecapContext();

describe('managing recaps', () => {
  const guest: Who = { place: guild({ permissions: 0n }), personId: '8' };

  it('takes Manage Server, in commands and in presses', async () => {
    await run('subscribe');
    const list = await run('list');
    const show = controlOf(list, 'show');
    const id = show.slice(-8);
    for (const name of ['subscribe', 'list', 'preview', 'pause', 'resume', 'unsubscribe', 'history']) {
      assert.match(textOf(await run(name, {}, guest)), /서버 관리 권한/, name);
    }
    for (const action of ['show', 'preview', 'pause', 'resume', 'leave', 'unsubscribe', 'history']) {
      assert.match(textOf(await press(`/r/${action}/${id}`, guest)), /서버 관리 권한/, action);
    }
    assert.match(textOf(await press('/r/list', guest)), /서버 관리 권한/);
    const stranger: Who = { place: guild({ botIsMember: false }) };
    assert.match(textOf(await run('list', {}, stranger)), /들어와 있지 않습니다/);
    assert.equal((await store.subscription(id))?.state, 'active');
  });

  it('of another server cannot be reached by a forged control', async () => {
    await run('subscribe');
    const id = controlOf(await run('list'), 'show').slice(-8);
    const elsewhere: Who = { place: guild({ guildId: '2' }) };
    for (const action of ['show', 'pause', 'unsubscribe', 'history']) {
      assert.match(textOf(await press(`/r/${action}/${id}`, elsewhere)), /이제 없습니다/);
    }
    const dm: Who = { place: { kind: 'dm', channelId: '900' } };
    assert.match(textOf(await press(`/r/pause/${id}`, dm)), /이제 없습니다/);
    assert.equal((await store.subscription(id))?.state, 'active');
    if (recap.kind === 'group') {
      for (const forged of ['/r/drop/abcdefgh', '/r/pause/AB', '/r/pause', '/s/5', '/r/list/abcdefgh']) {
        assert.equal(recap.press?.(context, forged, readerOf({}), requestOf({})), undefined, forged);
      }
    }
  });

  it('pauses, resumes, previews and unsubscribes, by command and by button', async () => {
    await run('subscribe');
    const paused = await run('pause');
    assert.equal(titleOf(paused), '리캡을 멈췄습니다');
    assert.match(textOf(paused), /멈춰 두었습니다/);
    assert.equal(titleOf(await press(controlOf(paused, 'resume'))), '리캡을 다시 시작했습니다');
    assert.equal((await press(controlOf(await run('list'), 'show'))).page.embeds.length, 1);
    assert.equal((await run('preview')).page.embeds.length, 2);
    const asked = await run('unsubscribe');
    assert.equal(titleOf(asked), '구독을 취소할까요?');
    assert.equal((await context.recaps?.list({ guildId: '1' }))?.length, 1);
    assert.equal(titleOf(await press(controlOf(asked, 'unsubscribe'))), '구독을 취소했습니다');
    assert.equal((await context.recaps?.list({ guildId: '1' }))?.length, 0);
    assert.match(textOf(await press(controlOf(asked, 'unsubscribe'))), /이제 없습니다/);
    assert.match(textOf(await run('pause')), /구독한 리캡이 없습니다/);
  });

  it('asks which one is meant where that is not clear', async () => {
    await run('subscribe');
    await run('subscribe', { unit: 'topic' });
    const which = await run('pause');
    assert.equal(controlsOf(which).filter((text) => text.startsWith('/r/show/')).length, 2);
    assert.equal(titleOf(await run('pause', { unit: 'topic' })), '리캡을 멈췄습니다');
    assert.equal(
      titleOf(await run('pause', { channel: channel('10'), unit: 'session' })),
      '리캡을 멈췄습니다',
    );
  });

  it('tells in its history what was posted, with a link, and why not', async () => {
    await run('subscribe', { time: '10:00' });
    await time.run(3_600_000);
    discord.weather.refusal = 10003;
    await time.run(24 * 3_600_000);
    const history = await run('history', {}, { locale: 'en' });
    assert.match(textOf(history), /https:\/\/discord\.com\/channels\/1\/10\/1/);
    assert.match(textOf(history), /Not posted: the channel is gone/);
    assert.match(textOf(await run('history')), /채널이 없어짐/);
    assert.match(textOf(await run('history')), /데이터 사이언티스트를 위한/);
    const one = await press(controlOf(await press(controlOf(await run('list'), 'show')), 'history'));
    assert.match(textOf(one), /채널이 없어짐/);
  });

  it('pages through a long history', async () => {
    await run('subscribe', { time: '10:00' });
    await time.run(12 * 24 * 3_600_000);
    const first = await run('history');
    const older = controlsOf(first).find((text) => text.includes('p=2')) ?? assert.fail('no older page');
    const second = await press(older);
    assert.ok(controlsOf(second).includes('/r/history'));
    assert.match(textOf(second), /2026년 3월 2일/);
  });
});

describe('/recap now', () => {
  const anyone: Who = { place: guild({ permissions: 0n, botIsMember: false }), personId: '8' };

  it('shows today’s recap to anyone, anywhere', async () => {
    const places: Place[] = [
      guild(),
      { kind: 'dm', channelId: '1' },
      { kind: 'private-channel', channelId: '2' },
    ];
    for (const place of places) {
      const reply = await run('now', {}, { place, locale: 'en' });
      assert.match(titleOf(reply) ?? '', /\w/);
      assert.match(textOf(reply), /Session \d of 2/);
    }
  });

  it('is another one tomorrow', async () => {
    const today = titleOf(await run('now', {}, anyone));
    await time.run(24 * 3_600_000);
    assert.notEqual(titleOf(await run('now', {}, anyone)), today);
  });

  it('is what the channel was told today, or will be', async () => {
    await run('subscribe', { time: '10:00' });
    assert.match(textOf(await run('now', {}, anyone)), /세션 1\/2/);
    await time.run(3_600_000);
    assert.equal(discord.messages.length, 1);
    assert.match(textOf(await run('now', {}, anyone)), /세션 1\/2/);
    await time.run(24 * 3_600_000);
    assert.match(textOf(await run('now', {}, anyone)), /세션 2\/2/);
    assert.match(textOf(await run('now', { unit: 'topic' }, anyone)), /주제 \d\/2/);
  });
});
