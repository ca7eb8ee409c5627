import { englishKinds } from '../../../words/lists/kinds.ts';
import { any, type MarkedWords, NAME } from './marks.ts';

const word = (...lists: readonly string[]): string => `\\b${any(...lists)}\\b`;
/** Up to so many words. */
const upTo = (most: number): string => `(?:[\\w'-]+ ){0,${most - 1}}[\\w'-]+`;

/** Words of English questions. */
export const ENGLISH: MarkedWords = [
  ['name', `${NAME}(?:'s\\b)?`],
  ['meaning', '\\bfor (?:dummies|beginners|newbies|noobs|idiots)\\b|\\b101\\b'],
  // For whom it is told, and how.
  [
    'frame',
    `\\b(?:to|for|like|as if|as though) (?:i'?m|i am|i was|i were) (?:an? )?${upTo(3)}(?=[.,!?;:]|\\s*$| ${NAME})`,
  ],
  [
    'frame',
    `\\b(?:to|for) (?:my|our|an?|someone|somebody|people|the|total|complete|absolute|non-?technical|non-?tech|newbies?|beginners?|kids?|children|laymen|laypeople|dummies|noobs?|management|executives|humans?)\\b(?: (?!${NAME})[\\w'-]+){0,5}?(?=[.,!?;:]|\\s*$| ${NAME})`,
  ],
  [
    'tell',
    `\\bin (?:plain|simple|simpler|layman'?s?|lay|easy|everyday|normal|human|your own|other|one|a|two|three|few|a few|short|brief|\\d+)(?: or (?:two|less))?(?: (?:english|words?|terms?|sentences?|lines?|nutshell|language|speak|way|short))?\\b`,
  ],
  ['tell', "\\beli ?\\d+\\b|\\bexplain like (?:i'?m|i am) (?:five|\\d+|an? [\\w-]+)"],
  ['tell', `\\beli (?:an? |my )?${upTo(3)}(?=\\s*(?:[:,]|$))`],
  ['tell', '\\btl;? ?dr\\b'],
  [
    'tell',
    '\\b(?:\\d+|thirty|ten|five|one)[- ](?:seconds?|minutes?|sentences?|words?|lines?)(?: (?:version|summary|explanation|intro|pitch|overview|definition))?\\b|\\bone-paragraph\\b|\\b(?:short|simple|quick|dumbed down|kid-?friendly) version(?: of)?\\b',
  ],
  // Where it was met.
  [
    'frame',
    `\\b(?:(?:the|this|that|your|my|our|their|these|those|some) )?(?:speakers?|talks?|sessions?|presentations?|presenters?|posts?|notes?|articles?|slides?|deck|summar(?:y|ies)|event|boss|manager|team|colleagues?|coworkers?|teacher|professor|people|folks|everyone|everybody|somebody|someone|they|he|she)(?:'s)? (?:all )?(?:just )?(?:keeps? on|keeps?|kept|mention(?:s|ed)?|said|says?|saying|talk(?:s|ed|ing)? about|talk(?:s|ed|ing)?|brought up|brings? up|refer(?:s|red)? to|used|uses|introduced?|showed|covered|go(?:es)? on about|asked(?: me| us)?(?: about)?|asks(?: me)?(?: about)?|told (?:me|us)(?: about)?|wants? (?:me|us) to(?: know| learn| explain)?)\\b(?: (?:about|on|going on about|talking about|saying|mentioning|bringing up))*`,
  ],
  [
    'frame',
    `\\b(?:according to|in|from|during|at|per|by) (?:the|this|that|these|those|your|my|our|a) (?:talks?|sessions?|presentations?|posts?|notes?|articles?|slides?|deck|summar(?:y|ies)|event|meeting|class|lecture|conference|demo|console)\\b`,
  ],
  [
    'frame',
    '\\b(?:the|this|that|your|my) (?:talk|session|presentation|speaker|presenter|post|article|author|notes?) (?=defin|describ|explain|call)',
  ],
  // Not known.
  [
    'lost',
    `\\b(?:i |we )?(?:really |still |honestly |just )?(?:do not|don'?t|didn'?t|did not|never|can'?t|cannot|couldn'?t) (?:really |quite |even |fully )?(?:know|understand|understood|get|got|grasp|follow|remember|recall|heard of|hear of|heard)\\b`,
  ],
  [
    'lost',
    `\\b(?:i |i've |i have |have |got |with )?(?:absolutely |literally )?(?:no|zero|not a) (?:idea|clue)\\b|\\bclueless\\b|\\bnever heard (?:of|about)\\b|\\b(?:i )?(?:got |get |am |was |'m )?(?:lost|confused|stuck|puzzled)\\b|\\bnew to\\b|\\bfirst time (?:hearing|seeing|reading)(?: about| of)?\\b|\\bforgot(?:ten)?\\b|\\bwondering\\b`,
  ],
  [
    'lost',
    '\\bnot (?:really |quite |entirely )?(?:sure|certain|familiar(?: with)?|following)\\b|\\bhad no answer\\b|\\bstruggling\\b',
  ],
  [
    'frame',
    '\\b(?:can|could|may) (?:i|we) (?:get|have)\\b|\\b(?:in|at|for) (?:school|class|work|homework|an? (?:assignment|class|exam|interview|report|project))\\b|\\bon the exam\\b|\\bwhen (?:they|people|you) (?:say|talk about|mention)\\b|\\bat a high level\\b|\\bhigh-level\\b|\\bbig picture\\b',
  ],
  [
    'what',
    `\\bwhat (?:kind|sort|type)s? of (?:an? )?${any('thing tech animal beast', ...englishKinds())}\\b`,
  ],
  ['meaning', `\\bbreak(?:ing)? (?=${NAME} down)|\\bdown for me\\b|\\bthink of\\b|\\bthink about\\b`],
  // When it came and went, and how much of it there is.
  [
    'ending',
    '\\buntil when\\b|\\bhow long was\\b(?=.*\\b(?:around|available|there)\\b)|(?<=\\bwhen.*)\\b(?:end|stop|close|cease|retire|disappear|go away|change)(?=\\W*$)|\\b(?:end|retirement|shutdown|sunset|discontinuation|deprecation|closing|renaming) (?:date|year|day)\\b',
  ],
  [
    'release',
    '\\b(?:release|launch|announcement|publication|debut|start|birth) (?:date|year|day)\\b|\\b(?:date|year|day) of (?:the )?(?:release|launch|announcement|debut)(?: of)?\\b|\\bhow old\\b',
  ],
  [
    'when',
    "\\bwhen(?:'?d|'?s)?\\b|\\b(?:what|which|the exact|exact|in what|in which|on what) (?:year|date|month|day)\\b|\\bsince when\\b|\\b(?:date|year) (?:of|for)\\b",
  ],
  [
    'amount',
    '\\bhow (?:many|much|big|large|fast|long|often|far|heavy|tall|quick(?:ly)?|accurate|small|slow)\\b(?: (?:does|do|did) (?:it|they))?|\\b(?:size|speed|number|amount|percentage|percent|figures?|accuracy|capacity|duration)(?: (?:of|for|on))?\\b',
  ],
  // What it is not good for.
  [
    'solves',
    `\\b(?:what|which|the|any)(?: kinds? of| sorts? of)? (?:\\w+ )?(?:problems?|issues?|pain points?|needs?|pains?|gaps?|challenges?|troubles?|difficult(?:y|ies))(?: (?:that|which))?(?: (?:does|do|did|is|are|was|can|could|would|will|has))? (?:the |an? )?${NAME}(?: (?:is|are|was|were|tr(?:y|ies|ied)|aims?|meant|supposed|intended|designed|built|made|trying|here|there))*(?: to)? (?:solv|address|fix|tackl|remov|eas|help|resolv|fill|meet|answer|get rid|take care|deal|handl|overcom|for|target)\\w*(?: (?:with|of|away|for))?`,
  ],
  [
    'solves',
    '\\b(?:solv(?:e|es|ed|ing)|address(?:es|ed|ing)|tackl(?:e|es|ed|ing)|resolv(?:e|es|ed|ing)|overcom(?:e|es|ing))\\b',
  ],
  [
    'drawback',
    `\\b(?:draw ?backs?|disadvantages?|downsides?|down sides?|cons|limitations?|limits?|limited|weak(?:ness(?:es)?)?(?: (?:points?|spots?|sides?))?|shortcomings?|short comings?|short-comings?|flaws?|flawed|pitfalls?|caveats?|gotchas?|risks?|risky|dangers?|problems?|problematic|issues?|challenges?|trade-?offs?|negatives?|minus(?:es)?(?: points?)?|cautions?|warnings?|catch(?:es)?|pain points?|pains?|struggl(?:e|es|ed|ing)|complain(?:s|ts?|ed|ing)?|criticisms?|critici[sz]ed?|concerns?|worr(?:y|ies)|disappoint(?:ing|ments?|s)?|frustrat(?:ing|ions?)|annoy(?:ing|ances?)|difficult(?:y|ies)?|hard(?:est)?(?: (?:parts?|about|with|thing))?|tricky|headaches?|obstacles?|hurdles?|barriers?|bottlenecks?|constraints?|restrictions?|regrets?|sucks?|suck at|lacks?|lacking|missing|dark side|bad (?:sides?|points?|parts?|things?|about|at|for)|bad|worst(?: (?:parts?|things?))?|worse|wrong(?: with)?|fall(?:s|ing)? (?:short|flat|apart|down)|fail(?:s|ed|ures?)?(?: at)?|breaks? down(?! (?:the )?${NAME})|watch out(?: for)?|(?:be )?(?:careful|wary|aware)(?: (?:of|about|with))?|beware(?: of)?|look out for|steer clear(?: of)?|stay away(?: from)?|shy away from|avoid(?:ing)?|(?:not|never|n't) (?:(?:be )?(?:use|using|used|suit(?:ed|able)?|good|great|work|ideal|recommended|fit|so good|so great|choose|pick|adopt)|a (?:good|great|fit))(?: (?:at|for|in|with|well|choice|fit|idea))*|(?:dis)?like (?:least )?about|hate about|turn(?:s|ed)? (?:people|you|users) off|reasons? (?:not to|against)(?: (?:use|using|choose|adopt|adopting))?|arguments? against|case against|against)\\b`,
  ],
  // Where it comes from, what would be without it, and that one must have it.
  [
    'origin',
    '\\b(?:invent(?:ed|ion)?|launch(?:ed)?|releas(?:ed?|ing)|c[ao]me out|debut(?:ed)?|announced?|appear(?:ed)?|start(?:ed)?(?! (?:with|using))|beg[ai]n|(?:go|went) (?:live|ga)|came about|come about|came into (?:being|existence)|creat(?:ed|ion)|emerg(?:ed|ence)|born|develop(?:ed|ment))\\b',
  ],
  [
    'why',
    `\\b(?:motivations?|motives?|rationale|justification|reasoning|purposes?|points?(?= (?:of|in|to|behind))|necess(?:ary|ity)|need for|indispensable|essential|raison d'etre)(?: (?:of|behind|for|in|to))?\\b`,
  ],
  [
    'without',
    `\\b(?:(?:without|no) (?:the |an? )?(?=${NAME})|(?:didn't|did not|don't|do not|hadn't) (?:use|have|exist)|if (?:there (?:were|was) no|we (?:didn't|did not|don't|skip))|instead of nothing)`,
  ],
  [
    'must',
    `\\b(?:(?:do|does|would|should|must|why would|why should|why do) (?:i|we|you|one|anyone|anybody|people|companies|somebody|someone|they)(?: really| even| actually)? (?=need|have to|want|bother|care)|have to\\b)`,
  ],
  // Who uses it, and for what.
  [
    'case',
    `\\b(?:case stud(?:y|ies)|use[- ]?cases?|(?:customer |user |real |real-life |real-world |success )?(?:cases?|stor(?:y|ies)|examples?)|e\\.g|instances? of|adopters?|adoption|customers? (?:of|for|using|that|who)|clients?(?: of)?|user base|users of|reference customers?|references?|applications? of|applied (?:in|to|by|for)|used (?:by|in|at)(?! (?:practice|real life|the real))|success stor(?:y|ies)|in (?:production|the wild|action)|real-?world|real-life|everyday uses?|typical uses?|common uses?|uses (?:of|for))\\b`,
  ],
  [
    'maker',
    `\\b(?:who(?:'s|se)?|(?:which|what) (?:company|firm|vendor|organi[sz]ation|team|people|person))(?: (?:is|was|has|are|were|actually|originally|first|even))* (?:behind|made|makes?|making|built|builds|build|created?|creates|develop(?:s|ed)?|invent(?:s|ed)?|owns?|designed|designs|produced?|produces|manufactures?|wrote|came up with)\\b`,
  ],
  [
    'maker',
    '\\b(?:made|built|created|developed|invented|owned|designed|produced|written) by(?: (?:who|whom|which company|what company))?\\b|\\b(?:the |its )?(?:makers?|creators?|inventors?|vendors?|manufacturers?)(?: (?:of|behind))?\\b|\\b(?:the )?(?:company|people|team|person|folks|guys) (?:behind|(?:that|who) (?:made|makes|built|created|developed|invented|designed))\\b|\\bwhose (?:product|tool|company|service|thing)\\b',
  ],
  [
    'who',
    `\\b(?:who(?:'s|se|m)?|(?:which|what|any|some|name|a|an|the) (?:(?:kinds?|sorts?|types?) of )?(?:(?!(?:do|did|does|is|are|was|were|have|has|had|can|could|should|would|will)\\b)\\w+ )?(?:compan(?:y|ies)|business(?:es)?|firms?|corporations?|enterprises?|start-?ups?|organi[sz]ations?|teams?|customers?|clients?|industr(?:y|ies)|sectors?|fields?|people|users?|brands?|shops?|stores?|professions?|roles?|jobs?)|companies|businesses|anyone|anybody|someone|somebody|people)\\b(?= (?:that |which |who |is |are |was |were |has |have |had |actually |really |already |currently |here |(?:in|from|at) (?:(?:the|these|those|your|this|that|our) )?(?:\\w+ )?)*(?:us|work|adopt|run|appl|introduc|deploy|rel[iy]|built|build|tri|implement|choos|chose|benefit|switch|mov|migrat|${NAME}|there|mention))`,
  ],
  [
    'used',
    '\\b(?:used?|uses|using|adopt(?:s|ed|ing)?|deploy(?:s|ed|ing)?|rel(?:y|ies|ied|ying) on|introduced?|appl(?:y|ies|ied)|works? with|implement(?:s|ed)?|choose|chose|chosen|switched to|moved to|migrated to|benefit(?:s|ed)? from|tried)\\b',
  ],
  [
    'made',
    '\\b(?:built|build|made|make|makes|creat(?:e|ed)|produced?|developed?)(?: (?:with|using|on|on top of))\\b|\\b(?:do|did|does) (?:people|companies|they|teams|customers|developers) (?:build|make|create|do)(?: with)?\\b',
  ],
  // What it consists of, and its steps.
  [
    'part',
    `\\b(?:(?:sub-?)?(?:parts?|components?|pieces?|elements?|modules?|building blocks?|ingredients?|layers?|sections?|items?|categor(?:y|ies)|sub-?types?|constituents?)(?: (?:of|in|make up|makes? up))?|made (?:up )?of|consists? of|compris(?:e|es|ed|ing)(?: of)?|compos(?:ed|ition)(?: of)?|contain(?:s|ed)?|anatomy(?: of)?|structured?|breakdown(?: of)?|fall(?:s)? under|belongs? (?:to|in|under)|divid(?:ed|es?)(?: into)?|split(?:s)?(?: into)?|classif(?:y|ied|ication)|subdivi\\w+|goes into|go into|inside|included(?: in| with)?|includes?)\\b`,
  ],
  ['part', `\\bbreak down (?=(?:the )?${NAME})`],
  ['tell', '\\bstep[- ]by[- ]step\\b'],
  [
    'step',
    '\\b(?:steps|stages|phases|(?<!\\b(?:which|what) )(?:step|stage|phase))(?: (?:of|in|involved in|involved|are involved in|are in|does|do))?\\b',
  ],
  [
    'each',
    '\\b(?:list(?: (?:of|all|out|every))?|enumerate|one by one|each of|every one of|all of|everything (?:in|about|that)|one at a time|first|second|third)\\b',
  ],
  // What became of it.
  [
    'fate',
    word(
      'anymore alive dead gone defunct discontinued discontinue deprecated retired rebranded renamed replaced replacements? successors? superseded kill(?:ed)? sunset(?:ted)? eol axed scrapped shuttered shut dropped died ended finished end-of-life end-of-support discontinuation fate',
    ),
  ],
  [
    'fate',
    `\\bany more\\b|\\bend of life\\b|\\b(?:shut|shutting|closed?|taken) ?down\\b|\\b(?:happened|happen) (?:to|with)\\b|\\b(?:became|become) of\\b|\\bstill (?:around|a thing|kicking|alive|exists?|there|live|running|maintained|supported|valid|relevant|offered|sold|available)\\b|\\b(?:new|current|latest) name\\b|\\bout of beta\\b|\\b(?:google|they|it) (?:drop|kill|axe|end|close|retire|rename|rebrand|discontinue)\\b|\\bno longer (?:available|supported|exists?|offered|around)\\b|\\b(?:current )?status(?: of)?\\b|\\b(?:latest|news|updates?) (?:on|about|of)\\b|\\bchang(?:e|ed|es|ing) (?:its |the |their )?names?\\b|\\bphas(?:ed|ing) out\\b|\\bstill going\\b`,
  ],
  // That it is wanted, or worth a look.
  [
    'interest',
    `\\b(?:i |we |i'm |i am |just )?(?:(?:need|want|try(?:ing)?|hop(?:e|ing)|like|love|have|got|ought)(?: to|ing)? (?:understand|know|learn|grasp|hear|read|see|find out)(?: (?:more|something|a bit|a little|all|anything))?|(?:look(?:ing)?|ask(?:ing)?|come|came|here) for|(?:i'm|i am|we're) after|all ears)(?: about| on| of)?\\b`,
  ],
  [
    'interest',
    `\\b(?:(?:display|view|fetch|pull up|bring up|see|get|grab|load|print|google|do|read|cover|discuss)(?: me| us)?|i (?:need|want)|same for|ditto|time for|as for|now) (?=(?:the |some )?${NAME}\\W*$)`,
  ],
  [
    'interest',
    '\\b(?:sounds?|looks?|seems?|is|caught my (?:eye|attention)|rings? a bell)\\b(?: (?:so|very|really|pretty|quite|kinda))?(?: (?:cool|interesting|neat|nice|fun|intriguing|promising|relevant|weird|scary|complicated|fascinating)\\b)',
  ],
  [
    'frame',
    `(?<=${NAME} )(?:tool|technology|tech|product|service|part|thingy?|stuff|vibes?|eh|tho|u know|you know|now|then)(?=\\W*$)`,
  ],
  ['interest', `^(?:now|so|next|ok|okay|alright)[,:]? (?=(?:the )?${NAME})`],
  [
    'time',
    '\\b(?:still|today|now|nowadays|currently|these days|yet|as of now|as of today|in 20\\d\\d|at present|at the moment)\\b',
  ],
  // A way to use it.
  [
    'usage',
    `\\b(?:walk me through|getting started(?: with)?|get started(?: with)?|tutorials?|walk-?throughs?|quick ?starts?|how-?tos?|where (?:do|should|can) (?:i|we|you|one) (?:begin|start)(?: with)?)\\b`,
  ],
  [
    'usage',
    `\\b(?:how|what(?:'s| is| are)(?: the)? (?:best )?(?:way|steps?|procedure)) (?:to|for|do|does|can|could|should|would|did|are|is|of)(?: (?:i|we|you|one|they|people|someone|teams?|companies))?(?: (?:actually|even|best|properly|really))? (?:use|using|start(?: using)?|begin|try|set up|setup|get started|get going|work with|adopt|apply|implement|run|learn|operate)\\b`,
  ],
  // What happens in it.
  [
    'workings',
    '\\b(?:under the hood|behind the scenes|internals|internally|inner workings|inside out|mechanism|mechanics|architecture|principle behind|work ?flow)\\b',
  ],
  ['works', '\\b(?:operates?|functions?(?= *[?.!]*$)|works?|working)\\b'],
  // What it is good for.
  [
    'advantage',
    '\\b(?:advantages?|benefits?|pros|upsides?|strengths?|merits?|selling points?|perks?|strong points?|good points?|plus points?|added value|value|gains?|payoffs?|(?:get|gain|got)(?: out of| from)|good (?:about|at)|great about|special about|sell me on|superpowers?|positives|pluses|plus side|convince me(?: to)?|make (?:a|the) case for|(?:case|arguments?) for|in favou?r of|big deal|hype|fuss)\\b',
  ],
  [
    'good',
    '\\b(?:good|great|better|best|useful|helpful|worth|worthwhile|valuable|matters?|important|special|attractive|appealing|amazing|nice)\\b',
  ],
  ['why', '\\b(?:why|reasons?|how come|what makes|what for)\\b'],
  // What it can do, and what there is of it.
  [
    'feature',
    '\\b(?:features?|capabilit(?:y|ies)|functionalit(?:y|ies)|functions?|characteristics?|abilities)\\b',
  ],
  ['feature', `\\bwhat(?: all| else)? can (?:it|you|i|we|one|people|they) (?:actually )?do(?: with)?\\b`],
  [
    'feature',
    `\\bwhat(?: all| else)? (?:can (?:the |an? )?${NAME} (?:actually )?do|(?:does|do) (?:the |an? )?${NAME} (?:offer|support|provide))\\b`,
  ],
  [
    'feature',
    `\\bwhat(?:'s| is| are|'re)?(?: all)?(?: things)?(?: is| are)?(?: included| inside| contained)? (?:in|inside)(?: the)? ${NAME}`,
  ],
  ['sorts', `\\b(?:what|which) ${NAME}(?: are there| exists?| is there| do (?:they|you|we)|$)`],
  ['sorts', '\\b(?:kinds|types|sorts|varieties) of\\b|\\b(?:kinds|types|sorts|varieties)\\b(?=[^a-z]*$)'],
  // What it is.
  [
    'meaning',
    '\\b(?:mean(?:s|ing|ings|t)?|definitions?|defin(?:e|es|ed|ing)|concepts?|ideas?(?: behind)?|terms?|stands? for|refers? to|overview|introduction(?: to| of)?|intro(?: to)?|primer(?: on)?|basics|gist|nutshell|essence|describ(?:e|es|ed|ing)|description|explain(?:ed|s|ing)?|explanation|summar(?:y|ise|ize)|elevator pitch|what kind of thing|what sort of thing|what type of thing)\\b',
  ],
  [
    'what',
    "\\b(?:what(?:'?s|'?re)?|whatever|wat|wut|wtf|wth|whut|huh)\\b(?: (?:on earth|in the world|the (?:hell|heck|fuck)|exactly|even))?",
  ],
  ['where', '\\bwhere\\b'],
  ['when', '\\bwhen\\b'],
  [
    'interest',
    `\\b(?:curious|interest(?:ed|s|ing)?|into|fascinated|keen|studying|researching|exploring|digging into|reading up(?: on)?|looking (?:into|at)|next(?: up)?|moving on|on to|let'?s (?:talk|do|go|discuss|see|hear)|go (?:on|ahead)|hit me(?: with)?|stuff|anything|materials?|resources?|details?|insights?|background|context|keywords?|explore|dive into|jump to|(?:start|begin|continue|go on|carry on)(?:ing)? with|move on|(?:what|how|now|and) about|thoughts? on|speaking of|back to|take me to|go to|open|re|regarding|topic|subject|page|entry|section|facts?|heard (?:of|about)|reading about|thinking about)\\b`,
  ],
  ['how', "\\bhow(?:'?s)?\\b"],
  [
    'tell',
    '\\b(?:tell|teach|give|show|brief|briefing|clarify|enlighten|help|outline|lay out|spell out|break down|info|information|about|quick|quickly|refresher|crash course|up to speed|fill me in|clue me in|run-?down|low-?down|recap|more|learn|remind|familiari[sz]e)\\b',
  ],
  [
    'exists',
    '\\b(?:available|supported|offered|valid|exists?|get|buy|sign(?:ing)? up(?: for)?|running|run|around|valid|try|choose|choosing|pick|bother|bother with|need|companies|business(?:es)?|teams?|customers?|users?|developers?|doing it (?:yourself|ourselves|myself|by hand)|other (?:tools|options|ones|services|products))\\b',
  ],
  ['frame', `\\bcalled (?=${NAME})`],
  ['called', '\\b(?:called|known|names?|named)\\b'],
  [
    'frame',
    '\\b(?:these|those|the|this|that) (?:notes?|posts?|articles?|slides?|talks?|sessions?) (?:are|is|were|was) (?:from|of) \\d{4}\\b',
  ],
  [
    'frame',
    "\\b(?:a|an|the|this|that|it|its|it's|these|those|them|thing|things|is|are|was|were|be|been|being|am|has|have|had|do|does|did|done|i|i'm|i'd|i've|you|we|they|me|us|my|our|your|one|some|someone|somebody|anyone|anybody|everyone|everybody|people|folks|guys?|to|of|in|on|at|for|with|and|so|but|as|by|from|there|can|could|would|will|should|might|may|must|want|wanna|need to|like|love|please|pls|plz|kindly|just|only|even|ever|really|actually|basically|literally|exactly|simply|kinda|sort of|kind of|anyway|again|also|too|then|ok|okay|hey|hi|hello|yo|um|uh|well|sorry|excuse|thanks|thank|thx|cheers|dumb|silly|stupid|basic|newbie|noob|question|any|all|each|main|key|major|biggest|top|general|short|brief|briefly|simple|concise|clear|one-?liner|sentence|line|word|words|know|understand|care|need|mind|supposed|than|way|practice|bring|brings|behind|by|real|life|world|possible|keep seeing|keep hearing|seen|heard|bit|little|deal|matter|meant|going|keep|let|lets|let's|possible|idk|lol|lmao|happens?|which|give|involved|into|onto|over|while|during|if|actual|concrete|specific|notable|common|typical|potential|possible|serious|important|big|real|honest|honestly|truly|single|different|various|several|some|many|most|first|second|whole|entire|overall|typically|usually|often|commonly|normally|generally|mainly|mostly|out there|exist|exists|got|gotten|gets|find|found|name|names|points?|thing|worth|knowing|mention(?:ed)?|covered|discussed|brought up|talked about|ones?|out|up|down|about|off|its|per|each|every|himself|themselves|itself|stuff|things|sides?|aspects?|areas?|good reason|away|early|yet|beforehand|before|using|situations?|cases|circumstances|bot|dude|bro|man|mate|friend|notes)\\b",
  ],
];
