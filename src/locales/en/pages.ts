import type { Strings } from '../model/pages.ts';

const NOUNS = { session: 'session', section: 'section', topic: 'topic' } as const;
const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const pages: Strings = {
  sessions: 'Sessions',
  sessionCount: (count) => plural(count, 'session'),
  noSessions: 'There are no posts yet.',
  opening: 'Opening',
  untitled: 'Untitled',
  minutes: (count) => `${count} min read`,
  part: (part, parts) => `Page ${part} of ${parts}`,
  sectionOf: (position, count) => `Section ${position} of ${count}`,
  notIn: (what, wanted, shown) =>
    `There is no ${wanted} text of this ${NOUNS[what]}; this is the ${shown} one.`,
  noText: 'The notes hold no text for this section. Its neighbours read on from here.',
  noTextButChildren: 'What this section tells is divided among the sections below.',
  noSections: 'This session is not divided into sections.',

  topic: 'Topic',
  topics: 'Topics',
  otherNames: (names) => `Also called ${names}`,
  aboutIt: 'Sections about it',
  mentionsIt: 'Sections that mention it',
  noTopicSections: 'No section is about this topic yet.',

  button: {
    start: 'Read from the start',
    previousSession: 'Previous session',
    nextSession: 'Next session',
    previousSection: 'Previous',
    nextSection: 'Next section',
    toSession: 'Session',
    allSessions: 'All sessions',
    readOn: (part, parts) => `Read on (${part}/${parts})`,
    readBack: 'Page back',
    post: 'Post',
    official: 'Official page',
    help: 'Help',
    share: 'Share in channel',
    openSection: 'Open section',
    range: (from, to) => (from === to ? `No. ${from}` : `${from}–${to}`),
  },
  menu: {
    sessions: 'Choose a session',
    sections: 'Choose a section',
    within: 'Sections within this one',
    topicSections: 'Open a section',
    otherPassages: 'Other passages',
    nearest: 'Nearest sections',
    linked: 'Sections that the text leads to',
    topics: 'Related topics',
  },
  answer: {
    readAs: (reading) => `Read as “${reading}”.`,
    perhaps: 'Did you mean one of these?',
    perhapsHint: 'These sections are close to your question. Open one from the menu.',
    none: 'The sessions do not cover this',
    noneHint: 'The nearest sections are these.',
    noneEmpty: 'Nothing comes close, either. Try other words, or look through the sessions.',
    found: 'Sections about this message',
    foundPerhaps: 'Is it about one of these?',
    foundNone: 'No section is about this message',
    foundNoText: 'The message has no text to look for.',
    emptyQuestion: 'The question is empty. Write what you would like to know.',
  },
  miss: {
    title: (what) => `No such ${NOUNS[what]}`,
    text: (what, typed) => `Nothing among the ${NOUNS[what]}s fits “${typed}”.`,
    closest: 'The closest ones are these.',
  },
  gone: {
    title: 'This page is gone',
    text: (what) => `The posts have changed, and this ${NOUNS[what]} is no longer among them.`,
    instead: 'These pages come close.',
  },
  notice: {
    errorTitle: 'Something went wrong',
    error: (id) =>
      `Please try again in a moment. If it goes on, tell whoever runs the bot this number: \`${id}\`.`,
    forgedTitle: 'This button cannot be read',
    forged: (help) => `It does not say which page it leads to. Start again from ${help}.`,
    mayNotShareTitle: 'You cannot share here',
    mayNotShare: 'Sharing takes the permission to write in this channel.',
  },
  help: {
    title: 'Help',
    intro: 'Finds and shows what was written about the sessions of a conference.',
    commands: {
      session: 'Lists the sessions, or opens one.',
      topic: 'Gathers every section about a topic.',
      ask: 'Finds the passage that answers a question, and quotes it.',
      'recap subscribe': 'Posts one recap a day in this channel; in your direct messages, to you.',
      'recap now': 'Shows today’s recap to you alone.',
      help: 'Shows this page.',
    },
    message:
      'Press and hold a message, or right-click it, and choose **Apps › Find in sessions**: it shows you alone which sections are about it.',
    hints: 'With the option `private`, an answer is for you alone. Buttons and menus keep working for good.',
  },
};
