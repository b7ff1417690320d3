export const callbacks = {
  errors: {
    doubled: {
      heading: 'Asked for again',
      text: 'This number has another open call. Nothing was changed: see the list.',
    },
    noName: {
      heading: 'Your name is missing',
      text: 'Go back and write it, so that others see who has a call.',
    },
  },
};
