const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Japanese and Chinese words that frame a question or hold a sentence together. */
const STOP: ReadonlySet<string> = new Set(
  words(
    `何 何か 誰 何故 教え 教える 知り 知りたい 意味 違い 言う 言い 下さい について によって ください でしょう どうして どうやって どのように できる として という
    ところ いくら いくつ どんな なんで ほしい とは って何 ました ません でした 方法 場合 時 人 事 物 的 中 くれる くれ もらう もらえ あげる くらい ぐらい どれくらい どのくらい ながら ために ように ような られる させる
    せる いるか いるの とき ときの ときに ほうが ほうは ずつ ばかり なかっ だろう かな どうやっ どうやる どちら あります ありますか いますか しますか ですか でしょうか なのか でも
    什么 什麼 甚么 甚麼 怎么 怎麼 怎样 怎樣 如何 为什么 為什麼 为何 為何 哪里 哪裡 哪个 哪個 哪些 谁 誰 多少 几 幾 何时 何時 什么时候 什麼時候 什么样 什麼樣 是 的 了 吗 嗎 呢 吧 啊
    在 有 和 与 與 或 及 请 請 请问 請問 介绍 介紹 一下 关于 關於 解释 解釋 意思 可以 能 会 會 要 想 我 你 您 他 她 它 我们 我們 你们 你們 这 這 那 这个 這個 那个 那個 告诉 告訴 说明 說明 就 也 都 把 被 让 讓 对 對 从 從 到 给 給 为 為 用 呗`,
  ),
);

/** Endings, particles and pointing words of Japanese are one or two hiragana. */
const PARTICLE = /^[ぁ-ん]{1,2}$/u;

/** True for a word of a script without spaces that carries no meaning of its own. */
export function isUnspacedStop(word: string): boolean {
  return PARTICLE.test(word) || STOP.has(word);
}
