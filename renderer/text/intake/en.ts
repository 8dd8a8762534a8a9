import type { IntakeTexts } from './intake-texts.ts';

const SAVE_AS_PICTURE = 'Save it as PNG, JPEG or PDF and try again';
const USE_ORIGINAL = 'Get the original file once more and try again';
const ONLY_THE_CODE = 'Keep only the part with the code and try again';

export const intakeEn: IntakeTexts = {
  refusal: {
    empty: { headline: 'The file is empty', nextStep: USE_ORIGINAL },
    'too-large': { headline: 'The file is larger than 32 MB', nextStep: ONLY_THE_CODE },
    heic: {
      headline: 'HEIC photos (iPhone) cannot be read here',
      nextStep: 'Take a screenshot on the phone, or save it as JPEG, and try again',
    },
    avif: { headline: 'AVIF pictures cannot be read here', nextStep: SAVE_AS_PICTURE },
    'other-picture': {
      headline: 'This kind of picture cannot be read here',
      nextStep: SAVE_AS_PICTURE,
    },
    video: { headline: 'This is a video', nextStep: 'Use a picture or screenshot of the code' },
    archive: {
      headline: 'This is an archive or an office document',
      nextStep: 'Unpack it, or save it as PDF, and try again',
    },
    'not-a-picture': {
      headline: 'This file is no picture, PDF or OFD',
      nextStep: 'Choose a picture, PDF or OFD that shows the code',
    },
    damaged: { headline: 'The file is incomplete and cannot be opened', nextStep: USE_ORIGINAL },
    'too-many-pixels': { headline: 'The picture is too large', nextStep: ONLY_THE_CODE },
    'too-many-pages': { headline: 'The file has too many pages', nextStep: ONLY_THE_CODE },
    'unpacks-too-large': { headline: 'The file unpacks to too much', nextStep: ONLY_THE_CODE },
    encrypted: {
      headline: 'The file opens only with a password',
      nextStep: 'Save it without a password and try again',
    },
    'no-code': {
      headline: 'No QR code was found in the file',
      nextStep: 'See that the code is whole and sharp',
    },
    'timed-out': {
      headline: 'Reading the file took too long and was stopped',
      nextStep: ONLY_THE_CODE,
    },
    'reader-failed': { headline: 'Reading the file broke off', nextStep: ONLY_THE_CODE },
    unreadable: {
      headline: 'The file cannot be opened',
      nextStep: 'See that it is still there and may be read',
    },
  },
  wedgeProblem: {
    'input-method': {
      headline: 'An input method keeps the scanner from being read',
      nextStep: 'Switch to English input and scan again',
    },
    layout: {
      headline: 'Scanner and computer are set to different keyboards',
      nextStep: 'Set both to the US keyboard and scan again',
    },
    'too-long': { headline: 'What was scanned is too long', nextStep: 'Scan one code only' },
  },
  wedgeRepair: {
    layout: 'Scanner and computer are set to different keyboards; this was put right',
    'caps-lock': 'Caps Lock is on; this was put right',
    'input-method': 'An input method is on; this was put right, but English input is safer',
  },
  notice: {
    'not-all-looked-at': 'Time was up: the pages at the end were not looked at',
    'parts-damaged': 'Some pages or pictures are incomplete and could not be read',
  },
};
