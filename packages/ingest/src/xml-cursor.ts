/** Thrown where a file is not of the plain kind that spreadsheet programs write; another reader may still read it. */
export class OddFile extends Error {}

const [LESS, GREATER, SLASH, BANG, QUESTION, EQUALS, COLON] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x3d, 0x3a];
const [DOUBLE_QUOTE, SINGLE_QUOTE, DASH] = [0x22, 0x27, 0x2d];

const ENTITY = /&([#\w]{1,12});/g;
/** Bytes of one text that are looked at: what is longer is a note. */
const MAX_TEXT_BYTES = 8_000;

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntity(whole: string, body: string): string {
  if (body.startsWith('#')) {
    const code = /^#[xX]/.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  return Object.hasOwn(NAMED, body) ? (NAMED[body] ?? whole) : whole;
}

/** Text without the entities every XML knows; others are left as they stand and never followed. */
function decodeText(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, decodeEntity) : text;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/**
 * Walks over the tags of an XML part as bytes, prefixes of names aside. Nothing is built but what is asked for: a part
 * of a hundred megabytes costs no more memory than itself.
 */
export class XmlCursor {
  readonly bytes: Buffer;
  /** Whether the tag closes an element, or is an element of its own without content. */
  isClosing = false;
  isEmpty = false;
  #at = 0;
  #tagStart = 0;
  #textStart = 0;
  #nameStart = 0;
  #nameEnd = 0;
  #end = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    if ((bytes[0] ?? 0) >= 0xfe || bytes.includes(0)) throw new OddFile('not UTF-8');
  }

  /** Moves to the next tag. @returns false at the end. @throws OddFile on a DTD, CDATA or an unfinished tag. */
  next(): boolean {
    const { bytes } = this;
    this.#textStart = this.#at;
    for (;;) {
      let at = this.#at;
      while (at < bytes.length && bytes[at] !== LESS) at += 1;
      if (at >= bytes.length) return false;
      this.#tagStart = at;
      const first = bytes[at + 1];
      if (first === BANG || first === QUESTION) {
        this.#at = this.#afterAside(at);
        continue;
      }
      this.#readTag(at + 1);
      return true;
    }
  }

  #afterAside(at: number): number {
    const isComment = this.bytes[at + 2] === DASH && this.bytes[at + 3] === DASH;
    if (this.bytes[at + 1] === BANG && !isComment) throw new OddFile('declaration');
    const end = this.bytes.indexOf(isComment ? '-->' : '?>', at + 2, 'latin1');
    if (end < 0) throw new OddFile('unfinished');
    return end + (isComment ? 3 : 2);
  }

  #readTag(start: number): void {
    const { bytes } = this;
    let at = start;
    this.isClosing = bytes[at] === SLASH;
    if (this.isClosing) at += 1;
    this.#nameStart = at;
    for (let byte = bytes[at]; byte !== undefined && byte !== GREATER && byte !== SLASH && !isSpace(byte); ) {
      at += 1;
      if (byte === COLON) this.#nameStart = at;
      byte = bytes[at];
    }
    this.#nameEnd = at;
    at = this.#endOfTag(at);
    this.isEmpty = !this.isClosing && bytes[at - 1] === SLASH;
    this.#end = at;
    this.#at = at + 1;
  }

  #endOfTag(from: number): number {
    const { bytes } = this;
    let quote = 0;
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GREATER) return at;
      else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quote = byte;
    }
    throw new OddFile('unfinished');
  }

  /** Whether the tag has this name (ASCII), whatever its prefix. */
  is(name: string): boolean {
    const start = this.#nameStart;
    if (this.#nameEnd - start !== name.length) return false;
    for (let index = 0; index < name.length; index += 1) {
      if (this.bytes[start + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  /** First byte of the name and its length, for telling tags apart at once. */
  get initial(): number {
    return this.bytes[this.#nameStart] ?? 0;
  }

  get nameLength(): number {
    return this.#nameEnd - this.#nameStart;
  }

  /** Where the text before this tag begins and ends: that of the element, at its closing tag. */
  get textStart(): number {
    return this.#textStart;
  }

  get textEnd(): number {
    return this.#tagStart;
  }

  /** The text before this tag, entities decoded. */
  text(): string {
    return this.textBetween(this.#textStart, this.#tagStart);
  }

  /** The text that stands between two places, entities decoded; of a very long one the beginning. */
  textBetween(start: number, end: number): string {
    return decodeText(this.bytes.toString('utf8', start, Math.min(end, start + MAX_TEXT_BYTES)));
  }

  /** Calls `visit` with each attribute: where its name (without prefix) and its value begin and end. */
  eachAttribute(visit: (name: number, nameEnd: number, start: number, end: number) => void): void {
    const { bytes } = this;
    let at = this.#nameEnd;
    while (at < this.#end) {
      while (at < this.#end && isSpace(bytes[at])) at += 1;
      let name = at;
      while (at < this.#end && bytes[at] !== EQUALS && !isSpace(bytes[at])) {
        at += 1;
        if (bytes[at - 1] === COLON) name = at;
      }
      const nameEnd = at;
      while (at < this.#end && bytes[at] !== DOUBLE_QUOTE && bytes[at] !== SINGLE_QUOTE) at += 1;
      const quote = bytes[at];
      const start = at + 1;
      at = start;
      while (at < this.#end && bytes[at] !== quote) at += 1;
      if (start < this.#end) visit(name, nameEnd, start, at);
      at += 1;
    }
  }

  /** The value of an attribute, whatever its prefix; null where there is none. */
  attribute(wanted: string): string | null {
    let found: string | null = null;
    this.eachAttribute((name, nameEnd, start, end) => {
      if (nameEnd - name !== wanted.length || found !== null) return;
      if (this.bytes.toString('latin1', name, nameEnd) === wanted) found = this.textBetween(start, end);
    });
    return found;
  }
}
