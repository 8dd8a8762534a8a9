import { STAFFED_WINDOW } from '../staffed-window.ts';
import type { VisitorTexts } from './visitor-texts.ts';

/** English of the visitor's help and pages. */
export const visitorEn: VisitorTexts = {
  comfort: {
    title: 'Display and voice',
    text: 'Text',
    contrast: 'Dark',
    reach: 'Lower',
    voice: 'Voice',
    textNormal: 'Text, normal size',
    textLarge: 'Text, 1.25 times as large',
    textLarger: 'Text, 1.5 times as large',
    contrastName: 'Dark, high contrast',
    reachName: 'Lower, the page moves down',
    voiceName: 'Voice, prompts are read out',
    otherLanguageShort: '中文',
    otherLanguageName: '中文',
  },
  hint: {
    placement: {
      title: 'Hold the phone straight to the camera',
      detail:
        'Screen towards the machine, 10\u2060–\u206020\u00A0cm away, and keep still for a moment',
    },
    light: {
      title: 'Turn the screen brighter',
      detail: 'Hold it flat, away from reflections, with a white margin around the code',
    },
    'type-in': {
      title: 'Still not read?',
      detail: `You can type the unified social credit code, or ask at ${STAFFED_WINDOW}. You will be served as usual.`,
    },
  },
  page: {
    levels: 'About levels',
    privacy: 'Privacy',
    typeCode: 'Type the code',
    back: 'Back',
    more: 'See more',
    showGrade: 'Show grade',
    gradeCovered: 'The grade is covered; press Show grade to see it',
    idle: 'Returns to the start in {{seconds}} s. Touch the screen to stay.',
  },
  levels: {
    title: 'What the levels mean',
    lead: 'Highest first, as published by the issuing office',
    level: 'Level',
    meaning: 'Meaning',
    openTo: 'Green channel at {{count}} services of this hall',
    openToNone: 'Standard service. You will be served as usual.',
    noPolicy: `This terminal has no scale of levels yet. Please ask at ${STAFFED_WINDOW}. You will be served as usual.`,
    decidedBy: `Levels are decided by the credit office; this terminal only checks. Please ask about yours at ${STAFFED_WINDOW}.`,
  },
  privacy: {
    title: 'Privacy',
    camera: {
      title: 'The camera only reads codes',
      text: 'Each picture is looked at in memory and dropped at once. No photo, no video, no face recognition.',
    },
    kept: {
      title: 'Only the result is noted',
      text: 'The terminal keeps the time, the result and the last four characters of the credit code. It keeps no company name, no grade and no code content.',
    },
    cleared: {
      title: 'Cleared when you leave',
      text: 'Press Done, or let the countdown end: the certificate is gone from screen and memory.',
    },
    network: {
      title: 'Checked without a network',
      text: 'The certificate is checked here and sent nowhere. The network only brings newer keys, levels and withdrawals.',
    },
  },
  typing: {
    title: 'Type the unified social credit code',
    lead: '18 characters, as on the business licence; never I, O, S, V or Z',
    remaining: '{{remaining}} more to type',
    expected: 'The last character should be {{character}}',
    fits: 'The check character fits',
    doesNotFit: 'The check character does not fit. Please compare with the licence.',
    delete: 'Delete',
    clear: 'Clear',
    pad: 'Letters and digits',
    show: 'Next',
    shownTitle: `Please show this page at ${STAFFED_WINDOW}`,
    shownStep: 'Staff can help you with this code. You will be served as usual.',
    shownWhy:
      'This terminal holds no list of companies and cannot look up a grade by a code. Come back any time with the QR code.',
    codeLabel: 'Unified social credit code',
  },
  slip: {
    heading: 'Credit certificate check',
    time: 'Checked',
    window: 'Window',
    desk: 'Desk',
    terminal: 'Terminal',
    receipt: 'Receipt',
    footer: 'This slip records a check. It is no proof of credit.',
    demo: 'Sample – for demonstration only',
    print: 'Print slip',
    printing: 'Printing',
    printed: 'Take your slip',
    failed: 'Not printed, try again',
  },
  outOfOrder: {
    headline: 'This terminal is out of service',
    nextStep: `Please ask at ${STAFFED_WINDOW}. You will be served as usual.`,
    note: 'This page goes away by itself when service resumes',
  },
};
