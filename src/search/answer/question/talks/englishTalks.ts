import { any, type MarkedWords, NAME } from '../forms/marks.ts';
import type { TalkMark } from './talkMarks.ts';

const word = (...lists: readonly string[]): string => `\\b${any(...lists)}\\b`;
const TALKS = any(
  'talks? sessions? presentations? posts? articles? notes? keynotes? episodes? write-?ups? blogs?(?:_posts?)? workshops?',
  // Right behind a name these make another name of it: `data entry`.
  `(?<!${NAME}_)${any('chapters? sections? parts? pages? entr(?:y|ies) bits? materials? passages? slots?')}`,
);

/** Words of English questions about the talks. */
export const ENGLISH_TALKS: MarkedWords<TalkMark> = [
  ['name', NAME],
  [
    'whether',
    '^\\s*(?:is|are|was|were|does|did|has|have|had|do)\\b(?! (?:you|anyone|anybody) (?:know|remember))',
  ],
  ['order', `\\b(?:which|what) (?:number|part|episode|numbers)\\b|\\b${TALKS} (?:number|no)\\b`],
  [
    'talk',
    `\\b(?:in|from|at|during|of) (?:which|what|wich|whch|any)(?: of (?:the|these|those))? ${TALKS}\\b`,
  ],
  [
    'there',
    `\\b(?:in|from|at|during|across|throughout|anywhere in|somewhere in) (?:the|this|that|these|those|any of (?:the|these)|all(?: of)?(?: the| these)?|your|here)(?: ${TALKS}|(?: \\w+)? (?:event|conference|library|blog|site|archive|summit|meetup))?\\b`,
  ],
  [
    'there',
    '\\b(?:is|are|was|were)(?: there|n.t there)\\b|\\b(?:do|did|have) (?:you|we|they) (?:have|got)\\b|\\b(?:you|they|we) (?:have|got)\\b|\\bgot\\b',
  ],
  ['there', word('anything something everything anywhere somewhere any stuff here content coverage')],
  ['count', '\\bhow (?:many|often|much)\\b(?: (?:times|places))?|\\bnumber of\\b'],
  // Who spoke.
  ['speaker', word("speakers?(?:'s)? presenters? lecturers?")],
  ['who', "\\bwho(?:se|m|'?s|'?d| was| were| is| are)?\\b"],
  [
    'person',
    word(
      'person people guy man woman lady dude gentleman one(?=_(?:who|that|talking|speaking|presenting|giving|doing))',
    ),
  ],
  ['called', word('names? named company companies affiliation employer')],
  // What talks do.
  [
    'told',
    word(
      'mention(?:s|ed|ing)? cover(?:s|ed|ing)? discuss(?:es|ed|ing)? talk(?:s|ed|ing)?_(?:about|abt|on|over|through) sp(?:eak|eaks|oke|eaking)_(?:about|on|abt) br(?:ing|ings|ought|inging)_up c(?:ome|omes|ame|oming)_up bring(?=_▮_up) brought(?=_▮_up) up appear(?:s|ed|ing)? touch(?:es|ed|ing)?_(?:on|upon) address(?:es|ed)? deal(?:s|t|ing)?_with g(?:o|oes|oing)_(?:into|over) went_(?:into|over) present(?:s|ed|ing) introduc(?:es|ed|ing) explain(?:s|ed|ing) describ(?:es|ed|ing) demo(?:s|ed|ing)? show(?:s|ed|ing) contain(?:s|ed|ing)? refer(?:s|red|ring)?_to featur(?:es|ed|ing) focus(?:es|ed|ing)?_on focus(?:es|ed|ing)? dedicated_to devoted_to deep_?-?dive(?:s|d)?_(?:into|on) include(?:s|d)? hit(?:s|ting)?_on spoken_(?:about|of) said_about say_about says_about',
    ),
  ],
  ['talk', `\\b${TALKS}\\b`],
  ['frame', word('recommend(?:ed|ation|ations)? suggest(?:ed|ion|ions)? best top good great main most')],
  ['matter', word('about abt on regarding concerning re related_to relating_to around involving with')],
  [
    'find',
    word(
      'search(?:_for)? find look(?:ing)?(?:_for|_up)? point_(?:me|us)_(?:to|at|towards?) direct_me_to list every all which_(?:ones?|of) what_else where_else',
    ),
  ],
  ['where', word('where whereabouts which wich whch whcih')],
  [
    'seen',
    word(
      'read(?:ing)? watch(?:ed|ing)? hear(?:d|ing)? listen(?:ed|ing)? see saw seen remember recall learn(?:ing)?_about interested_in start_reading start_with begin_with know_more',
    ),
  ],
  // What a talk comes to.
  [
    'gist',
    `\\b(?:sum{1,2}[ae]?r[iy][sz]?e?[sd]?|sum{1,2}aries|sum(?: it| this)? up|sum|tl;?\\s?dr|recap|key (?:points?|takeaways?|messages?|ideas?|lessons?|insights?|things?)|main (?:points?|messages?|ideas?|takeaways?|arguments?|things?|thesis)|take-?aways?|highlights?|gist|essence|bullet ?-?points?|bullets|nutshell|short version|outline|overview|synopsis|abstract|digest|bottom line|conclusions?|big picture|argues?|arguing|message|points?|lessons?|insights?|crux|thesis|upshot|cliff ?-?notes|the (?:whole )?(?:thing|story)|rundown|run down|break ?down|boil(?:s|ed)? down(?: to)?|condense[sd]?|shorten|key|say|says|said|saying|remember from|learn(?:ed)? from|in (?:three|two|one|five|\\d|a few|a couple(?: of)?) (?:sentences?|words?|lines?|points?|bullets)|what(?:'?s|'?d| is| was| did| does)?(?= ${NAME} (?:about|say|said|cover|covered|argue|claim|conclude|teach|mean)\\b))\\b`,
  ],
  ['frame', "\\b(?:i|we|you|it|that|they|he|she)'(?:m|d|ve|ll|re|s)\\b|\\b(?:u|ur|im|ive|id|thats|its)\\b"],
  [
    'frame',
    word(
      'missed skipped did(?:n.t|_not)_(?:read|see|watch|attend|hear|catch) couldn.t_(?:attend|watch|make_it) too_long long titled? called entitled else in_it about_it quick brief short the_one was_it',
    ),
  ],
  ['did', word('gave gives give given did delivered held led ran hosted taught')],
];
