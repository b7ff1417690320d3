interface SizeWords {
  text(key: 'kilobytes' | 'megabytes', values: { readonly n: string }): string;
  number(value: number, maximumFractionDigits?: number): string;
}

/** A size in bytes as whole kilobytes (1000 bytes, rounded up), from 1 MB on as megabytes with one decimal. */
export const fileSize = (words: SizeWords, bytes: number): string => {
  const kilobytes = Math.ceil(bytes / 1000);
  return kilobytes < 1000
    ? words.text('kilobytes', { n: words.number(kilobytes) })
    : words.text('megabytes', { n: words.number(bytes / 1e6, 1) });
};
