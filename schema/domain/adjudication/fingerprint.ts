import type { LineJudgement } from './judgement.ts';

/** Two running 32-bit halves, mixed by multiplication (cyrb53, public domain): short and stable, for telling apart, not for secrecy. */
class Hash {
  #a = 0xdeadbeef;
  #b = 0x41c6ce57;

  number(value: number): void {
    // Amounts go beyond 32 bits: both halves of the integer are mixed in.
    this.#mix(value % 0x1_0000_0000);
    this.#mix(Math.floor(value / 0x1_0000_0000));
  }

  text(value: string): void {
    for (let i = 0; i < value.length; i += 1) this.#mix(value.charCodeAt(i));
    this.#mix(-1);
  }

  #mix(value: number): void {
    this.#a = Math.imul(this.#a ^ value, 2_654_435_761);
    this.#b = Math.imul(this.#b ^ value, 1_597_334_677);
    this.#a ^= this.#a >>> 15;
    this.#b ^= this.#b >>> 13;
  }

  digest(): string {
    const half = (value: number) => (value >>> 0).toString(36).padStart(7, '0');
    return half(this.#a) + half(this.#b);
  }
}

/** Fourteen characters that name exactly this text. */
export function fingerprintOfText(text: string): string {
  const hash = new Hash();
  hash.text(text);
  return hash.digest();
}

/** Fourteen characters that name exactly these figures; other figures, reasons or benefits have others. */
export function fingerprintOf(lines: readonly LineJudgement[]): string {
  const hash = new Hash();
  for (const line of lines) {
    hash.text(line.verdict);
    hash.text(line.plan ?? '');
    hash.text(line.benefit ?? '');
    hash.text(line.period ?? '');
    hash.number(line.line);
    hash.number(line.price);
    hash.number(line.approvedQuantity);
    hash.number(line.approved);
    hash.number(line.deductible);
    hash.number(line.overallDeductible);
    hash.number(line.coPay);
    hash.number(line.enrolleeShare);
    hash.number(line.facilityShare);
    hash.number(line.visits);
    for (const { code, group } of line.reasons) hash.text(code + group);
  }
  return hash.digest();
}
