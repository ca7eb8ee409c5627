import type { CommandStrings } from '../model/commands.ts';

const isPrivate = { name: '나만보기', description: '답을 나만 볼 수 있게 합니다' };
const language = { name: '언어', description: '글을 읽을 언어' };
const what = {
  name: '종류',
  description: '무엇을 소개할지 (기본: 하루 한 세션)',
  choices: { session: '하루 한 세션', topic: '하루 한 주제', new: '새 글', digest: '모아 보기' },
};
const unit = {
  name: '종류',
  description: '세션이나 주제',
  choices: { session: '세션', topic: '주제' },
};
const whichChannel = { name: '채널', description: '어느 채널의 리캡인지 (기본: 여기)' };
const whichRecap = {
  channel: whichChannel,
  what: { ...what, description: '무엇을 소개하는 리캡인지' },
};

export const commands: CommandStrings = {
  session: {
    name: '세션',
    description: '세션 목록을 보고 좁히거나, 세션 하나를 엽니다',
    options: {
      name: { name: '이름', description: '세션의 번호나 제목, 제목의 일부, 또는 발표자' },
      section: { name: '섹션', description: '바로 열 섹션' },
      event: { name: '행사', description: '이 행사의 세션만' },
      year: { name: '연도', description: '이 해의 세션만' },
      tag: { name: '태그', description: '이 태그가 붙은 세션만' },
      speaker: { name: '발표자', description: '이 사람이 발표한 세션만' },
      private: isPrivate,
      language,
    },
  },
  topic: {
    name: '주제',
    description: '한 주제를 다룬 섹션을 모아 봅니다',
    options: {
      name: { name: '이름', description: '주제의 이름이나 별명, 또는 발표자' },
      private: isPrivate,
      language,
    },
  },
  ask: {
    name: '질문',
    description: '세션에서 다룬 내용을 물어봅니다',
    options: {
      question: { name: '질문', description: '궁금한 것을 문장이나 낱말로' },
      private: isPrivate,
    },
  },
  help: {
    name: '도움말',
    description: '무엇을 할 수 있는지 봅니다',
    options: {},
  },
  'Find in sessions': { name: '세션에서 찾기', description: '그 메시지와 관련된 섹션을 찾습니다' },
  Save: { name: '저장', description: '그 페이지를 내 DM으로 보냅니다' },
  gaps: {
    name: '빈틈',
    description: '물었지만 찾지 못한 것을 봅니다',
    options: {
      action: {
        name: '할일',
        description: '질문을 보관하거나, 그만두고 지우거나, 지금까지의 것을 지웁니다',
        choices: { start: '질문 보관하기', stop: '그만두고 지우기', forget: '모두 지우기' },
      },
    },
  },
  recap: { name: '리캡', description: '세션을 매일, 또는 글이 올라올 때마다 소개합니다' },
  'recap subscribe': {
    name: '구독',
    description: '리캡을 구독합니다. 아무것도 적지 않으면 양식이 열립니다',
    options: {
      channel: { name: '채널', description: '리캡을 올릴 채널 (기본: 여기)' },
      what,
      time: { name: '시각', description: '올릴 시각, 예: 오전 9시 (기본: 09:00, 새 글은 바로)' },
      timezone: { name: '시간대', description: '도시나 나라 이름, 예: 서울, 룩셈부르크' },
      days: { name: '요일', description: '매일, 평일, 주말, 월,목 (기본: 매일)' },
      items: { name: '개수', description: '모아 보기 한 번에 소개할 세션 수, 2~7 (기본: 5)' },
      filter: { name: '필터', description: '한 행사나 태그, 발표자, 주제만' },
      language,
      mention: { name: '알림', description: '리캡이 올라올 때 알릴 역할' },
      thread: { name: '스레드', description: '리캡마다 이야기할 스레드를 엽니다' },
      tags: { name: '태그', description: '포럼에 올릴 글의 태그 이름' },
      repeat: {
        name: '반복',
        description: '모두 소개한 뒤에 할 일 (기본: 처음부터 다시)',
        choices: { again: '처음부터 다시', stop: '멈춤' },
      },
    },
  },
  'recap edit': { name: '바꾸기', description: '리캡을 양식에서 바꿉니다', options: whichRecap },
  'recap list': { name: '목록', description: '구독한 리캡을 모두 봅니다', options: {} },
  'recap preview': {
    name: '미리보기',
    description: '다음 리캡을 올라올 모습 그대로 봅니다',
    options: whichRecap,
  },
  'recap pause': { name: '멈춤', description: '리캡을 잠시 멈춥니다', options: whichRecap },
  'recap resume': { name: '재개', description: '멈춘 리캡을 다시 시작합니다', options: whichRecap },
  'recap unsubscribe': { name: '구독취소', description: '리캡 구독을 취소합니다', options: whichRecap },
  'recap history': {
    name: '기록',
    description: '무엇을 언제 보냈는지, 왜 못 보냈는지 봅니다',
    options: whichRecap,
  },
  'recap now': {
    name: '오늘',
    description: '오늘의 리캡을 나만 볼 수 있게 보여 줍니다',
    options: { what: unit, language },
  },
};
