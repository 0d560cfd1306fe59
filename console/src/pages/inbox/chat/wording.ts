/*
 * WhatsApp's marks (*bold*, _italic_, ~struck~, `code`, ```block```, > quote, lists) and addresses, as a tree. Nothing
 * of it is ever HTML.
 */
export type Piece =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: Piece[] }
  | { type: 'code'; text: string }
  | { type: 'link'; text: string; href: string };

export type Block =
  | { type: 'line'; children: Piece[] }
  | { type: 'quote'; children: Piece[] }
  | { type: 'bullet'; children: Piece[] }
  | { type: 'numbered'; number: string; children: Piece[] }
  | { type: 'pre'; text: string };

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const LINK = /\b(?:https?:\/\/[^\s<>"]+|www\.[^\s<>"]+\.[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/giu;
/** Ends of sentences are no part of an address. */
const TRAILING = /[.,;:!?'"»”’)\]}*_~]+$/u;
const MOST = 20_000;
const DEEPEST = 4;

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const parts = text.slice(0, MOST).split(/```([\s\S]+?)```/);
  parts.forEach((part, at) => {
    if (at % 2 === 1) {
      blocks.push({ type: 'pre', text: part.replace(/^\n|\n$/g, '') });
      return;
    }
    const lines = part.split('\n');
    // Around a block the line ends are the block's own.
    if (at > 0 && lines[0] === '') lines.shift();
    if (at < parts.length - 1 && lines.at(-1) === '') lines.pop();
    for (const line of lines) blocks.push(blockOf(line));
  });
  return blocks;
}

function blockOf(line: string): Block {
  const quote = /^> (.*)$/.exec(line);
  if (quote) return { type: 'quote', children: pieces(quote[1] ?? '') };
  const bullet = /^[*-] (.+)$/.exec(line);
  if (bullet) return { type: 'bullet', children: pieces(bullet[1] ?? '') };
  const numbered = /^(\d{1,3})\. (.+)$/.exec(line);
  if (numbered) return { type: 'numbered', number: numbered[1] ?? '', children: pieces(numbered[2] ?? '') };
  return { type: 'line', children: pieces(line) };
}

export function pieces(text: string, depth = 0): Piece[] {
  const found: Piece[] = [];
  let rest = text;
  while (rest !== '') {
    const mark = depth < DEEPEST ? nextMark(rest) : undefined;
    if (!mark) {
      found.push(...links(rest));
      break;
    }
    if (mark.from > 0) found.push(...links(rest.slice(0, mark.from)));
    const inner = rest.slice(mark.from + 1, mark.to);
    found.push(
      mark.sign === '`'
        ? { type: 'code', text: inner }
        : { type: MARKS[mark.sign], children: pieces(inner, depth + 1) },
    );
    rest = rest.slice(mark.to + 1);
  }
  return found;
}

interface Mark {
  sign: keyof typeof MARKS | '`';
  from: number;
  to: number;
}

/** A pair counts where it stands around words, not within one and not around spaces, and not in an address. */
function nextMark(text: string): Mark | undefined {
  const addresses = [...text.matchAll(LINK)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  const inAddress = (at: number) => addresses.some(([from, to]) => at > from && at < to);
  for (let from = 0; from < text.length; from++) {
    const sign = text[from];
    if (sign !== '*' && sign !== '_' && sign !== '~' && sign !== '`') continue;
    if (inAddress(from) || isWord(text[from - 1]) || isSpace(text[from + 1])) continue;
    for (let to = text.indexOf(sign, from + 2); to > 0; to = text.indexOf(sign, to + 1)) {
      if (isSpace(text[to - 1]) || isWord(text[to + 1]) || inAddress(to)) continue;
      return { sign, from, to };
    }
  }
  return undefined;
}

const isWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
const isSpace = (letter: string | undefined) => letter === undefined || /\s/u.test(letter);

function links(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = match[0].replace(TRAILING, '');
    const href = addressOf(shown);
    if (href === undefined) continue;
    if (match.index > at) found.push({ type: 'text', text: text.slice(at, match.index) });
    found.push({ type: 'link', text: shown, href });
    at = match.index + shown.length;
  }
  if (at < text.length) found.push({ type: 'text', text: text.slice(at) });
  return found;
}

/** Only what a browser opens harmlessly; undefined for the rest. */
export function addressOf(text: string): string | undefined {
  const address = text.includes('@') && !/^https?:/i.test(text) ? `mailto:${text}` : text;
  try {
    const url = new URL(/^www\./i.test(address) ? `https://${address}` : address);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
