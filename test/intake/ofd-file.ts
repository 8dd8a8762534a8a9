import { type Zippable, zipSync } from 'fflate';

/** One page of an OFD file: pictures, one below the other. */
export interface OfdPage {
  readonly pictures: readonly Uint8Array[];
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';

const text = (xml: string): Uint8Array => new TextEncoder().encode(XML + xml);

/** Writes an OFD file as GB/T 33190 lays it out, with more entries if asked for. */
export function writeOfd(pages: readonly OfdPage[], more: Zippable = {}): Uint8Array {
  const resources = pages.flatMap(({ pictures }, page) =>
    pictures.map((bytes, index) => ({ page, bytes, id: 100 + page * 10 + index })),
  );
  const media = resources.map(
    ({ id }) =>
      `<ofd:MultiMedia ID="${id}" Type="Image" Format="PNG"><ofd:MediaFile>image_${id}.png</ofd:MediaFile></ofd:MultiMedia>`,
  );
  const list = pages.map(
    (_, page) => `<ofd:Page ID="${page + 1}" BaseLoc="Pages/Page_${page}/Content.xml"/>`,
  );
  // The pictures stand in the archive in the opposite order of the pages.
  const files = [...resources]
    .reverse()
    .map(({ id, bytes }) => [`Doc_0/Res/image_${id}.png`, bytes] as const);
  return zipSync(
    {
      'OFD.xml': text(
        `<ofd:OFD ${NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
      ),
      'Doc_0/Document.xml': text(
        `<ofd:Document ${NS}><ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
      ),
      'Doc_0/DocumentRes.xml': text(
        `<ofd:Res ${NS} BaseLoc="Res"><ofd:MultiMedias>${media.join('')}</ofd:MultiMedias></ofd:Res>`,
      ),
      ...Object.fromEntries(files),
      ...Object.fromEntries(
        pages.map((_, page) => [
          `Doc_0/Pages/Page_${page}/Content.xml`,
          text(pageXml(resources.filter((resource) => resource.page === page))),
        ]),
      ),
      ...more,
    },
    { level: 1 },
  );
}

function pageXml(resources: readonly { readonly id: number }[]): string {
  const objects = resources.map(
    ({ id }, index) =>
      `<ofd:ImageObject ID="${id + 1_000}" Boundary="20 ${20 + index * 60} 50 50" CTM="50 0 0 50 0 0" ResourceID="${id}"/>`,
  );
  return `<ofd:Page ${NS}><ofd:Content><ofd:Layer>${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
}
