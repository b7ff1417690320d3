export const appointments = {
  errors: {
    quarantined: {
      heading: 'Not yet',
      text: 'This is in quarantine. Move it to the messages before you answer.',
    },
    stale: {
      heading: 'Answered meanwhile',
      text: 'Another answer was given since this page was opened. Nothing was changed: open the request again.',
    },
  },
};
