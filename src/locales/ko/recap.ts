import type { RecapStrings } from '../model/recap.ts';
import { withParticle } from './particles.ts';

const DAYS = ['월', '화', '수', '목', '금', '토', '일'];
const UNIT = { session: '세션', topic: '주제' } as const;

function days(list: readonly number[]): string {
  const text = list.join('');
  if (text === '1234567') return '매일';
  if (text === '12345') return '평일';
  if (text === '67') return '주말';
  return list.map((day) => DAYS[day - 1]).join('·');
}

export const recap: RecapStrings = {
  recap: '리캡',
  fresh: { new: '새 글', changed: '바뀐 글' },
  standing: (unit, position, total) => `${UNIT[unit]} ${position}/${total}`,
  inIt: '다루는 내용',
  unit: UNIT,
  days,
  repeat: { again: '끝나면 처음부터 다시', stop: '끝나면 멈추고 새 글을 기다림' },
  button: {
    session: '세션 열기',
    topic: '주제 열기',
    preview: '미리 보기',
    pause: '잠시 멈추기',
    resume: '다시 시작',
    history: '기록',
    unsubscribe: '구독 취소',
    reallyUnsubscribe: '구독 취소하기',
    keep: '그대로 두기',
    list: '리캡 목록',
    newer: '최근 기록',
    older: '지난 기록',
  },
  menu: '리캡을 골라 자세히 보기',
  list: {
    title: '리캡',
    empty: (subscribe) => `아직 구독한 리캡이 없습니다. ${subscribe} 명령으로 시작할 수 있습니다.`,
    count: (count, most) => `${count}개 구독 중 · 최대 ${most}개`,
    inDm: '이 DM',
  },
  card: {
    where: '채널',
    when: '시각',
    tells: '하루에 하나',
    language: '언어',
    mention: '알림',
    thread: '스레드',
    yes: '리캡마다 열기',
    afterwards: '모두 소개한 뒤',
    next: '다음 리캡',
    paused: '멈춤',
    owner: '구독한 사람',
  },
  state: {
    pausedByPerson: '멈춰 두었습니다.',
    pausedUnreachable: (why) => `사흘 동안 보내지 못해 멈췄습니다. 이유: ${why}`,
    ended: '구독이 취소되었습니다.',
  },
  done: {
    subscribed: '리캡을 구독했습니다',
    changed: '구독하던 리캡을 바꿨습니다',
    paused: '리캡을 멈췄습니다',
    resumed: '리캡을 다시 시작했습니다',
    unsubscribed: '구독을 취소했습니다',
    unsubscribedText: (subscribe) =>
      `기록은 남아 있습니다. ${subscribe} 명령으로 다시 구독하면 멈춘 곳에서 이어집니다.`,
    confirm: '구독을 취소할까요?',
    confirmText: '이 채널에는 더 이상 리캡이 올라오지 않습니다.',
    previewBelow: '다음 리캡은 아래와 같이 올라옵니다.',
    nothingToTell: '지금은 소개할 글이 없습니다. 새 글이 올라오면 소개합니다.',
  },
  history: {
    title: '리캡 기록',
    empty: '아직 기록이 없습니다.',
    posted: '보냄',
    look: '보기',
    from: (first, last) => `${first}부터 ${last}까지`,
    pending: '보내는 중입니다.',
    trying: (why) => `아직 보내지 못해 다시 시도합니다. 이유: ${why}`,
    missed: '보낼 수 있는 시간에 봇이 꺼져 있었습니다.',
    skipped: '봇이 도는 컴퓨터의 시계가 바뀌었거나 절전 중이어서 보낼 시간이 지나갔습니다.',
    stopped: '멈추거나 구독이 취소되어 보내지 않았습니다.',
    uncertain: '올라갔는지 확인할 수 없습니다. 두 번 올리지 않으려고 다시 보내지 않았습니다.',
    failed: (why) => `보내지 못했습니다. 이유: ${why}`,
    allTold: '모두 소개해서 보낼 것이 없었습니다.',
    nothing: '소개할 글이 없었습니다.',
  },
  why: {
    noAccess: '봇이 채널을 볼 수 없음',
    noPermission: '봇에게 채널 권한이 부족함',
    noChannel: '채널이 없어짐',
    noServer: '서버를 찾을 수 없음',
    noDm: '봇의 DM을 받을 수 없는 설정',
    archived: '스레드가 보관되었거나 잠김',
    refused: (code) => (code === 0 ? 'Discord가 거절함' : `Discord가 거절함 (코드 ${code})`),
    unavailable: 'Discord가 응답하지 않음',
    fault: '페이지를 만들지 못함',
  },
  permission: {
    view: '채널 보기',
    send: '메시지 보내기',
    sendInThreads: '스레드에서 메시지 보내기',
    embed: '링크 첨부',
    attach: '파일 첨부',
    mention: '모든 역할 멘션하기',
    openThreads: '공개 스레드 만들기',
    history: '메시지 기록 보기',
  },
  problem: {
    title: '리캡을 정할 수 없습니다',
    time: (typed) =>
      `${withParticle(`“${typed}”`, '은/는')} 시각으로 읽을 수 없습니다. 예: \`09:00\`, \`오전 9시\`, \`21시 30분\``,
    zone: (typed) => `“${typed}” 시간대를 찾지 못했습니다. 예: \`서울\`, \`Asia/Seoul\`, \`뉴욕\``,
    days: (typed) =>
      `${withParticle(`“${typed}”`, '은/는')} 요일로 읽을 수 없습니다. 예: \`매일\`, \`평일\`, \`월,목\``,
    language: (typed) => `${withParticle(`“${typed}”`, '(으)로')} 쓴 글이 없습니다. 목록에서 골라 주세요.`,
    unit: (typed) =>
      `${withParticle(`“${typed}”`, '은/는')} 단위가 아닙니다. \`session\`(세션)이나 \`topic\`(주제)을 골라 주세요.`,
    repeat: (typed) =>
      `${withParticle(`“${typed}”`, '은/는')} 고를 수 없습니다. \`again\`(다시)이나 \`stop\`(멈춤)을 골라 주세요.`,
    permissions: (channel, missing) =>
      `${channel}에서 봇에게 다음 권한이 없습니다. 채널 설정에서 켠 뒤 다시 해 주세요.\n${missing.map((name) => `- ${name}`).join('\n')}`,
    cannotMention: (role) =>
      `${role} 역할을 알릴 수 없습니다. 역할 설정에서 누구나 멘션할 수 있게 하거나, 봇에게 “모든 역할 멘션하기” 권한을 주세요.`,
    channelType: '이 채널에는 리캡을 올릴 수 없습니다. 텍스트, 공지, 포럼 채널이나 스레드를 골라 주세요.',
    full: (limit) =>
      `한 서버에서는 리캡을 ${limit}개까지 구독할 수 있습니다. 쓰지 않는 것을 먼저 취소해 주세요.`,
    mayNot: '이 서버의 리캡은 *서버 관리하기* 권한이 있는 사람이 설정합니다.',
    notMember: '봇이 이 서버에 들어와 있지 않습니다. 서버에 초대한 뒤 다시 해 주세요.',
    notHere: '다른 사람과의 대화에는 리캡을 올리지 않습니다.',
    noChannelInDm: 'DM에서는 이 DM으로만 구독할 수 있습니다. `channel`과 `mention`, `thread`는 비워 주세요.',
    gone: '그 리캡은 이제 없습니다.',
    none: (subscribe) => `여기에는 구독한 리캡이 없습니다. ${subscribe} 명령으로 시작할 수 있습니다.`,
    several: '해당하는 리캡이 여러 개입니다. 하나를 골라 주세요.',
  },
  instead: {
    title: '리캡은 DM으로도 받을 수 있습니다',
    way: (subscribe, now) =>
      `매일 나에게 오는 리캡: 봇에게 DM을 열고 ${subscribe} 명령을 쓰세요.\n오늘의 리캡을 여기서 나만 보기: ${now}`,
  },
  pausedNotice: (where, why, resume) =>
    `${where}에 사흘 동안 리캡을 올리지 못해 멈췄습니다.\n이유: ${why}\n\n고친 뒤 그 서버에서 ${resume} 명령을 쓰면 이어집니다.`,
  pausedNoticeTitle: '리캡이 멈췄습니다',
  now: { empty: '소개할 글이 아직 없습니다.' },
};
