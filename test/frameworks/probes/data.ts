/** What the probes hand to an element. */
export const data = {
  entries: [{ question: 'When are you open?', answer: 'From nine to six.' }],
  messages: { heading: 'From messages' },
  transport: async () => ({ state: 'sent' }),
};

/** The events that a probe has heard, by their types. */
const heard: string[] = [];

export const hear = ({ type }: Event) => void heard.push(type);

Object.assign(window, { probe: { data, heard } });
