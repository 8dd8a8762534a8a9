import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { EpochSeconds } from '../../shared/time.ts';
import { defaultPolicy } from '../default-policy.ts';
import { qrPng, qrSvg } from '../qr-image.ts';
import { STATUS_LIST_SIZE } from '../status-lists.ts';
import { writeBundle } from '../write-bundle.ts';
import { writeStatusList } from '../write-status-list.ts';
import { contactSheet } from './contact-sheet.ts';
import { type DemoKeys, demoIssuersDocument, openDemoKeys } from './demo-office.ts';
import { writeDemoSite } from './demo-site.ts';
import { foreignSamples } from './foreign-samples.ts';
import { type Sample, SamplesDocument } from './sample.ts';
import {
  DEMO_STATUS_LIST,
  issueSampleCertificates,
  sampleStatusExceptions,
} from './sample-certificates.ts';

/** Where a demo world keeps what. */
export interface DemoWorld {
  /** Bundle folder for the kiosk's `--trust` and the command line's. */
  readonly bundleFolder: string;
  /** Site file for the kiosk's `--site`, with the demo PIN. */
  readonly siteFile: string;
  /** One page with all codes. */
  readonly contactSheet: string;
  readonly samples: readonly Sample[];
}

// Raised with every change of the samples or of the key files.
const EDITION = 2;
const SAMPLES_STAY_GOOD_FOR: EpochSeconds = 180 * 86_400;

/**
 * Makes the demo world in a folder, or brings an existing one up to date: printed samples go on
 * working, and the bundle is signed anew as a sync would bring it.
 * @param report is told what is being made, one short line each
 */
export function makeDemoWorld(
  folder: string,
  now: EpochSeconds,
  report: (line: string) => void,
): DemoWorld {
  const world = {
    bundleFolder: join(folder, 'bundle'),
    siteFile: join(folder, 'site.json'),
    contactSheet: join(folder, 'contact-sheet.html'),
  };
  const existing = readSamples(join(folder, 'samples.json'));
  const isCurrent = existing !== undefined && isStillGood(existing, now);
  if (!isCurrent) rmSync(folder, { recursive: true, force: true });
  const keys = openDemoKeys(join(folder, 'keys'), now);
  writeDemoSite(world.siteFile);
  if (isCurrent) {
    publish(world.bundleFolder, keys, now);
    report(`demo world of ${existing.samples.length} samples is there, its bundle is signed anew`);
    return { ...world, samples: existing.samples };
  }
  const samples = [...issueSampleCertificates(keys, now), ...foreignSamples()];
  publish(world.bundleFolder, keys, now);
  writeSampleFiles(join(folder, 'samples'), samples, report);
  writeFileSync(world.contactSheet, contactSheet(samples));
  const document: SamplesDocument = { edition: EDITION, issuedAt: now, samples };
  // Written last: a world that was cut short has none and is made anew.
  writeFileSync(join(folder, 'samples.json'), `${JSON.stringify(document, null, 2)}\n`);
  return { ...world, samples };
}

function readSamples(file: string): SamplesDocument | undefined {
  try {
    const parsed = v.safeParse(SamplesDocument, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // Not there, or not readable as JSON: in either case the world is made anew.
    return undefined;
  }
}

function isStillGood(document: SamplesDocument, now: EpochSeconds): boolean {
  const age = now - document.issuedAt;
  return document.edition === EDITION && age >= 0 && age < SAMPLES_STAY_GOOD_FOR;
}

function publish(folder: string, keys: DemoKeys, now: EpochSeconds): void {
  const list = writeStatusList(
    {
      name: DEMO_STATUS_LIST,
      signedAt: now,
      size: STATUS_LIST_SIZE,
      exceptions: sampleStatusExceptions(),
    },
    keys.status.key,
  );
  writeBundle(folder, {
    issuers: demoIssuersDocument(keys, 1),
    policy: defaultPolicy('demo', 1),
    statusLists: new Map([[DEMO_STATUS_LIST, list]]),
  });
}

function writeSampleFiles(
  folder: string,
  samples: readonly Sample[],
  report: (line: string) => void,
): void {
  mkdirSync(folder, { recursive: true });
  samples.forEach((sample, index) => {
    const name = `${String(index + 1).padStart(2, '0')}-${sample.id}`;
    writeFileSync(join(folder, `${name}.txt`), `${sample.text}\n`);
    writeFileSync(join(folder, `${name}.svg`), qrSvg(sample.text));
    writeFileSync(join(folder, `${name}.png`), qrPng(sample.text));
    report(`sample ${name} (${sample.text.length} characters)`);
  });
}
