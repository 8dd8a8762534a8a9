import type { Catalogue } from './catalogue.ts';
import { deskEn } from './desk/en.ts';
import { intakeEn } from './intake/en.ts';
import { staffEn } from './staff/en.ts';
import { STAFFED_WINDOW } from './staffed-window.ts';
import { visitorEn } from './visitor/en.ts';

const ASK_AT_DESK = `Please ask at ${STAFFED_WINDOW}. You will be served as usual.`;
const OPEN_AGAIN = 'Open the certificate in Suishenban again. You will be served as usual.';
const OPEN_CERTIFICATE = 'Open the Public Credit Certificate in Suishenban.';
const FOREIGN_HEADLINE = 'This is not a credit certificate';

/** English. The same rules of wording as the Chinese catalogue, which leads. */
export const en: Catalogue = {
  staffedWindow: 'a staffed window',
  hallLogo: 'Logo of this hall',
  ...visitorEn,
  verdict: {
    'green-channel': {
      headline: 'Green channel available',
      nextStep: 'Please go to a green channel window',
    },
    'standard-service': {
      headline: 'Certificate valid\u00A0– standard service',
      nextStep: 'Take a standard ticket. You will be served as usual.',
    },
    expired: {
      headline: 'Certificate has expired',
      nextStep: 'Refresh it in Suishenban and try again. You will be served as usual.',
    },
    'not-yet-valid': {
      headline: 'Certificate not yet in force',
      nextStep: 'In force from {{date}}. You will be served as usual.',
    },
    revoked: { headline: 'Certificate no longer in use', nextStep: OPEN_AGAIN },
    suspended: { headline: 'Certificate paused', nextStep: ASK_AT_DESK },
    superseded: { headline: 'A newer certificate exists', nextStep: OPEN_AGAIN },
    'bad-signature': { headline: 'Could not confirm authenticity', nextStep: ASK_AT_DESK },
    'issuer-mismatch': { headline: 'Could not confirm the issuing office', nextStep: ASK_AT_DESK },
    'key-not-valid-at-issue': {
      headline: 'Could not confirm the date of issue',
      nextStep: ASK_AT_DESK,
    },
    'key-withdrawn': { headline: 'Certificate needs to be reissued', nextStep: OPEN_AGAIN },
    'key-use': { headline: 'Could not confirm how it was issued', nextStep: ASK_AT_DESK },
    malformed: { headline: 'Could not read the certificate', nextStep: OPEN_AGAIN },
    'presentation-expired': {
      headline: 'On-screen code has timed out',
      nextStep: 'Refresh the code on your phone. You will be served as usual.',
    },
    'unknown-key': { headline: 'Signing key not on this terminal', nextStep: ASK_AT_DESK },
    'unknown-grade': { headline: 'Grade not known to this terminal', nextStep: ASK_AT_DESK },
    'trust-missing': {
      headline: 'This terminal cannot check right now',
      nextStep: ASK_AT_DESK,
    },
    'trust-too-old': { headline: 'This terminal needs newer data', nextStep: ASK_AT_DESK },
    'status-unavailable': { headline: 'Cannot look up the status here', nextStep: ASK_AT_DESK },
    'clock-implausible': {
      headline: 'The clock of this terminal needs setting',
      nextStep: ASK_AT_DESK,
    },
    'unsupported-version': {
      headline: 'Newer format than this terminal reads',
      nextStep: ASK_AT_DESK,
    },
  },
  foreign: {
    url: { headline: FOREIGN_HEADLINE, nextStep: `It is a web link. ${OPEN_CERTIFICATE}` },
    'identity-code': {
      headline: FOREIGN_HEADLINE,
      nextStep: `It is a company identity code or a business licence. ${OPEN_CERTIFICATE}`,
    },
    'health-certificate': {
      headline: FOREIGN_HEADLINE,
      nextStep: `It is a health certificate. ${OPEN_CERTIFICATE}`,
    },
    payment: {
      headline: FOREIGN_HEADLINE,
      nextStep: `It is a payment code, keep it safe. ${OPEN_CERTIFICATE}`,
    },
    text: { headline: FOREIGN_HEADLINE, nextStep: OPEN_CERTIFICATE },
    empty: { headline: FOREIGN_HEADLINE, nextStep: `The code is empty. ${OPEN_CERTIFICATE}` },
  },
  failure: {
    'bad-request': { headline: 'This terminal could not read the code', nextStep: ASK_AT_DESK },
    'foreign-sender': { headline: 'This terminal cannot check right now', nextStep: ASK_AT_DESK },
    'internal-error': { headline: 'This terminal cannot check right now', nextStep: ASK_AT_DESK },
  },
  camera: {
    'not-found': { headline: 'No camera found', nextStep: ASK_AT_DESK },
    'not-allowed': { headline: 'Camera use is not permitted', nextStep: ASK_AT_DESK },
    'not-readable': { headline: 'Camera not available right now', nextStep: ASK_AT_DESK },
    disconnected: { headline: 'Camera disconnected', nextStep: ASK_AT_DESK },
    stalled: { headline: 'No picture from the camera', nextStep: ASK_AT_DESK },
  },
  reason: {
    grade: 'for higher grades',
    list: 'for companies on a key support list',
    'evaluation-too-old': 'please renew the evaluation',
    'not-in-force': 'green channel not open at present',
    'data-too-old': 'terminal data needs updating',
  },
  note: {
    'code-check-character': 'The check character of the credit code needs a look by staff',
    'data-ageing': 'The data of this terminal has not been updated for a while',
    'presented-before': 'This certificate was shown here a short while ago',
    demo: 'Demo certificate, for demonstration only',
  },
  greenChannel: {
    oneWindow: 'Please go to {{window}}',
    severalWindows: 'Please go to the window of your service below',
  },
  scan: {
    title: 'Show your credit certificate code',
    distance: 'Hold the phone screen to the camera, 10\u2060–\u206020\u00A0cm away',
    noLogin: 'No ID card, no login',
    privacy: 'The camera only reads QR codes; no picture is kept',
    alreadyChecked: 'Already checked – please take the phone away',
    starting: 'Starting the camera',
    placed: 'Hold the phone to the camera {{place}}, 10\u2060–\u206020\u00A0cm away',
    cameraPlace: {
      above: 'above the screen',
      below: 'below the screen',
      left: 'left of the screen',
      right: 'right of the screen',
    },
  },
  services: {
    title: 'Services of this hall',
    open: 'Green channel',
    closed: 'Standard service',
    closedBecause: 'Standard service – {{reason}}',
    window: 'window {{number}}',
  },
  certificate: {
    grade: 'Credit grade',
    company: 'Company',
    code: 'Unified social credit code',
    number: 'Certificate number',
    validUntil: 'Valid until',
    issuer: 'Issued by',
    dataAsOf: 'Data as of',
  },
  trust: {
    asOf: 'Data updated {{time}}',
    ageing: 'Offline – keys and lists are {{age}} old',
    tooOld: `Terminal data needs updating. Please ask at ${STAFFED_WINDOW}; you will be served as usual.`,
    missing: `No data on this terminal yet. Please ask at ${STAFFED_WINDOW}; you will be served as usual.`,
    demo: 'Demo certificate, for demonstration only',
  },
  action: {
    done: 'Done',
    moreTime: 'More time',
    returnsIn: 'Returns in {{seconds}} s',
    retrying: 'Reconnecting the camera',
    otherLanguage: '中文',
  },
  intake: intakeEn,
  desk: deskEn,
  staff: staffEn,
  listSeparator: ', ',
  easingSeparator: '; ',
};
