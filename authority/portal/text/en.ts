import type { Texts } from './texts.ts';

/** English, set to match the Chinese. */
export const en: Texts = {
  portal: 'Public credit for companies',
  switchLanguage: '中文',
  skip: 'Skip to content',
  nav: { overview: 'My credit', show: 'Show', reasons: 'Reasons', help: 'Help' },
  navLabel: 'Sections',
  signOut: 'Sign out',
  demo: 'Demonstration: companies and data are invented',
  home: 'Back to the start',
  signIn: {
    title: 'Company sign-in',
    lead: 'See your company’s public credit grade, its certificate, and what the grade rests on.',
    company: 'Unified social credit code',
    companyHint: '18 digits and capital letters',
    access: 'Access code',
    accessHint: '16 characters from the credit desk; hyphens may be left out',
    submit: 'Sign in',
    reveal: 'Show',
    conceal: 'Hide',
    badForm: 'A unified social credit code has 18 digits and capital letters. Please check it.',
    refused: 'The unified code and the access code do not go together. Please check both.',
    locked: (minutes) =>
      `To protect the account, please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. If it is urgent, the credit desk can give you a new access code.`,
    limited: 'That was a little too often. Please try again in a minute.',
    busy: 'The system is busy and did not take this attempt. Please try again in a moment.',
    noCodeTitle: 'No access code yet?',
    noCode:
      'Bring the business licence and your identity document to the credit desk. If a code is lost, the desk gives a new one and the old one ends at once.',
  },
  overview: {
    title: 'My credit',
    code: 'Unified social credit code',
    grade: 'Grade',
    notRated: 'Not rated',
    notRatedMeaning:
      'The company is young, or too little is known to rate it yet. All services are open as usual.',
    evaluated: (day) => `Evaluated ${day}`,
    lists: 'Lists',
    certificate: 'Certificate',
    standing: {
      valid: { title: 'Valid', body: 'It can be shown at the credit terminal of a service hall.' },
      none: {
        title: 'Not issued yet',
        body: 'The credit centre issues it after the evaluation. If you need it soon, ask the credit desk.',
      },
      expired: {
        title: 'Past its last day',
        body: 'Ask the credit desk for a new one. All services are open as usual.',
      },
      superseded: {
        title: 'Updated',
        body: 'The evaluation has changed and this certificate is no longer used. The new one will appear here.',
      },
      suspended: {
        title: 'Paused',
        body: 'The credit centre is reviewing it; it can be used again afterwards. All services are open as usual.',
      },
      revoked: {
        title: 'No longer in use',
        body: 'Ask the credit desk about it and for a new one. All services are open as usual.',
      },
    },
    gradeDiffers: (grade) =>
      `The certificate states grade ${grade}, which differs from the present evaluation. The next certificate will state the new one.`,
    number: 'Certificate number',
    certifiedGrade: 'Certified grade',
    issued: 'Issued',
    lastDay: 'Valid until',
    issuer: 'Issuer',
    codeImage: 'QR code of the certificate',
    codeHint:
      'The same code as on the printed page; it holds as long as the certificate. On a phone, better use the live code under “Show”.',
    pdf: 'Download certificate (PDF)',
    show: 'Show live code',
    services: 'Green channel open for',
    noServices: 'With the present grade all services are open in the ordinary way.',
    servicesHint: 'What the terminal in the hall shows is what counts.',
  },
  show: {
    title: 'Show your code',
    codeImage: 'Live QR code; hold it before the camera of the terminal',
    hint: 'Turn the screen bright and hold it 10 to 20 cm straight before the camera.',
    validUntil: 'Valid until',
    secondsLeft: 's left',
    renew: 'Renew now',
    renewsItself:
      'This code is valid for one minute and renews itself. A screenshot soon stops working.',
    withoutScript: 'This code is valid for one minute; the page renews itself every 30 seconds.',
    stale: {
      title: 'The code has timed out',
      body: 'No connection at the moment; trying again. You can also press “Renew now”.',
    },
    unavailable: {
      title: 'There is no code to show at the moment',
      body: 'The certificate is not valid now; see “My credit”. All services are open as usual.',
    },
  },
  reasons: {
    title: 'What the grade rests on',
    lead: 'This is what counted in the evaluation. Only your company sees it; it is neither in the certificate nor shown by any terminal.',
    asOf: (day, scheme) => `Evaluated ${day} by rules ${scheme}`,
    none: {
      title: 'Not evaluated yet',
      body: 'There is no evaluation of this company yet. It will be part of the next one.',
    },
    number: 'Document number',
    authority: 'Decided by',
    date: 'Date',
    counts: 'Counts',
    countsUntil: (day) => `Counts until ${day}`,
    repaired: (day) => `Repaired on ${day}; no longer counts in the next evaluation`,
    corrected: (day) => `Put right on ${day}`,
    missing: 'No longer on file; it does not count in the next evaluation.',
    severity: { minor: 'Minor', ordinary: 'Ordinary', serious: 'Serious' },
    list: {
      national: 'National incentive list',
      city: 'City key support list',
      district: 'District key support list',
      'serious-untrustworthy': 'List of seriously untrustworthy entities',
    },
    history: 'Earlier grades',
    since: (day) => `From ${day}`,
    rules: 'All rules of the evaluation',
    rulesLead: 'From the top: the first rule that holds decides the grade.',
    confidential: 'This page is for your company only; please keep it to yourselves.',
    disagree: 'Something is wrong, or can be repaired?',
  },
  help: {
    title: 'Objection and repair',
    objectTitle: 'If you disagree with the evaluation',
    object: [
      'If something is wrong, is not about your company or no longer applies, you can ask for a review.',
      'Have ready: the unified code, the number of the document you object to, and what supports your view.',
      'Hand it in at the credit desk or to the authority that decided. Meanwhile all services are open as usual.',
    ],
    repairTitle: 'Credit repair',
    repairLead:
      'Once duties are done and matters put right, you can ask for repair. After it the record is no longer displayed, shared or used, and the evaluation is updated.',
    repair: [
      {
        title: 'Minor',
        body: 'Usually not displayed, at most for 3 months; repaired once duties are done.',
      },
      {
        title: 'Ordinary',
        body: 'Displayed for 3 months to 1 year; repair is possible after the first 3 months.',
      },
      {
        title: 'Serious',
        body: 'Displayed for 1 to 3 years; repair is possible after the first year.',
      },
    ],
    repairSteps: [
      'Sign in at the “Credit China” website, find the record, and choose repair (我要修复).',
      'Upload proof that duties are done, and a written promise.',
      'The authority that decided examines it. Once the result arrives, the next evaluation here takes it into account.',
    ],
    scaleTitle: 'The grades',
    scaleGrade: 'Grade',
    scaleMeaning: 'Meaning',
    showTitle: 'How to use the certificate',
    showSteps: [
      'Open “Show” on a phone and turn the screen bright.',
      'Hold the code before the credit terminal of a service hall; it answers in about half a second.',
      'Go to the window the terminal names.',
    ],
    accessTitle: 'Access codes',
    access: [
      'The credit desk gives out the access code. It is shown only once; please keep it safe.',
      'If it is lost or may be known to others, the desk gives a new one: the old one ends at once and all devices are signed out.',
      'Staff will never ask you for it.',
    ],
    contactTitle: 'Contact',
  },
  messages: {
    'not-found': {
      title: 'No such page',
      body: 'The address may be wrong, or the page has moved.',
    },
    forbidden: {
      title: 'This was not carried out',
      body: 'The request did not come from a page of this site. Please go back to the start.',
    },
    fault: {
      title: 'The system cannot do this at the moment',
      body: 'The problem was noted. Please try again later. All services are open as usual.',
    },
    busy: { title: 'The system is busy', body: 'Please try again in a few seconds.' },
    'no-certificate-file': {
      title: 'There is no certificate to download at the moment',
      body: 'The certificate is not valid now; see “My credit”.',
    },
    'unknown-company': {
      title: 'Company not found',
      body: 'You are signed in at the single sign-on, but the credit centre’s register has no such unified code. Please ask the credit desk.',
    },
  },
};
