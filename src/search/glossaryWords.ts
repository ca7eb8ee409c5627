/**
 * Everyday words of technical talks, Korean and English: a line for words that mean the same. No product has its name
 * here; those come with the content.
 */
export const GENERAL_WORDS = `
머신러닝/머신 러닝/기계 학습/기계학습/machine learning/ML/엠엘
딥러닝/딥 러닝/deep learning/심층 학습
인공지능/AI/artificial intelligence/에이아이/인공 지능
데이터/data/자료
빅데이터/빅 데이터/big data
데이터 사이언티스트/데이터 과학자/data scientist
데이터 사이언스/데이터 과학/data science
데이터 분석/data analysis/data analytics/analytics
분석/analysis/analytics/analyze/analyse/애널리틱스/분석하
분석가/analyst
엔지니어/engineer/기술자
엔지니어링/engineering/공학
개발자/developer/프로그래머/programmer
전문가/expert/전문 인력/specialist/숙련자
전문 지식/전문성/expertise/전문지식/knowledge
보안/security/secure/시큐리티/안전
개인정보/프라이버시/privacy/사생활/민감한 데이터/민감 정보/personal data/sensitive data
암호화/encryption/encrypt/encrypted/암호
인증/authentication/auth/로그인/login
인가/권한/authorization/permission/접근 제어/access control
취약점/vulnerability/vulnerable
위협/threat/공격/attack
침입/해킹/hack/hacking/intrusion
방화벽/firewall
규정/규제/법적/법률/legal/compliance/regulation/컴플라이언스
배포/deploy/deployment/디플로이/release/릴리스/출시/rollout
학습/train/training/훈련/트레이닝/learn/learning
교육/강의/training/course/courses/class/education/수업/공부/배우
자격증/certification/certificate/인증서
추론/inference/예측 수행
예측/prediction/predict/forecast/forecasting/내다보
예지 보전/예지 정비/predictive maintenance/고장 예측
양자화/quantization/quantize
가속/accelerate/acceleration/속도 향상/가속화/speed up
지연/latency/delay/지연 시간/레이턴시/응답 시간/응답 속도/반응 속도/느리/느린/느려
응답/response/반응/답변/reply/respond
속도/speed/빠르/빠른/빨리/빠르게/신속/신속하/fast/quick/quickly/faster/빨라/즉각/즉시/immediate/instantly
시간/time/hour/hours/시간대
절약/절감/save/saving/reduce/줄이/줄여/감소/단축/아끼/아낄
비용/cost/costs/요금/expense/요금제/가격/price/pricing
저렴/저렴하/싼/싸게/값싼/cheap/cheaper/inexpensive/low cost/알뜰
비싼/비싸/expensive/costly
성능/performance/퍼포먼스
정확도/accuracy/정확/정확하/정확성/accurate/precise
품질/quality/퀄리티
규모/scale/스케일/대규모/large scale/massive/거대한
확장/확장성/scalability/scale out/scaling/scale/스케일링/늘리/늘려/확대/expand
자동/자동화/automatic/automatically/automation/automate/automated/스스로/알아서/저절로
자동 확장/오토스케일링/오토 스케일링/autoscaling/auto scaling
수동/manual/manually/직접/손으로
관리/manage/management/매니지먼트/administer/관리하
완전 관리형/완전관리형/fully managed/managed/관리형
운영/operation/operate/operations/운용
모니터링/monitoring/monitor/감시/관찰/관측
관측성/관측 가능성/observability/가시성/visibility
로그/log/logs/logging/로깅/기록
추적/trace/tracing/트레이싱/track
지표/metric/metrics/메트릭
경보/알림/alert/notification/알람/notify/경고
장애/failure/outage/incident/고장/먹통/다운/끊기/끊겨/끊김/끊어지
복구/recover/recovery/restore/복원
백업/backup
복제/replication/replicate/replica/copy/복사
가용성/availability/available/고가용성/high availability
안정성/안정/안정적/reliability/reliable/stable/stability/신뢰성
내구성/durability/durable
테스트/test/testing/시험/검증/verify/validation
실험/experiment/experimentation
평가/evaluation/evaluate/assess/assessment
배치/batch/일괄
실시간/real time/realtime/real-time/리얼타임/바로바로/live
스트리밍/stream/streaming/스트림
수집/collect/collection/ingest/ingestion/gather/gathering/모으/모아/인제스트
적재/load/loading/쌓/쌓아
저장/저장소/store/storage/스토리지/보관/save/담아/담는
처리/process/processing/프로세싱/가공
전처리/preprocess/preprocessing/정제/clean/cleaning/cleansing/정리/다듬
변환/transform/transformation/convert/conversion/바꾸/바꿔/바꾼/변경/전환
전송/transfer/send/transmission/보내/보내는/전달
이동/이전/move/migration/migrate/옮기/옮길/마이그레이션/옮겨
시각화/visualization/visualize/visualise/차트/chart/그래프/graph/대시보드/dashboard/보여주
보고서/리포트/report/reporting
협업/collaboration/collaborate/collaborative/공동 작업/함께/같이/together
공유/share/sharing/shared/나누
파이프라인/pipeline
워크플로/워크플로우/workflow/작업 흐름
데이터 웨어하우스/data warehouse/웨어하우스/warehouse/DW
데이터 레이크/data lake/레이크
데이터베이스/database/DB/디비
테이블/table/표
쿼리/query/질의/조회
검색/search/찾기/retrieval/찾/찾아/find
스키마/schema
색인/인덱스/index/indexing
정형/구조화된/structured
비정형/unstructured/비구조화/구조화되지 않은
서버리스/serverless/서버 없이/서버가 없/no servers/without servers/without managing servers
서버/server/servers
클라우드/cloud
온프레미스/on premises/on-premise/온프레미스/자체 서버/사내/IDC/전산실
하이브리드/hybrid
멀티클라우드/멀티 클라우드/multi cloud
인프라/인프라스트럭처/infrastructure/기반 시설
플랫폼/platform
아키텍처/architecture/구조/설계/design
시스템/system
네트워크/network/networking/통신/망
대역폭/bandwidth/트래픽/traffic/회선
연결/connect/connection/connectivity/connected/접속/이어/잇
오프라인/offline/인터넷 없이/네트워크가 끊/without internet
에지/엣지/edge/현장/말단
에지 컴퓨팅/엣지 컴퓨팅/edge computing
게이트웨이/gateway
장치/기기/디바이스/device/devices/단말/장비/equipment
센서/sensor/sensors/감지
카메라/camera
마이크/microphone
온도/temperature
사물인터넷/IoT/아이오티/internet of things/사물 인터넷
로봇/로보틱스/robot/robotics
자율주행/자율 주행/autonomous driving/self driving/무인 자동차
스마트폰/휴대폰/phone/mobile/모바일/핸드폰
앱/애플리케이션/application/app/어플/응용 프로그램
칩/chip/반도체/프로세서/processor
하드웨어/hardware
소프트웨어/software
그래픽 카드/GPU/지피유
컴퓨팅/computing/compute/계산/연산/computation
컴퓨팅 자원/computing resources/자원/리소스/resource/resources
메모리/memory
모델/model/모형
알고리즘/algorithm
신경망/neural network/뉴럴 네트워크
파라미터/매개변수/parameter/parameters/변수
하이퍼파라미터/하이퍼 파라미터/hyperparameter/hyper parameter
튜닝/tuning/tune/조정/최적화/optimize/optimization/최적/optimal/맞추/맞춰
학습률/learning rate
특성/피처/feature
라벨/레이블/label/labels/labeling/labelling/라벨링/이름표/꼬리표
분류/classification/classify/나누/구분
탐지/감지/검출/detection/detect/찾아내
인식/recognition/recognize/recognise/알아보/알아보는
얼굴/face/facial
사물/객체/object/물체
이미지/사진/그림/image/images/picture/photo/pictures/photos
영상/비디오/동영상/video/videos/movie/화면/clip
장면/scene/신
음성/말/voice/speech/audio/오디오/소리/목소리/sound
음성 인식/speech recognition/speech to text/받아쓰기/음성을 글로/STT/말을 글로/dictation/transcribe/transcription
음성 합성/text to speech/TTS/글을 읽어/글을 음성으로/낭독/읽어주
언어/language
자연어/natural language/사람 말
번역/translation/translate/통역/옮기
텍스트/글자/문자/text/글/문장/sentence
글자 인식/문자 인식/OCR/광학 문자 인식/글자를 읽/read text
손글씨/필기/handwriting
감정/감성/sentiment/emotion/긍정/부정
개체/엔티티/entity/entities
문법/구문/syntax/grammar
로고/logo/상표
명소/랜드마크/landmark
유해/음란/선정적/성인/unsafe/safe search/explicit/inappropriate
추천/recommendation/recommend
개인화/personalization/personalize/맞춤/맞춤형/custom/customize/customized/사용자 지정/own/나만의/자체
챗봇/chatbot/대화형/conversational
콜센터/고객센터/고객 센터/컨택센터/컨택 센터/call center/contact center/call centre/contact centre/상담/상담원/고객 상담/customer service/customer support
고객/customer/client/손님/구매자/소비자/consumer/buyer
사용자/user/users/이용자/유저/회원
사용 사례/use case/사례/case/case study/예시/example/고객 사례/customer case/적용 사례
비즈니스/사업/business/경영
기업/회사/company/companies/enterprise/업체/조직/organization
시장/market/마켓
매출/판매/sales/revenue/매상/수익/profit/이익
구매/purchase/buy/사들
결제/payment/지불
거래/transaction/transactions
전자상거래/이커머스/e-commerce/ecommerce/쇼핑몰/온라인 쇼핑/shopping/커머스/commerce
소매/유통/리테일/retail/매장/shop/가게
재고/inventory
창고/물류/logistics/warehouse
제조/제조업/manufacturing/공장/factory/생산
금융/finance/은행/bank/banking/financial
의료/병원/health/healthcare/medical/hospital
게임/game/gaming
광고/advertising/ads/마케팅/marketing/캠페인/campaign
세그먼트/segment/segments/세분화/그룹/group
행동/behavior/behaviour/행위/클릭/click/clickstream
통찰력/인사이트/insight/insights/통찰/깨달음/시사점
의사결정/의사 결정/decision/decision making/결정
전략/strategy/strategies
도입/adopt/adoption/introduce/적용/apply/채택
어려운 이유/어려움/왜 어려/난관/barrier/hurdle/obstacle/challenge/challenges/걸림돌/장애물/힘든/힘들/difficult/hard/difficulty
부족/lack/shortage/모자라/없어서/scarce/insufficient
강점/장점/이점/advantage/benefit/strength/좋은 점/merit/pros
단점/약점/한계/limit/limits/limitation/drawback/cons/weakness
차이/비교/difference/compare/comparison/다른 점/versus
민주화/democratize/democratization/democratise/democratizing/누구나/모두가/모든 사람/everyone/everybody/아무나/쉽게 쓸/대중화
쉬운/쉽/간편/간편하/간단/간단하/simple/easy/simplicity/easily/손쉬운/손쉽/편하/편리/simple integration/usability/사용성/편의
비전문가/초보/초보자/입문/beginner/newcomer/non expert/no expertise/비개발자/non engineer/일반인/문외한/모르는 사람/몰라도/코딩 없이/without code/no code/no coding/전문 지식 없이/without expertise
통합/integration/integrate/integrated/unified/연동/합치/합쳐
호환/compatible/compatibility
오픈소스/오픈 소스/open source
프레임워크/framework/frameworks
라이브러리/library/libraries
컨테이너/container/containers
클러스터/cluster
노드/node
마이크로서비스/마이크로 서비스/microservice/microservices
모놀리스/monolith/모놀리식
가상머신/가상 머신/virtual machine/VM
노트북/notebook
코드/code/소스/source code/코딩/coding
언어/프로그래밍 언어/programming language
프런트엔드/프론트엔드/frontend/front end/클라이언트/client side
백엔드/backend/back end/서버사이드/server side
브라우저/browser
웹/web/website/웹사이트/사이트/site/홈페이지
페이지/page/화면/screen
렌더링/render/rendering/그리기
컴포넌트/component/components/구성 요소
상태/state/status
상태 관리/state management
번들/bundle/bundling/bundler/번들러
캐시/cache/caching/캐싱
접근성/accessibility/a11y
디자인 시스템/design system
호출/call/invoke/요청/request/requests
인터페이스/interface/API/에이피아이
이벤트/event/events
메시지/message/messages/메시징/messaging/큐/queue
구독/subscribe/subscription
비동기/asynchronous/async
동시성/concurrency/concurrent/병렬/parallel
분산/distributed/distribution
일관성/consistency/consistent
정합성/integrity
부하/load/부담
부하 분산/로드 밸런싱/load balancing/로드밸런서/load balancer
설정/구성/configuration/configure/config/setup/셋업
설치/install/installation
업데이트/update/upgrade/업그레이드/갱신/최신화
버전/version
롤백/rollback/되돌리/되돌려/revert
카나리/canary
지속적 통합/continuous integration/CI
지속적 배포/continuous delivery/continuous deployment/CD
깃옵스/gitops
데브옵스/devops
의존성/종속성/dependency/dependencies
디버깅/debug/debugging/디버그
오류/에러/error/errors/버그/bug/실수/잘못
문제/problem/issue/이슈/trouble
해결/solve/solution/resolve/해결책/솔루션
원인/cause/root cause/이유/reason
회고/포스트모템/postmortem/retrospective/돌아보/교훈/lesson/lessons/배운 점/배운
시작/start/begin/시작하/getting started/착수
끝/마무리/결론/conclusion/정리/요약/summary/wrap up/맺음말/summing up
소개/introduction/intro/overview/개요/introduce
발표/presentation/talk/세션/session/강연
발표자/speaker/연사/강연자
데모/demo/시연/demonstration/보여준
체험/try/해보/써보/시험해
도구/툴/tool/tools/toolkit
개발 키트/development kit/kit/키트/개발 보드
생명주기/수명 주기/라이프사이클/라이프 사이클/lifecycle/life cycle/수명주기
단계/step/steps/stage/stages/phase/과정/절차/순서
수준/레벨/level/levels/등급
종류/유형/type/types/kind/kinds
목록/리스트/list
역할/role/책임/responsibility
팀/team/teams/부서
문화/culture
채용/hiring/hire/recruit/구인
인력/인재/talent/사람/people
생산성/productivity
효율/효율성/efficiency/efficient/effective
지원/support/supports/supported
제공/provide/offer/serve
생태계/ecosystem
파트너/partner/partners/협력사/제휴
컨설팅/consulting/자문
구축/build/building/만들기/세우/construct/만들
개인/individual/personal
글로벌/global/전 세계/worldwide/세계
미래/future/앞으로
과거/past/예전/이전
현재/current/지금/now
변화/change/changes/달라
경쟁력/경쟁/competitive/competition/competitiveness
혁신/innovation/innovate
성공/success/successful/succeed
실패/fail/failure/failed
위험/리스크/risk
정책/policy
표준/standard/표준화
규칙/rule/rules
품질 관리/quality control/quality assurance
데이터 품질/data quality
데이터 사일로/data silo/data silos/silo/silos/사일로/흩어진 데이터/따로 노는
거버넌스/governance
메타데이터/metadata
카탈로그/catalog/catalogue
계보/리니지/lineage
스케줄링/스케줄/schedule/scheduling/scheduler/스케줄러
오케스트레이션/orchestration/orchestrate
전이 학습/transfer learning
강화 학습/reinforcement learning
지도 학습/supervised learning
비지도 학습/unsupervised learning
사전 학습/사전 훈련/미리 학습/pre-trained/pretrained/이미 학습된
학습이 필요 없/no training/without training/학습 없이/훈련 없이/training 없이
대규모 언어 모델/LLM/large language model
프롬프트/prompt
생성형/generative
토큰/token
임베딩/embedding/벡터/vector
환각/hallucination
정수/integer
실수/소수점/floating point/real number/부동소수점
경량화/lightweight/가볍/가벼운/작게/compress/compression/압축
크기/용량/size/capacity
페타바이트/petabyte/대용량/huge/엄청난 양/large amount/large amounts/방대한/많은 양
데이터 이동 없이/without moving data/옮기지 않/복사 없이/without copying
읽기 전용/read only/read-only
연합/federated/federation
산업/업계/industry
정부/공공/government/public sector
학교/대학/university/school
학생/student
책/도서/book
삼성/samsung
트위터/twitter
사진 속/그림 속/in pictures/in a photo
전화/통화/phone call/call
회의/meeting
문서/document/documentation/문서화/docs
비밀번호/암호/password
키/key
시크릿/비밀/secret/secrets
네임스페이스/namespace
볼륨/volume
헬스 체크/health check
배터리/전력/전기/power/energy/에너지/battery
탄소/carbon/친환경/green
날짜/date/일자
위치/location/장소/place/where
지도/map
자동차/차량/car/vehicle
비행기/항공/aviation/airline
여행/travel/trip
음식/food/식당/restaurant
개선/향상/개선하/향상하/나아지/improve/improvement/enhance/better/boost
우수/뛰어난/excellent/superior
역량/능력/capability/ability/skill/skills/실력
전문 인력/인력/인재/talent
이식/이식성/어디서나/어디서든/anywhere/portable/portability
종속/잠금/lock-in/벤더 종속/vendor lock-in
완성된/기성/plug and play/플러그 앤 플레이/out of the box/바로 쓸
업무/일/work/task/workload/워크로드
통신사/telecom
스마트 팩토리/smart factory
스타트업/startup
투자/invest/investment
성장/growth/grow
목적/goal/purpose
행사/컨퍼런스/콘퍼런스/conference/event/summit/서밋
워크숍/workshop/실습/hands-on/hands on
질의응답/Q&A/질문과 답변/questions and answers
로드맵/roadmap/계획/plan
아이디어/idea
요구사항/requirement/requirements/필요한 것/조건/condition/prerequisite/what it takes
구성도/다이어그램/diagram
비결/노하우/know-how/팁/tip/tips
선택 기준/고려 사항/consideration/criteria
효과/성과/결과/result/results/outcome/effect/impact
이전과 이후/before and after
준비/prepare/preparation/ready
예측 모델/predictive model
이상 탐지/anomaly detection/이상 감지
사기 탐지/fraud detection
데이터 센터/데이터센터/data center/data centre
가상화/virtualization
레이어/계층/layer/tier
엔진/engine
노드/node/nodes
스냅샷/snapshot
세션/session
유지보수/maintenance/maintain/정비
모듈/module
플러그인/plugin/확장 기능/extension
접속/로그인/sign in/log in/sign-on/sign on
데이터 파이프라인/data pipeline
데이터 플랫폼/data platform
데이터 거버넌스/data governance
예약/스케줄/booking/schedule
위탁/외주/outsourcing

유지/keep/kept/남기/남아/남는/보존/retain
강한/강하/strong/튼튼/robust/견고
고르/고른/골라/골랐/선택/choose/chose/chosen/choice/select/selection/pick/선정
합치/합쳐/합쳤/합친/병합/merge/merged/통합하
저장소/리포지토리/레포/repository/repositories/repo
작업/일감/job/jobs/task/tasks
실패하/fail/fails/failed/실패
켜/켜는/켜나/활성화/enable/turn on/switch on/on
끄/끄는/끄기/꺼/비활성화/disable/turn off/switch off
막/막는/막아/막기/방지/차단/예방/prevent/block/prevention/avoid
기술/technical/technology/tech/테크
빚/부채/debt
갚/갚는/갚기/상환/pay back/repay/paid back
첫날/first day
신입/신규 입사자/새로 온/new hire/newcomer/new employee/새 직원
입사/온보딩/onboarding/적응
퇴사/그만두/퇴직/leave the company/offboarding
멘토/mentor/사수
동료/옆 사람/옆자리/colleague/peer/coworker
짝/페어/pair
짝 프로그래밍/페어 프로그래밍/pair programming
원칙/principle/principles
최소/least/minimum/minimal
최대/maximum/most
권한/privilege/permission/permissions
목록/명세/리스트/inventory list/bill of materials
부품/구성품/component/part/parts
서명/sign/signed/signature
비밀번호/패스워드/password/passwords
지문/얼굴 인식/생체/fingerprint/biometric
피싱/phishing/가짜 메일/사기 메일
훈련/연습/drill/exercise/practice
모의 해킹/침투 테스트/penetration test/pentest
노래/음악/곡/song/music/songs/track
듣/들은/들은 곡/listen/재생/play
추천 시스템/recommender
사건/이벤트/event
건수/몇 건/count/number of
되감기/지난/과거 시점/time travel/이전 상태
표/테이블/tables/table
열/컬럼/칼럼/column
행/로우/row
출처/근거/source/citation/reference/인용
답/답변/대답/answer/answers
질문/물음/문의/question/questions/inquiry
비서/어시스턴트/assistant/도우미/helper
문서/사내 문서/document/docs
지시/명령/instruction/command/instructions
지하철/이동 중/subway/metro
화면/스크린/screen/display
글꼴/폰트/font/fonts
그림/이미지/사진/picture/illustration
알림/notification/notifications
푸시/push
피로/지침/fatigue
심사/검토/리뷰/review/reviews
제출/submit/submission
출시/런칭/launch/release/발매
단계적/점진적/gradual/staged/phased/incremental/progressive
구독/정기 결제/subscription
환불/refund
무료 체험/무료 사용/free trial/trial
영수증/receipt
회원/가입자/member/subscriber
시각장애/시각장애인/앞이 안 보이는/blind/visually impaired/screen reader/화면 낭독기
키보드/keyboard
대체 텍스트/alt text
버튼/button
측정/재는/재기/measure/measurement/metric/잰다
느린/느리/느려/slow/slowness
첫 화면/초기 로딩/loading/load time/로딩
내려받/다운로드/download
용량/크기/size/무게
쪼개/나누/나누기/split/splitting/분할/divide
나라/국가/country/countries
자동 복구/자가 치유/self healing
되돌리/되돌리기/되돌려/롤백/rollback/roll back/revert/원복/복구/recover/이전 버전/previous version
이전 버전/옛 버전/previous version/old version/예전 버전
밤/야간/night/밤에는/심야
낮/주간/daytime
회수/중단/evict/preempt/reclaim
스팟/spot
통신/트래픽/communication/traffic
암호/암호화/encrypt/TLS
재시도/retry/다시 시도
타임아웃/시간 초과/timeout
표준화/통일/standardize/standardization/한 곳으로/하나로 모
도입기/도입/adoption/adopting
장애/사고/incident/outage/장애 대응/incident response
회고/돌아보기/retrospective/postmortem/post-mortem
비난/탓/blame/잘못
비난 없는/blameless
당직/온콜/on call/on-call/oncall/pager/호출
예산/버짓/budget
오류/에러/error/실패율
목표/목표치/objective/target/goal
신뢰성/안정성/reliability
대시보드/계기판/dashboard/dashboards
추적/트레이싱/tracing/trace
일부러/고의로/intentionally/deliberately/on purpose
부수/죽이/죽여/kill/break/crash/crashes
혼돈/카오스/chaos
낡은/오래된/legacy/레거시/old
모노레포/단일 저장소/monorepo/하나의 저장소
설계 문서/design doc/design document
블로그/blog
채용/구직/지원자/hiring/recruiting/applicant
질의/쿼리/query language/질의 언어
영어/english
외국어/foreign language/다른 나라 말
한국어/korean
후기/리뷰/review/평가
뉴스/기사/article/news
스팸/spam
자전거/bicycle/bike
개/강아지/dog
고양이/cat
삼성전자/삼성/samsung
통계/statistics
그래프/차트/도표/graph/plot
전/도입 전/before
후/도입 후/after
현장/온사이트/on site/onsite/field
밖으로/외부/outside/external
안쪽/내부/internal/inside
실무/현업/practice
흐름/플로우/flow/과정
원본/raw/original/원래
쌓/쌓는/쌓아/쌓아두/accumulate/pile
싸게/저렴하게/cheaply
여럿/여러 명/함께/공동/together/jointly/team
누구나/모두/anyone/everyone
상담/상담사/상담원/agent/support agent
`;
