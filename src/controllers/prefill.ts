/**
 * Values that an owner gives with the tag: `prefill-name="Ane"` fills the field `name`, and the names listed in
 * `prefill-url="topic order_number"` are read from the page's address. A name that isn't listed is never read:
 * a link must not be able to write in somebody's name.
 */
export const givenValues = (host: Element, allowed: string, address: string): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  for (const { name, value } of [...host.attributes]) {
    if (/^prefill-(?!url$)/.test(name)) values.set(name.slice('prefill-'.length).replace(/-/g, '_'), value);
  }
  const query = new URL(address).searchParams;
  for (const name of allowed.split(/[\s,]+/)) {
    const value = name && query.get(name);
    if (value) values.set(name, value);
  }
  return values;
};
