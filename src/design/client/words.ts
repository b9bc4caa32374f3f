type ClientWords = {
  left: { one: string; other: string; overOne: string; overOther: string };
  show: [text: string, label: string, said: string];
  hide: [text: string, label: string, said: string];
};

/** The page's own words, which the server put into a meta element. */
export const clientWords = (): ClientWords =>
  JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="bothy-words"]')?.content ?? '{}') as ClientWords;
