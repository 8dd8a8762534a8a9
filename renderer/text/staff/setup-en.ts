import type { SetupTexts } from './setup-texts.ts';

/** The first set-up in English. */
export const setupEn: SetupTexts = {
  isOpen: 'Not finished, steps left: {{count}}',
  position: 'Step {{number}} of {{count}}',
  finished: 'First set-up is finished',
  amiss: 'Still to be looked at:',
  step: {
    data: {
      title: 'Data and time',
      about: 'See that the clock is right, and get the newest data.',
    },
    camera: {
      title: 'Camera',
      about: 'Choose the device, set its picture upright, and show it any QR code.',
    },
    scanner: {
      title: 'Hand scanner',
      about:
        'Close this menu, press F10 at the desk and try the scanner, then come back. Skip it where there is none.',
    },
    printer: {
      title: 'Printer',
      about: 'Choose the printer and print a test page. Skip it where there is none.',
    },
    sound: {
      title: 'Sound and language',
      about: 'Listen where the terminal stands, set the volume, choose the default language.',
    },
    touch: { title: 'Touch panel', about: 'See whether it feels touches everywhere, and where.' },
    lockDown: {
      title: 'Staff PIN and lock-down',
      about:
        'Set a PIN of your own and lock the system down as the deployment guide says. The administrator does both in the system.',
    },
    selfTest: {
      title: 'Self-test',
      about: 'Check the terminal step by step, and see to what fails.',
    },
  },
  outcome: { done: 'done', skipped: 'skipped' },
  finding: '{{check}}: {{result}}, {{detail}}',
  open: 'Open “{{page}}”',
  look: 'Check again',
  done: 'Step done',
  skip: 'Skip',
  takeBack: 'Step before',
  back: 'Back to first set-up',
  again: 'Begin anew',
  start: 'Close menu, begin service',
};
