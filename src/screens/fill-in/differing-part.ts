/** A text in three: what it shares with the other at its beginning, what differs, what it shares at its end; by words. */
export function differingPart(
  text: string,
  other: string,
): { before: string; differing: string; after: string } {
  const words = wordsOf(text)
  const others = wordsOf(other)
  const most = Math.min(words.length, others.length)
  let start = 0
  while (start < most && words[start] === others[start]) start += 1
  let end = 0
  while (end < most - start && words.at(-1 - end) === others.at(-1 - end)) end += 1
  return {
    before: words.slice(0, start).join(''),
    differing: words.slice(start, words.length - end).join(''),
    after: words.slice(words.length - end).join(''),
  }
}

/** Words with the white space behind them; joined they are the text again. No lookbehind: Safari 16.0 lacks it. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+\s*/g) ?? []
}
