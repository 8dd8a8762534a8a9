import type { ScannerTexts } from './scanner-texts.ts';

/** The scanner test in English. */
export const scannerEn: ScannerTexts = {
  title: 'Scanner test',
  lead: 'Scan this test code: beside it stands what the scanner really sends.',
  code: 'Test code',
  field: 'Keep the cursor here, as in daily work',
  fieldHint: 'A certificate at hand will do too: here it is neither checked nor recorded.',
  waiting: 'Scan the test code',
  waitingHint: 'It holds every character of a certificate and is about as long as one.',
  serial:
    'Only scanners that type like a keyboard are heard; one set to serial mode has to scan the “USB keyboard” code of its manual.',
  level: {
    fine: 'The scanner works',
    advice: 'It can be used, with advice',
    problem: 'Not reliable yet',
  },
  sent: 'Sent',
  characters: 'Characters',
  end: 'Ended by',
  ends: { enter: 'Enter', tab: 'Tab', several: 'more than one key', none: 'nothing' },
  pace: 'Between two',
  paceValue: '{{median}} ms usually, {{longest}} ms at most',
  whole: 'Altogether',
  wholeValue: '{{ms}} ms',
  capsLock: 'Caps Lock',
  capsLocks: { on: 'on', off: 'off' },
  pair: '“{{wanted}}” became “{{came}}”',
  finding: {
    whole: { title: 'All of it arrived', advice: 'Every character is as in the code.' },
    'other-code': {
      title: 'This is not the test code',
      advice: 'Scan the code on the left, so that each character can be compared.',
    },
    'switched-off': {
      title: 'The settings take no scanner',
      advice: 'The administrator can set isOn of the setting wedge to true.',
    },
    differs: {
      title: 'Characters have changed: {{pairs}}',
      advice: 'Scanner and computer are set to different keyboards: set both to US.',
    },
    lost: {
      title: '{{came}} characters came of {{wanted}}',
      advice: 'Give the scanner a pause between characters (5 ms, say), or try another USB port.',
    },
    torn: {
      title: 'Pauses of {{longest}} ms tear one scan apart',
      advice: 'Set gapMs of the setting wedge to {{gap}}, or shorten the pause of the scanner.',
    },
    slow: {
      title: 'Pauses of {{longest}} ms come near the limit',
      advice: 'Better set gapMs of the setting wedge to {{gap}}.',
    },
    'no-end': {
      title: 'The scanner sends nothing at the end',
      advice:
        'It works, but each scan waits {{silence}} ms longer; better have it send Enter, as its manual says.',
    },
    'unknown-prefix': {
      title: 'Before the content comes “{{text}}”',
      advice: 'Take the prefix off the scanner, or write it into prefix of the setting wedge.',
    },
    'unknown-suffix': {
      title: 'After the content comes “{{text}}”',
      advice: 'Take the suffix off the scanner, or write it into suffix of the setting wedge.',
    },
    'not-framed': {
      title: 'Prefix “{{prefix}}” and suffix “{{suffix}}” of the settings did not come',
      advice: 'Set the scanner so, or set onlyFramed of the setting wedge to false.',
    },
  },
  repairAdvice: {
    layout: 'It can be used; better set scanner and computer to the US keyboard.',
    'caps-lock': 'It can be used; better switch Caps Lock off.',
    'input-method': 'It can be used; better switch to English input at the desk.',
  },
};
