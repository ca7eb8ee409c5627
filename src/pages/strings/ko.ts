import type { Strings } from './model.ts';
import { particleFor, withParticle } from './particles.ts';

const NOUNS = { session: '세션', section: '섹션', topic: '주제' } as const;

export const ko: Strings = {
  sessions: '세션 목록',
  sessionCount: (count) => `세션 ${count}개`,
  noSessions: '아직 올라온 글이 없습니다.',
  opening: '여는 글',
  untitled: '제목 없음',
  minutes: (count) => `읽는 데 ${count}분`,
  part: (part, parts) => `${part}/${parts}쪽`,
  sectionOf: (position, count) => `섹션 ${position}/${count}`,
  notIn: (what, wanted, shown) =>
    `이 ${withParticle(NOUNS[what], '은/는')} ${wanted} 글이 없어 ${shown} 글을 보여 드립니다.`,
  noText: '이 섹션에는 남아 있는 글이 없습니다. 앞뒤 섹션에서 이어 읽을 수 있습니다.',
  noTextButChildren: '이 섹션의 내용은 아래 섹션에 나뉘어 있습니다.',
  noSections: '이 세션은 섹션으로 나뉘어 있지 않습니다.',

  topic: '주제',
  otherNames: (names) => `다른 이름: ${names}`,
  aboutIt: '다루는 섹션',
  mentionsIt: '언급하는 섹션',
  noTopicSections: '이 주제를 다룬 섹션이 아직 없습니다.',

  button: {
    start: '처음부터 읽기',
    previousSession: '이전 세션',
    nextSession: '다음 세션',
    previousSection: '이전 섹션',
    nextSection: '다음 섹션',
    toSession: '세션으로',
    allSessions: '세션 목록',
    readOn: (part, parts) => `이어서 읽기 (${part}/${parts})`,
    readBack: '앞쪽 보기',
    post: '원문',
    official: '공식 페이지',
    help: '도움말',
    share: '채널에 공유',
    openSection: '섹션 열기',
    range: (from, to) => (from === to ? `${from}번` : `${from}–${to}번`),
  },
  menu: {
    sessions: '세션 고르기',
    sections: '섹션 고르기',
    within: '이 섹션의 하위 섹션',
    topicSections: '섹션 열기',
    otherPassages: '다른 구절 보기',
    nearest: '가까운 섹션 보기',
    topics: '관련 주제',
  },
  answer: {
    readAs: (reading) => `‘${reading}’${particleFor(reading, '(으)로')} 읽고 찾았습니다.`,
    perhaps: '혹시 이 내용인가요?',
    perhapsHint: '질문과 가까운 섹션입니다. 아래 메뉴에서 열어 보세요.',
    none: '세션 글에 없는 내용입니다',
    noneHint: '그나마 가까운 섹션은 다음과 같습니다.',
    noneEmpty: '가까운 섹션도 찾지 못했습니다. 다른 말로 물어보거나 세션 목록을 살펴보세요.',
    found: '이 메시지와 관련된 섹션',
    foundPerhaps: '혹시 이 섹션과 관련이 있나요?',
    foundNone: '이 메시지와 관련된 섹션이 없습니다',
    foundNoText: '글이 없는 메시지라 찾을 내용이 없습니다.',
    emptyQuestion: '질문이 비어 있습니다. 궁금한 것을 적어 주세요.',
  },
  miss: {
    title: (what) => `찾는 ${withParticle(NOUNS[what], '이/가')} 없습니다`,
    text: (what, typed) => `‘${typed}’에 맞는 ${withParticle(NOUNS[what], '을/를')} 찾지 못했습니다.`,
    closest: '가장 가까운 것은 다음과 같습니다.',
  },
  gone: {
    title: '이제 없는 페이지입니다',
    text: (what) => `이 ${withParticle(NOUNS[what], '은/는')} 글이 바뀌면서 없어졌습니다.`,
    instead: '대신 이런 페이지가 있습니다.',
  },
  notice: {
    errorTitle: '문제가 생겼습니다',
    error: (id) => `잠시 뒤 다시 시도해 주세요. 계속되면 운영자에게 오류 번호 \`${id}\`를 알려 주세요.`,
    forgedTitle: '읽을 수 없는 버튼입니다',
    forged: (help) => `이 버튼이 가리키는 페이지를 알 수 없습니다. ${help}에서 다시 시작해 주세요.`,
    mayNotShareTitle: '여기에는 공유할 수 없습니다',
    mayNotShare: '이 채널에 메시지를 쓸 권한이 있어야 공유할 수 있습니다.',
  },
  help: {
    title: '도움말',
    intro: '콘퍼런스 세션을 정리한 글을 찾아 읽어 드립니다.',
    commands: {
      session: '세션 목록을 보거나 세션 하나를 엽니다.',
      topic: '한 주제를 다룬 섹션을 모두 모아 봅니다.',
      ask: '궁금한 것을 물으면 답이 있는 구절을 찾아 인용합니다.',
      'recap subscribe': '이 채널에 하루에 하나씩 리캡을 올립니다. 다이렉트 메시지에서는 나에게 보냅니다.',
      'recap now': '오늘의 리캡을 나만 볼 수 있게 보여 줍니다.',
      help: '이 도움말을 봅니다.',
    },
    message:
      '다른 사람의 메시지를 길게 누르거나 마우스 오른쪽 단추로 눌러 **앱 › 세션에서 찾기**를 고르면, 그 메시지와 관련된 섹션을 나만 볼 수 있게 찾아 줍니다.',
    hints: '`나만보기` 옵션을 켜면 답이 나에게만 보입니다. 버튼과 메뉴는 언제든 다시 눌러도 됩니다.',
  },
};
